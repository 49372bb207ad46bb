import type { ReactNode } from 'react';
import { ScreenTitle } from '../ui/screen-title.tsx';
import styles from './frame.module.css';

/** A screen of few words: a title, a sentence, and what can be done. */
export function MessageScreen({
  title,
  text,
  children,
  actions,
}: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={styles.message}>
      <ScreenTitle>{title}</ScreenTitle>
      <p>{text}</p>
      {children ? <div className={styles.messageBar}>{children}</div> : null}
      {actions ? <div className={styles.messageActions}>{actions}</div> : null}
    </div>
  );
}
