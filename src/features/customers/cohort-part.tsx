import { useId } from 'react';
import { customers as texts } from '../../content/customers.ts';
import type { ChartColumn } from '../../ui/charts/chart-table.ts';
import { TakeAwayLine } from '../../ui/charts/take-away.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { quarterLabel } from '../../ui/quarter-label.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Section } from '../../ui/section.tsx';
import type { CohortRetention } from '../../worker/protocol.ts';
import styles from './customers-screen.module.css';

const t = messagesOf(texts);
/** The strongest shade of a cell, in percent of the accent. */
const DARKEST = 45;

/** Cohorts of newcomers, and the share of each that bought in every quarter after. */
export function CohortPart({ retention }: { readonly retention: readonly CohortRetention[] }) {
  const formats = useFormats();
  const findingId = useId();
  const grown = retention.filter(({ customers, active }) => customers > 0 && active.length > 0);
  const most = Math.max(0, ...grown.map(({ active }) => active.length));
  const highest = Math.max(
    Number.MIN_VALUE,
    ...grown.flatMap(({ customers, active }) => active.map((count) => count / customers)),
  );
  const oldest = grown[0];
  return (
    <Section title={t('cohortTitle')} note={t('cohortNote')}>
      {oldest ? (
        <>
          <p className={styles.finding} id={findingId}>
            {t('cohortFinding', {
              cohort: quarterLabel(oldest.cohort),
              first: formats.percent(oldest.active[0] / oldest.customers),
              last: formats.percent(oldest.active[oldest.active.length - 1] / oldest.customers),
            })}
          </p>
          <ScrollArea label={t('cohortTitle')}>
            <table className={styles.heat}>
              <thead>
                <tr>
                  <th scope="col">{t('cohortCorner')}</th>
                  <th scope="col">{t('cohortSize')}</th>
                  {Array.from({ length: most }, (_, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number of quarters.
                    <th key={index} scope="col">
                      +{index + 1}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {grown.map(({ cohort, customers, active }) => (
                  <tr key={cohort}>
                    <th scope="row">{quarterLabel(cohort)}</th>
                    <td>{formats.count(customers)}</td>
                    {active.map((count, index) => (
                      <td
                        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number of quarters.
                        key={index}
                        style={{
                          background: `color-mix(in srgb, var(--color-accent) ${((count / customers / highest) ** 2 * DARKEST).toFixed(1)}%, var(--color-surface))`,
                        }}
                      >
                        {formats.percent(count / customers)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollArea>
          <TakeAwayLine rows={grown} columns={columnsFor(most)} fileName="clientele-cohorts" describedBy={findingId} />
        </>
      ) : (
        <p className={styles.quiet}>{t('cohortNone')}</p>
      )}
    </Section>
  );
}

/** A column for the newcomers, and one for the share who bought in each quarter after. */
function columnsFor(quarters: number): readonly ChartColumn<CohortRetention>[] {
  return [
    { name: t('cohortCorner'), value: ({ cohort }) => quarterLabel(cohort) },
    { name: t('cohortSize'), value: ({ customers }) => customers },
    ...Array.from({ length: quarters }, (_, index) => ({
      name: t('cohortLater', { quarters: index + 1 }),
      value: ({ customers, active }: CohortRetention) => (index < active.length ? active[index] / customers : null),
    })),
  ];
}
