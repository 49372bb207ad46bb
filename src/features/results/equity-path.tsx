import { useMemo } from 'react';
import { results } from '../../content/results.ts';
import type { RoundReport } from '../../store/selectors/constants.ts';
import { equityPathRows } from '../../store/selectors/equity-path.ts';
import { Figure } from '../../ui/charts/figure.tsx';
import { LazyLineDrawing } from '../../ui/charts/lazy-drawings.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { quarterLabel } from '../../ui/quarter-label.ts';
import { Section } from '../../ui/section.tsx';

const t = messagesOf(results);
const HEIGHT = 300;
const EVEN = 0.003;

/** Estimated firm value and customer equity since the warm-up. */
export function EquityPath({
  history,
  reports,
}: {
  readonly history: readonly RoundReport[];
  readonly reports: readonly RoundReport[];
}) {
  const formats = useFormats();
  const rows = useMemo(
    () =>
      equityPathRows(history, reports).map((row) => ({
        ...row,
        x: quarterLabel(row.round),
        played: String(row.played),
      })),
    [history, reports],
  );
  const start = history[history.length - 1]?.equity.closing ?? 0;
  const { customerEquity: now, cumulativeCash } = rows[rows.length - 1];
  const change = start > 0 ? now / start - 1 : 0;
  return (
    <Section title={t('pathTitle')} note={t('pathNote')}>
      <Figure
        title={t(change > EVEN ? 'path.up' : change < -EVEN ? 'path.down' : 'path.even', {
          change: formats.percentExact(Math.abs(change)),
          cash: formats.moneyCompact(Math.abs(cumulativeCash)),
          cashSign: cumulativeCash < 0 ? 'cost' : 'earned',
        })}
        summary={t('pathSummary', { first: rows[0].x, last: rows[rows.length - 1].x })}
        rows={rows}
        columns={[
          { name: t('quarter'), value: (row) => row.x },
          {
            name: t('firmValue'),
            value: (row) => row.estimatedFirmValue / 100,
            text: (row) => formats.money(row.estimatedFirmValue),
          },
          {
            name: t('equity'),
            value: (row) => row.customerEquity / 100,
            text: (row) => formats.money(row.customerEquity),
          },
          { name: t('cashFlow'), value: (row) => row.cashFlow / 100, text: (row) => formats.money(row.cashFlow) },
        ]}
        fileName="firm-value-so-far"
        height={HEIGHT}
      >
        <LazyLineDrawing
          rows={rows}
          series={[
            { key: 'estimatedFirmValue', name: t('pathValue'), color: 'var(--color-ink-2)', dashed: true },
            { key: 'customerEquity', name: t('pathEquity'), color: 'var(--color-accent)', strong: true },
          ]}
          format={formats.moneyCompact}
          height={HEIGHT}
          mark={{ x: '−1', name: t('pathStart') }}
        />
      </Figure>
    </Section>
  );
}
