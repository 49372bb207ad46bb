import type { ReactNode } from 'react';
import { glossary } from '../../content/glossary.ts';
import { tierNames } from '../../content/names.ts';
import { results } from '../../content/results.ts';
import type { RoundReport } from '../../store/selectors/constants.ts';
import { type TierResultRow, tierResultRows } from '../../store/selectors/tier-results.ts';
import { Change } from '../../ui/change.tsx';
import { FiguresTable, Minor } from '../../ui/figures-table.tsx';
import type { Formats } from '../../ui/format.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { type Messages, messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import { type GlossaryEntry, Term } from '../../ui/term.tsx';
import { TierLabel } from '../../ui/tier-mark.tsx';
import { WhyButton } from './why.tsx';

const t: Messages<typeof results> = messagesOf(results);

type Measure = {
  readonly key: string;
  readonly head: string;
  readonly entry?: GlossaryEntry;
  readonly value: (row: TierResultRow) => number | null;
  readonly write: (value: number, formats: Formats) => string;
  /** Set where the change from the quarter before is shown too. */
  readonly change?: {
    readonly write: (change: number, formats: Formats) => string;
    readonly welcome: 'up' | 'neither';
  };
  /** Whether all tiers may be summed. */
  readonly sums?: boolean;
  readonly note?: (row: TierResultRow, formats: Formats) => string | null;
};

const MEASURES: readonly Measure[] = [
  {
    key: 'customers',
    head: t('rowCustomers'),
    value: (row) => row.customers,
    write: (value, formats) => formats.count(value),
    change: { write: (change, formats) => formats.countChange(change), welcome: 'neither' },
    sums: true,
  },
  {
    key: 'active',
    head: t('rowActive'),
    entry: glossary.activeCustomers,
    value: (row) => row.activeShare,
    write: (value, formats) => formats.percent(value),
  },
  {
    key: 'revenue',
    head: t('rowRevenue'),
    value: (row) => row.revenue,
    write: (value, formats) => formats.moneyCompact(value),
    change: { write: (change, formats) => formats.moneyChange(change), welcome: 'up' },
    sums: true,
  },
  {
    key: 'contribution',
    head: t('rowContribution'),
    entry: glossary.contribution,
    value: (row) => row.contribution,
    write: (value, formats) => formats.moneyCompact(value),
    change: { write: (change, formats) => formats.moneyChange(change), welcome: 'up' },
    sums: true,
  },
  {
    key: 'spend',
    head: t('rowSpend'),
    value: (row) => row.spend,
    write: (value, formats) => formats.moneyCompact(value),
    sums: true,
  },
  {
    key: 'quality',
    head: t('rowQuality'),
    entry: glossary.serviceQuality,
    value: (row) => row.serviceQuality,
    write: (value, formats) => formats.hundredths(value),
    change: { write: (change, formats) => formats.hundredthsChange(change), welcome: 'up' },
  },
  {
    key: 'satisfaction',
    head: t('rowSatisfaction'),
    entry: glossary.satisfaction,
    value: (row) => row.satisfaction,
    write: (value, formats) => formats.hundredths(value),
    note: (row, formats) =>
      row.satisfactionStandardError === null
        ? null
        : t('plusMinus', { error: formats.hundredths(row.satisfactionStandardError) }),
  },
  {
    key: 'nps',
    head: t('rowNps'),
    entry: glossary.netPromoterScore,
    value: (row) => (row.netPromoterScore === null ? null : row.netPromoterScore * 100),
    write: (value, formats) => formats.countChange(value),
  },
  {
    key: 'saved',
    head: t('rowSaved'),
    entry: glossary.customersSaved,
    value: (row) => row.estimatedCustomersSaved,
    write: (value, formats) => formats.count(value),
    sums: true,
  },
  {
    key: 'new',
    head: t('rowNew'),
    entry: glossary.acquisition,
    value: (row) => row.newCustomers,
    write: (value, formats) => formats.count(value),
    sums: true,
  },
  {
    key: 'cac',
    head: t('rowCac'),
    entry: glossary.costPerNewCustomer,
    value: (row) => row.costPerNewCustomer,
    write: (value, formats) => formats.money(value),
  },
  {
    key: 'marginal',
    head: t('rowCacMarginal'),
    value: (row) => row.marginalCostPerNewCustomer,
    write: (value, formats) => formats.money(value),
  },
];

/** What each tier did, was given and said, with its change from the quarter before. */
export function TierTable({
  report,
  previous,
}: {
  readonly report: RoundReport;
  readonly previous: RoundReport | null;
}) {
  const formats = useFormats();
  const now = tierResultRows(report);
  const before = previous ? tierResultRows(previous) : null;

  function cell(measure: Measure, index: number): ReactNode {
    const value = measure.value(now[index]);
    if (value === null) return t('none');
    const then = before && measure.change ? measure.value(before[index]) : null;
    const note = measure.note?.(now[index], formats);
    return (
      <>
        {measure.write(value, formats)}
        {measure.change && then !== null ? (
          <Minor>
            <Change value={value - then} welcome={measure.change.welcome}>
              {measure.change.write(value - then, formats)}
            </Change>
          </Minor>
        ) : null}
        {note ? <Minor>{note}</Minor> : null}
        {measure.key === 'quality' ? (
          <Minor>
            <WhyButton figure={`quality.${now[index].tier}`} actual={value} />
          </Minor>
        ) : null}
      </>
    );
  }

  return (
    <Section title={<Term entry={glossary.tier}>{t('tiersTitle')}</Term>} note={t('tiersNote')}>
      <FiguresTable
        label={t('tiersTitle')}
        corner={t('measure')}
        columns={[
          ...now.map(({ tier }) => ({ key: tier, head: <TierLabel tier={tier}>{tierNames[tier]}</TierLabel> })),
          { key: 'all', head: t('allTiers') },
        ]}
        rows={MEASURES.map((measure) => ({
          key: measure.key,
          head: measure.entry ? <Term entry={measure.entry}>{measure.head}</Term> : measure.head,
          cells: [
            ...now.map((_, index) => cell(measure, index)),
            measure.sums
              ? measure.write(
                  now.reduce((sum, row) => sum + (measure.value(row) ?? 0), 0),
                  formats,
                )
              : null,
          ],
        }))}
      />
    </Section>
  );
}
