import { debrief } from '../../content/debrief.ts';
import { leverNames, tierNames } from '../../content/names.ts';
import { LEVERS } from '../../store/selectors/constants.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { TierMark } from '../../ui/tier-mark.tsx';
import type { ChoiceValue } from '../../worker/report/choices.ts';
import { type GridLine, largestValue } from './choice-rows.ts';
import styles from './heat-grid.module.css';

const t = messagesOf(debrief);
/** Strongest colour, percent: the figures must stay readable on it. */
const STRONGEST = 46;
/** Returns this far from break-even have the strongest colour. */
const FULL_RETURN = 3;

/** Choices by lever and tier (down) and round (across): the stronger the colour, the more was earned or lost. */
export function HeatGrid({
  lines,
  rounds,
  measure,
}: {
  readonly lines: readonly GridLine[];
  readonly rounds: number;
  readonly measure: 'value' | 'perUnit';
}) {
  const formats = useFormats();
  const most = measure === 'value' ? largestValue(lines, ({ value }) => value) : FULL_RETURN;
  const gainOf = (cell: ChoiceValue) => (measure === 'value' ? cell.value : cell.perUnit - 1);
  const write = (cell: ChoiceValue) =>
    measure === 'value' ? formats.moneyChange(cell.value) : formats.hundredths(cell.perUnit);
  const groups = [...LEVERS, 'insight' as const];
  return (
    <div className={styles.container}>
      <div
        className={styles.grid}
        style={{ gridTemplateColumns: `minmax(5.5rem, 7rem) repeat(${rounds + 1}, minmax(0, 1fr))` }}
      >
        <span className={styles.head}>{t('quarter')}</span>
        {Array.from({ length: rounds }, (_, round) => (
          <span key={`head ${String(round)}`} className={styles.head}>
            {round + 1}
          </span>
        ))}
        <span className={styles.head}>{t('gridTotal')}</span>
        {groups.map((group) => {
          const own = lines.filter(({ choice }) => (choice.kind === 'cell' ? choice.lever : 'insight') === group);
          if (own.length === 0) return null;
          return (
            <div key={group} className={styles.group}>
              {group === 'insight' ? null : <span className={styles.lever}>{leverNames[group]}</span>}
              {own.map((line) => (
                <div key={line.key} className={styles.line}>
                  <span className={styles.name}>
                    {line.choice.kind === 'cell' ? (
                      <>
                        <TierMark tier={line.choice.tier} /> {tierNames[line.choice.tier]}
                      </>
                    ) : (
                      t('insight')
                    )}
                  </span>
                  {line.cells.map((cell, round) => (
                    <span
                      key={`${line.key} ${String(round)}`}
                      className={styles.cell}
                      {...(cell ? { style: { background: heatOf(gainOf(cell), most) } } : {})}
                    >
                      {cell ? (
                        <>
                          <span className={styles.figure}>{write(cell)}</span>
                          <span className={styles.sign}>{gainOf(cell) < 0 ? '−' : '+'}</span>
                        </>
                      ) : (
                        '·'
                      )}
                    </span>
                  ))}
                  <span className={styles.total}>
                    {line.money > 0 ? (
                      <>
                        <span className={styles.figure}>{formats.moneyChange(line.value)}</span>
                        <span className={styles.sign}>{line.value < 0 ? '−' : '+'}</span>
                      </>
                    ) : (
                      '·'
                    )}
                  </span>
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function heatOf(gain: number, most: number): string {
  const strength = most > 0 ? Math.min(1, Math.abs(gain) / most) : 0;
  const share = Math.round(STRONGEST * Math.sqrt(strength));
  return `color-mix(in srgb, var(${gain < 0 ? '--color-bad' : '--color-good'}) ${share}%, var(--color-page))`;
}
