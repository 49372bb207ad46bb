import { useMemo } from 'react';
import { glossary } from '../../content/glossary.ts';
import { tierNames } from '../../content/names.ts';
import { results } from '../../content/results.ts';
import { FLOW_ENDS, type RoundReport } from '../../store/selectors/constants.ts';
import { type FlowLink, flowLinks, flowRows } from '../../store/selectors/flow-rows.ts';
import { Figure } from '../../ui/charts/figure.tsx';
import { FlowDrawing } from '../../ui/charts/flow-drawing.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { listed, messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import { Term } from '../../ui/term.tsx';
import { tierColor } from '../../ui/tier-mark.tsx';
import styles from './results-screen.module.css';

const t = messagesOf(results);
const HEIGHT = 440;
/** What customers are judged by, by level of insight. */
export const INSIGHT_TEXTS = ['insightRevenue', 'insightProfit', 'insightValue', 'insightPotential'] as const;

const MOVEMENT_COLORS: Readonly<Record<FlowLink['movement'], string>> = {
  promoted: 'var(--color-good)',
  demoted: 'var(--color-bad)',
  stayed: 'var(--color-ink-3)',
  arrived: 'var(--color-accent)',
  returned: 'var(--color-accent)',
  lapsed: 'var(--tier-lapsed)',
  away: 'var(--tier-lapsed)',
};

/** Customers by where they were and where they are now, as streams between tiers; the same as a table. */
export function TierFlows({ report }: { readonly report: RoundReport }) {
  const formats = useFormats();
  const rows = useMemo(() => flowRows(report), [report]);
  const links = useMemo(() => flowLinks(report), [report]);
  const moved = (movement: FlowLink['movement']) =>
    links.reduce((sum, link) => sum + (link.movement === movement ? link.customers : 0), 0);
  const drawn = links.filter(({ movement }) => movement !== 'away');
  const nodes = (side: 'from' | 'to') =>
    (['new', ...FLOW_ENDS] as const)
      .map((key) => ({
        key,
        name: placeName(key),
        color: key === 'new' ? 'var(--color-accent)' : tierColor(key),
        total: drawn.reduce((sum, link) => sum + (link[side] === key ? link.customers : 0), 0),
      }))
      .filter(({ total }) => total > 0)
      .map((node) => ({ ...node, text: formats.count(node.total) }));
  return (
    <Section
      title={t('flowsTitle')}
      note={
        <>
          {t('flowsNote')} <Term entry={glossary.lapsed} />
          {report.equity.insight === 0 ? null : (
            <strong className={styles.yardstick}>
              {t('flowsYardstick', { insightName: t(INSIGHT_TEXTS[report.insightLevel]) })}
            </strong>
          )}
        </>
      }
    >
      <Figure
        title={t('flowsFinding', { up: moved('promoted'), down: moved('demoted'), lapsed: moved('lapsed') })}
        summary={t('flowsSummary', {
          list: listed(
            drawn.map((link) =>
              t('flowsItem', { from: placeName(link.from), to: placeName(link.to), count: link.customers }),
            ),
          ),
        })}
        rows={rows}
        columns={[
          { name: t('from'), value: (row) => placeName(row.from) },
          ...FLOW_ENDS.map((end) => ({
            name: tierNames[end],
            value: (row: (typeof rows)[number]) => row[end],
            text: (row: (typeof rows)[number]) => (row[end] === 0 ? t('none') : formats.count(row[end])),
          })),
          { name: t('total'), value: (row) => row.total, text: (row) => formats.count(row.total) },
        ]}
        fileName={`tier-flows-quarter-${report.round + 1}`}
        height={HEIGHT}
      >
        <FlowDrawing
          before={{ name: t('flowsBefore'), nodes: nodes('from') }}
          after={{ name: t('flowsAfter'), nodes: nodes('to') }}
          links={drawn.map((link) => ({
            from: link.from,
            to: link.to,
            value: link.customers,
            color: MOVEMENT_COLORS[link.movement],
            strong: link.movement !== 'stayed',
            text: t('flowsItem', { from: placeName(link.from), to: placeName(link.to), count: link.customers }),
          }))}
          height={HEIGHT}
        />
      </Figure>
    </Section>
  );
}

function placeName(place: FlowLink['from']): string {
  return place === 'new' ? t('newcomers') : tierNames[place];
}
