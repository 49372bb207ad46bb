import styles from './change.module.css';

/**
 * A change with its sign, coloured by whether it is welcome. The sign carries the meaning; the colour only helps.
 *
 * @param welcome which direction is good news; `neither` for figures that are neither good nor bad by themselves
 */
export function Change({
  value,
  welcome = 'up',
  children,
}: {
  readonly value: number;
  readonly welcome?: 'up' | 'down' | 'neither';
  /** The change as written, such as `+3` or `−$2K`: what rounds to nothing has no sign, and no colour. */
  readonly children: string;
}) {
  const good = welcome === 'up' ? value > 0 : value < 0;
  const even = value === 0 || !/[+−-]/.test(children);
  const mood = even || welcome === 'neither' ? styles.even : good ? styles.good : styles.bad;
  return <span className={`${styles.change} ${mood}`}>{children}</span>;
}
