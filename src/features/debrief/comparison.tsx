import { useMemo } from 'react';
import { debrief } from '../../content/debrief.ts';
import { policyNames } from '../../content/names.ts';
import { BarList } from '../../ui/bar-list.tsx';
import { Figure } from '../../ui/charts/figure.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { listed, messagesOf } from '../../ui/message.ts';
import type { GameScore } from '../../worker/protocol.ts';
import { Folded } from './chapter.tsx';
import { comparisonRows, plansBeaten } from './comparison-rows.ts';
import styles from './debrief.module.css';

const t = messagesOf(debrief);
const ROW_HEIGHT = 36;

/** The player's index among those of the rules that played the same firm. */
export function Comparison({ score }: { readonly score: GameScore }) {
  const formats = useFormats();
  const rows = useMemo(() => comparisonRows(score), [score]);
  const count = score.benchmarks.length;
  const beaten = plansBeaten(score);
  const best = rows.find((row) => row.plan !== 'you');
  return (
    <div className={styles.stack}>
      <Figure
        title={
          beaten === count || !best
            ? t('compareBest', { count })
            : t('compareSome', { beaten, count, best: planName(best.plan), index: formats.decimal(best.index) })
        }
        summary={t('compareSummary', {
          list: listed(
            rows.map((row) => t('listItem', { name: planName(row.plan), index: formats.decimal(row.index) })),
          ),
        })}
        rows={rows}
        columns={[
          { name: t('plan'), value: (row) => planName(row.plan) },
          { name: t('index'), value: (row) => row.index, text: (row) => formats.decimal(row.index) },
          {
            name: t('firmValueColumn'),
            value: (row) => row.firmValue / 100,
            text: (row) => formats.money(row.firmValue),
          },
          {
            name: t('cashColumn'),
            value: (row) => row.discountedCash / 100,
            text: (row) => formats.money(row.discountedCash),
          },
          {
            name: t('equityColumn'),
            value: (row) => row.closingEquity / 100,
            text: (row) => formats.money(row.closingEquity),
          },
        ]}
        fileName="comparison"
        height={rows.length * ROW_HEIGHT}
      >
        <BarList
          rows={rows.map((row) => ({
            key: row.plan,
            name: planName(row.plan),
            strong: row.plan === 'you',
            bars: [
              {
                key: 'index',
                value: row.index,
                text: formats.decimal(row.index),
                color: row.plan === 'you' ? 'var(--color-accent)' : 'var(--color-rule-strong)',
              },
            ],
          }))}
        />
      </Figure>
      <Folded summary={t('comparePlans')}>
        <dl className={styles.plans}>
          {rows
            .filter((row) => policyNames[row.plan])
            .map((row) => (
              <div key={row.plan}>
                <dt>{planName(row.plan)}</dt>
                <dd>{policyNames[row.plan].description}</dd>
              </div>
            ))}
        </dl>
      </Folded>
    </div>
  );
}

/** A plan's name for readers; a policy without one keeps its id. */
export function planName(plan: string): string {
  return plan === 'you' ? t('you') : (policyNames[plan]?.name ?? plan);
}
