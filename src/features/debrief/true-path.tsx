import { useMemo, useState } from 'react';
import { debrief } from '../../content/debrief.ts';
import { Figure } from '../../ui/charts/figure.tsx';
import { LazyLineDrawing } from '../../ui/charts/lazy-drawings.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import type { GameScore } from '../../worker/protocol.ts';
import { ChoiceOfOne } from './choice-of-one.tsx';
import { planName } from './comparison.tsx';
import { PATH_MEASURES, type PathMeasure, standingFinding, truePathRows } from './comparison-rows.ts';

const t = messagesOf(debrief);
const HEIGHT = 360;

/** True values after each quarter, the player's line among the others'. */
export function TruePath({ score }: { readonly score: GameScore }) {
  const formats = useFormats();
  const [measure, setMeasure] = useState<PathMeasure>('firmValueByRound');
  const rows = useMemo(() => truePathRows(score, measure), [score, measure]);
  const finding = standingFinding(score);
  const plans = [...score.benchmarks.map(({ policy }) => policy), 'you'];
  return (
    <Figure
      title={t(`path.${finding.standing}`, { quarter: finding.since })}
      note={t(`pathNote.${measure}`)}
      summary={t('pathSummary', {
        measure: t(`path.${measure}`),
        value: formats.moneyCompact(Number(rows[rows.length - 1].you)),
      })}
      rows={rows}
      columns={[
        { name: t('quarter'), value: (row) => row.x },
        ...plans.toReversed().map((plan) => ({
          name: planName(plan),
          value: (row: (typeof rows)[number]) => Number(row[plan]) / 100,
          text: (row: (typeof rows)[number]) => formats.money(Number(row[plan])),
        })),
      ]}
      fileName={`true-${measure}`}
      height={HEIGHT}
      controls={
        <ChoiceOfOne
          label={t('pathMeasure')}
          choices={PATH_MEASURES.map((value) => ({ value, name: t(`path.${value}`) }))}
          value={measure}
          onChange={setMeasure}
        />
      }
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
