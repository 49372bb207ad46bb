import styles from './drawing.module.css';

/** What stands at the place pointed at: its name, and every figure there. */
export function ChartTip({
  head,
  entries,
}: {
  readonly head: string;
  readonly entries: readonly { readonly key: string; readonly name: string; readonly text: string }[];
}) {
  return (
    <div className={styles.tip}>
      <strong>{head}</strong>
      {entries.map(({ key, name, text }) => (
        <span key={key}>
          {name} <b>{text}</b>
        </span>
      ))}
    </div>
  );
}
