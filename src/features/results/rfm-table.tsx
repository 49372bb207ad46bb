import { glossary } from '../../content/glossary.ts';
import { results } from '../../content/results.ts';
import type { RoundReport } from '../../store/selectors/constants.ts';
import { rfmGrid } from '../../store/selectors/rfm-rows.ts';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import { Term } from '../../ui/term.tsx';
import styles from './results-screen.module.css';

const t = messagesOf(results);
/** The strongest shade of a cell, in percent of the accent. */
const DARKEST = 40;

/** Customers on file by recency and frequency, each cell with how many they are and what each spent in the last year. */
export function RfmTable({ report }: { readonly report: RoundReport }) {
  const formats = useFormats();
  const grid = rfmGrid(report);
  const { best } = grid;
  return (
    <Section title={<Term entry={glossary.rfm}>{t('rfmTitle')}</Term>} note={t('rfmNote')}>
      {best === null ? null : (
        <p className={styles.finding}>
          {t('rfmFinding', {
            share: formats.percent(best.shareOfCustomers),
            revenue: formats.percent(best.shareOfRevenue),
          })}
        </p>
      )}
      <FiguresTable
        label={t('rfmTitle')}
        corner={t('rfmCorner')}
        columns={grid.frequencies.map(({ from, to }) => ({
          key: String(from),
          head:
            to === null ? t('rfmOrdersFrom', { from }) : t('rfmOrders', { from, to, span: to > from ? 'many' : 'one' }),
        }))}
        rows={grid.rows.map(({ recency, cells }) => ({
          key: String(recency),
          head: t('rfmRecency', { quarters: recency }),
          cells: cells.map((cell) => (
            <span
              key={cell.ordersFrom}
              className={styles.flow}
              style={{
                background: `color-mix(in srgb, var(--color-accent) ${(cell.shareOfRevenue * DARKEST).toFixed(1)}%, transparent)`,
              }}
            >
              {cell.customers === 0
                ? t('none')
                : t('rfmCell', {
                    customers: formats.count(cell.customers),
                    money: formats.money(cell.trailingRevenue / cell.customers),
                  })}
            </span>
          )),
        }))}
      />
    </Section>
  );
}
