import { useMemo } from 'react';
import { final } from '../../content/final.ts';
import { Figure } from '../../ui/charts/figure.tsx';
import { LazyLineDrawing } from '../../ui/charts/lazy-drawings.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import type { GameScore } from '../../worker/protocol.ts';
import { planName } from './comparison.tsx';
import { standingFinding, truePathRows } from './comparison-rows.ts';

const t = messagesOf(final);
const HEIGHT = 360;

/** True firm value after each quarter, the player's line among the others'. */
export function TruePath({ score }: { readonly score: GameScore }) {
  const formats = useFormats();
  const rows = useMemo(() => truePathRows(score), [score]);
  const finding = standingFinding(score);
  const plans = [...score.benchmarks.map(({ policy }) => policy), 'you'];
  return (
    <Figure
      title={t(`path.${finding.standing}`, { quarter: finding.since })}
      note={t('pathNote')}
      summary={t('pathSummary', { value: formats.moneyCompact(score.firmValue) })}
      rows={rows}
      columns={[
        { name: t('quarter'), value: (row) => row.x },
        ...plans.toReversed().map((plan) => ({
          name: planName(plan),
          value: (row: (typeof rows)[number]) => Number(row[plan]) / 100,
          text: (row: (typeof rows)[number]) => formats.money(Number(row[plan])),
        })),
      ]}
      fileName="true-firm-value"
      height={HEIGHT}
    >
      <LazyLineDrawing
        rows={rows}
        series={plans.map((plan) => ({
          key: plan,
          name: planName(plan),
          color: plan === 'you' ? 'var(--color-accent)' : 'var(--color-ink-3)',
          strong: plan === 'you',
          dashed: plan === 'status-quo',
        }))}
        format={formats.moneyCompact}
        height={HEIGHT}
        labelRoom={140}
      />
    </Figure>
  );
}
