import { useMemo } from 'react';
import { glossary } from '../../content/glossary.ts';
import { tierNames } from '../../content/names.ts';
import { results } from '../../content/results.ts';
import { BRIDGE_STEPS, type RoundReport } from '../../store/selectors/constants.ts';
import { equityBridgeRows, tierBridgeRows } from '../../store/selectors/equity-bridge.ts';
import { Change } from '../../ui/change.tsx';
import { Figure } from '../../ui/charts/figure.tsx';
import { LazyWaterfallDrawing } from '../../ui/charts/lazy-drawings.ts';
import type { WaterfallRow } from '../../ui/charts/waterfall-drawing.tsx';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import { Term } from '../../ui/term.tsx';
import { TierLabel } from '../../ui/tier-mark.tsx';
import styles from './results-screen.module.css';

const t = messagesOf(results);
const HEIGHT = 320;
/** Relative change of equity below which it "stayed". */
const EVEN = 0.001;

/** The bridge from the last quarter's customer equity to this one's: as a waterfall, and by tier. */
export function EquityBridge({ report }: { readonly report: RoundReport }) {
  const formats = useFormats();
  const { equity } = report;
  const rows = useMemo(() => equityBridgeRows(report), [report]);
  const steps = BRIDGE_STEPS.filter((step) => step !== 'insight' || equity.insight !== 0);
  const shown = rows.filter((row) => row.step !== 'insight' || equity.insight !== 0);
  const largest = steps.reduce((most, step) => (Math.abs(equity[step]) > Math.abs(equity[most]) ? step : most));
  const change = equity.opening !== 0 ? equity.closing / equity.opening - 1 : 0;
  const direction = change > EVEN ? 'bridge.up' : change < -EVEN ? 'bridge.down' : 'bridge.even';
  const drawn: readonly WaterfallRow[] = shown.map((row) => ({
    x: t(row.step),
    from: row.start,
    to: row.end,
    kind: row.kind === 'total' ? 'total' : row.amount < 0 ? 'fall' : 'rise',
    label: row.kind === 'total' ? formats.moneyCompact(row.amount) : formats.moneyChange(row.amount),
  }));
  const values = Object.fromEntries(BRIDGE_STEPS.map((step) => [step, formats.moneyChange(equity[step])]));
  return (
    <Section title={t('bridgeTitle')} note={t('bridgeNote')}>
      <div className={styles.stack}>
        <Figure
          title={t(direction, {
            change: formats.percentExact(Math.abs(change)),
            closing: formats.moneyCompact(equity.closing),
            step: t(largest),
            amount: formats.moneyChange(equity[largest]),
          })}
          note={t('bridgeAxis')}
          summary={t('bridgeSummary', {
            opening: formats.moneyCompact(equity.opening),
            closing: formats.moneyCompact(equity.closing),
            ...values,
          })}
          rows={shown}
          columns={[
            { name: t('step'), value: (row) => t(row.step) },
            { name: t('amount'), value: (row) => row.amount / 100, text: (row) => formats.moneyExact(row.amount) },
            { name: t('running'), value: (row) => row.end / 100, text: (row) => formats.moneyExact(row.end) },
          ]}
          fileName={`equity-bridge-quarter-${report.round + 1}`}
          height={HEIGHT}
        >
          <LazyWaterfallDrawing rows={drawn} format={formats.moneyCompact} height={HEIGHT} />
        </Figure>
        <div>
          <h3>{t('byTier')}</h3>
          <FiguresTable
            label={t('byTier')}
            corner={t('tier')}
            columns={[
              ...steps.map((step) => ({
                key: step,
                head: step === 'revalued' ? <Term entry={glossary.revalued}>{t(step)}</Term> : t(step),
              })),
              { key: 'change', head: t('change') },
            ]}
            rows={[
              ...tierBridgeRows(report).map((row) => ({
                key: row.tier,
                head: <TierLabel tier={row.tier}>{tierNames[row.tier]}</TierLabel>,
                cells: [...steps, 'change' as const].map((step) => (
                  <Change key={step} value={row[step]}>
                    {formats.moneyChange(row[step])}
                  </Change>
                )),
              })),
              {
                key: 'total',
                head: t('allTiers'),
                kind: 'total' as const,
                cells: [
                  ...steps.map((step) => formats.moneyChange(equity[step])),
                  formats.moneyChange(equity.closing - equity.opening),
                ],
              },
            ]}
          />
        </div>
      </div>
    </Section>
  );
}
