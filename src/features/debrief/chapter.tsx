import { type CSSProperties, type ReactNode, useId } from 'react';
import styles from './chapter.module.css';

/** Chapters in the order in which the story is told. */
export const CHAPTERS = ['result', 'reveal', 'choices', 'luck', 'otherwise', 'habits', 'model', 'report'] as const;

export type ChapterId = (typeof CHAPTERS)[number];

/** The element of a chapter: where the contents lead. */
export function chapterElementId(id: ChapterId): string {
  return `debrief-${id}`;
}

/**
 * One chapter of the story: what it is about, what was found, then the pictures. While it is being worked out its place is held, so that what comes
 * moves nothing that is being read.
 */
export function Chapter({
  id,
  title,
  lead,
  findings = [],
  status,
  holds,
  children,
}: {
  readonly id: ChapterId;
  readonly title: string;
  readonly lead?: ReactNode;
  /** In words; the first is the headline. */
  readonly findings?: readonly string[];
  /** How far the work on it has come: stands where the findings will be. */
  readonly status?: ReactNode;
  /** The place of the findings while they are coming; `'screen'`: of a whole screen. */
  readonly holds?: Held | 'screen' | undefined;
  readonly children?: ReactNode;
}) {
  const headingId = useId();
  const [headline, ...others] = findings;
  return (
    <section
      className={holds === 'screen' ? `${styles.chapter} ${styles.screen}` : styles.chapter}
      id={chapterElementId(id)}
      aria-labelledby={headingId}
    >
      <header className={styles.head}>
        <h2 className={styles.title} id={headingId} tabIndex={-1}>
          <span className={styles.number} aria-hidden="true">
            {CHAPTERS.indexOf(id) + 1}
          </span>
          {title}
        </h2>
        {status || (holds && holds !== 'screen') ? (
          <div className={styles.held} {...(holds && holds !== 'screen' ? { style: heldStyle(holds) } : {})}>
            {status}
          </div>
        ) : null}
        {headline ? <p className={styles.headline}>{headline}</p> : null}
        {others.length > 0 ? (
          <ul className={styles.findings}>
            {others.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        ) : null}
        {lead ? <p className={styles.lead}>{lead}</p> : null}
      </header>
      {children}
    </section>
  );
}

/** Heights in pixels, where the page is wide and where it is narrow. */
export type Held = { readonly wide: number; readonly narrow: number };

/** The place of a part that is still being worked out. */
export function Reserved(held: Held) {
  return <div className={`${styles.held} ${styles.empty}`} style={heldStyle(held)} aria-hidden="true" />;
}

function heldStyle({ wide, narrow }: Held): CSSProperties {
  return { '--wide': `${wide}px`, '--narrow': `${narrow}px` } as CSSProperties;
}

/** A part of a chapter under a heading of its own. */
export function Part({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  const headingId = useId();
  return (
    <section className={styles.part} aria-labelledby={headingId}>
      <div>
        <h3 className={styles.partTitle} id={headingId}>
          {title}
        </h3>
        {note ? <p className={styles.lead}>{note}</p> : null}
      </div>
      {children}
    </section>
  );
}

/** What only some want to see, folded away. */
export function Folded({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  return (
    <details className={styles.folded}>
      <summary>{summary}</summary>
      <div className={styles.unfolded}>{children}</div>
    </details>
  );
}
