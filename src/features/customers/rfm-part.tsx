import { useId, useMemo } from 'react';
import { customers as texts } from '../../content/customers.ts';
import { glossary } from '../../content/glossary.ts';
import type { ChartColumn } from '../../ui/charts/chart-table.ts';
import { TakeAwayLine } from '../../ui/charts/take-away.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Section } from '../../ui/section.tsx';
import { Term } from '../../ui/term.tsx';
import type { CustomerView } from '../../worker/protocol.ts';
import styles from './customers-screen.module.css';
import { membersOfCell, type RfmCell, rfmCells, SCORES } from './rfm-grid.ts';

const t = messagesOf(texts);
/** The strongest shade of a cell, in percent of the accent. */
const DARKEST = 42;
const CENTS = 100;

const COLUMNS: readonly ChartColumn<RfmCell>[] = [
  { name: t('rfmRecencyScore'), value: (cell) => cell.recency },
  { name: t('rfmFrequencyScore'), value: (cell) => cell.frequency },
  { name: t('rfmCustomers'), value: (cell) => cell.customers },
  { name: t('rfmRevenue'), value: (cell) => cell.revenue / CENTS },
];

/** Recency by frequency in fifths; each cell says how many, and how much they bring, and selects them. */
export function RfmPart({
  view,
  onSelect,
}: {
  readonly view: CustomerView;
  readonly onSelect: (flags: Uint8Array) => void;
}) {
  const formats = useFormats();
  const findingId = useId();
  const cells = useMemo(() => rfmCells(view), [view]);
  const total = (of: (cell: (typeof cells)[number]) => number) => cells.reduce((sum, cell) => sum + of(cell), 0);
  const most = Math.max(1, ...cells.map((cell) => cell.money));
  const [best] = cells;
  const headOf = (score: number, first: string, last: string) =>
    score === 5 ? first : score === 1 ? last : String(score);
  return (
    <Section title={<Term entry={glossary.rfm}>{t('rfmTitle')}</Term>} note={t('rfmNote')}>
      <p className={styles.finding} id={findingId}>
        {t('rfmFinding', {
          share: formats.percent(
            best.customers /
              Math.max(
                1,
                total((cell) => cell.customers),
              ),
          ),
          revenue: formats.percent(
            best.revenue /
              Math.max(
                1,
                total((cell) => cell.revenue),
              ),
          ),
        })}
      </p>
      <ScrollArea label={t('rfmTitle')}>
        <table className={styles.cells}>
          <thead>
            <tr>
              <td />
              {SCORES.map((score) => (
                <th key={score} scope="col">
                  {score === 5 ? <small>{t('rfmFrequency')}</small> : null} {headOf(score, t('rfmBest'), t('rfmLeast'))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {SCORES.map((recency) => (
              <tr key={recency}>
                <th scope="row">
                  {recency === 5 ? <small>{t('rfmRecency')}</small> : null}{' '}
                  {headOf(recency, t('rfmLatest'), t('rfmOldest'))}
                </th>
                {cells
                  .filter((cell) => cell.recency === recency)
                  .map((cell) => (
                    <td key={cell.frequency}>
                      {cell.customers === 0 ? (
                        <span className={styles.quiet}>{t('rfmEmpty')}</span>
                      ) : (
                        <button
                          type="button"
                          className={styles.cell}
                          style={{ background: shade(cell.money / most) }}
                          aria-label={t('rfmCell', {
                            recency: cell.recency,
                            frequency: cell.frequency,
                            count: cell.customers,
                            money: formats.money(cell.money),
                          })}
                          onClick={() => onSelect(membersOfCell(view, cell))}
                        >
                          <b>{formats.count(cell.customers)}</b>
                          <span>{formats.moneyCompact(cell.money)}</span>
                        </button>
                      )}
                    </td>
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      <TakeAwayLine rows={cells} columns={COLUMNS} fileName="clientele-rfm" describedBy={findingId} />
    </Section>
  );
}

function shade(share: number): string {
  return `color-mix(in srgb, var(--color-accent) ${(Math.sqrt(share) * DARKEST).toFixed(1)}%, var(--color-surface))`;
}
