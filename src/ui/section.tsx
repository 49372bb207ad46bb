import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

/** A part of a page with its heading in the margin (above it on a narrow screen). */
export function Section({
  title,
  note,
  children,
  id,
}: {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
}) {
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
