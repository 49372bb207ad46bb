import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './section.module.css';

export type SectionProps = {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
};

/** A part of a page with its heading in the margin (above it on a narrow screen). */
export function Section({ title, note, children, id }: SectionProps) {
  const headingId = useId();
  return (
    <section className={styles.section} aria-labelledby={headingId} id={id}>
      <div className={styles.heading}>
        <h2 className={styles.title} id={headingId}>
          {title}
        </h2>
        {note ? <div className={styles.note}>{note}</div> : null}
      </div>
      <div className={styles.matter}>{children}</div>
    </section>
  );
}

/** A part of a page that most readers can pass by: its heading and its gist, and the rest when it is asked for or printed. */
export function FoldedSection({
  title,
  gist,
  note,
  children,
}: Omit<SectionProps, 'id'> & {
  /** The one thing that those who pass by should know. */
  readonly gist: ReactNode;
}) {
  const headingId = useId();
  const details = useOpenOnPaper();
  return (
    <section aria-labelledby={headingId}>
      <details ref={details} className={styles.folded}>
        <summary className={styles.summary}>
          <h2 className={styles.title} id={headingId}>
            {title}
          </h2>
          <span className={styles.gist}>{gist}</span>
        </summary>
        <div className={styles.unfolded}>
          {note ? <div className={styles.note}>{note}</div> : null}
          <div className={styles.matter}>{children}</div>
        </div>
      </details>
    </section>
  );
}

/** On paper nothing can be opened any more. */
function useOpenOnPaper() {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    let wasOpen = false;
    const open = () => {
      if (!details.current) return;
      wasOpen = details.current.open;
      details.current.open = true;
    };
    const close = () => {
      if (details.current) details.current.open = wasOpen;
    };
    window.addEventListener('beforeprint', open);
    window.addEventListener('afterprint', close);
    return () => {
      window.removeEventListener('beforeprint', open);
      window.removeEventListener('afterprint', close);
    };
  }, []);
  return details;
}
