import { useMemo } from 'react';
import { glossary } from '../../content/glossary.ts';
import { tierNames } from '../../content/names.ts';
import { results } from '../../content/results.ts';
import type { RoundReport } from '../../store/selectors/constants.ts';
import { type NewCustomerRow, newCustomerRows } from '../../store/selectors/new-customer-rows.ts';
import { BarList } from '../../ui/bar-list.tsx';
import { Figure } from '../../ui/charts/figure.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import { Term } from '../../ui/term.tsx';
import { TierLabel, tierColor } from '../../ui/tier-mark.tsx';
import { WhyButton } from './why.tsx';

const t = messagesOf(results);
const HEIGHT = 190;

/** Where the quarter's new customers came from, and what they cost. */
export function NewCustomersPart({ report }: { readonly report: RoundReport }) {
  const formats = useFormats();
  const rows = useMemo(() => newCustomerRows(report), [report]);
  const { paid, referred, organic } = report.newCustomers;
  const count = paid + referred + organic;
  const money = (cents: number | null) => (cents === null ? t('none') : formats.money(cents));
  const units = (cents: number | null) => (cents === null ? null : cents / 100);
  return (
    <Section
      title={t('newTitle')}
      note={
        <>
          {t('newNote')} <Term entry={glossary.costPerNewCustomer} /> <WhyButton figure="newCustomers" actual={count} />
        </>
      }
    >
      <Figure
        title={t('newFinding', { count, share: formats.percent(count > 0 ? paid / count : 0) })}
        summary={t('newSummary', { paid, referred, organic })}
        rows={rows}
        columns={[
          { name: t('source'), value: (row) => sourceName(row) },
          { name: t('newCount'), value: (row) => row.customers, text: (row) => formats.count(row.customers) },
          { name: t('spend'), value: (row) => row.spend / 100, text: (row) => formats.money(row.spend) },
          {
            name: t('average'),
            value: (row) => units(row.costPerNewCustomer),
            text: (row) => money(row.costPerNewCustomer),
          },
          {
            name: t('marginal'),
            value: (row) => units(row.marginalCostPerNewCustomer),
            text: (row) => money(row.marginalCostPerNewCustomer),
          },
        ]}
        fileName={`new-customers-quarter-${report.round + 1}`}
        height={HEIGHT}
      >
        <BarList
          rows={rows.map((row) => ({
            key: row.source,
            name: row.tier ? <TierLabel tier={row.tier}>{sourceName(row)}</TierLabel> : sourceName(row),
            bars: [
              {
                key: 'customers',
                value: row.customers,
                text: formats.count(row.customers),
                color: row.tier ? tierColor(row.tier) : 'var(--color-accent)',
                ...(row.costPerNewCustomer !== null && row.marginalCostPerNewCustomer !== null
                  ? {
                      note: t('costNote', {
                        average: money(row.costPerNewCustomer),
                        marginal: money(row.marginalCostPerNewCustomer),
                      }),
                    }
                  : {}),
              },
            ],
          }))}
        />
      </Figure>
    </Section>
  );
}

function sourceName(row: NewCustomerRow): string {
  if (row.tier) return t('paidFor', { tier: tierNames[row.tier] });
  return row.source === 'referred' ? t('referred') : t('organic');
}
