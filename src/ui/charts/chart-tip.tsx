import { useMemo, useState } from 'react';
import { Tooltip } from 'recharts';
import styles from './drawing.module.css';

/** Whether a chart has been pointed at: only then does it need a tip, which measures the page to find its place. */
export function usePointedAt() {
  const [isPointedAt, setPointedAt] = useState(false);
  const pointing = useMemo(() => {
    const note = () => setPointedAt(true);
    return { onMouseEnter: note, onTouchStart: note };
  }, []);
  return { isPointedAt, pointing };
}

/** What stands at the place pointed at: its name, and the figure of every series there. */
export function ChartTip({
  series,
  format,
}: {
  readonly series: readonly { readonly key: string; readonly name: string }[];
  readonly format: (value: number) => string;
}) {
  return (
    <Tooltip
      cursor={{ className: styles.cursor }}
      isAnimationActive={false}
      content={({ active, payload, label }) =>
        active && payload?.length ? (
          <div className={styles.tip}>
            <strong>{String(label)}</strong>
            {series.map(({ key, name }) => {
              const value = payload.find(({ dataKey }) => dataKey === key)?.value;
              return typeof value === 'number' ? (
                <span key={key}>
                  {name} <b>{format(value)}</b>
                </span>
              ) : null;
            })}
          </div>
        ) : null
      }
    />
  );
}
