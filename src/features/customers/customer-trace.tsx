import { type FormEvent, useEffect, useId, useState } from 'react';
import { customers as texts } from '../../content/customers.ts';
import { tierNames } from '../../content/names.ts';
import { useCommands } from '../../store/use-clientele.ts';
import { Button } from '../../ui/button.tsx';
import type { ChartColumn } from '../../ui/charts/chart-table.ts';
import { Figure } from '../../ui/charts/figure.tsx';
import { customerNumber } from '../../ui/customer-number.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { quarterLabel } from '../../ui/quarter-label.ts';
import { Section } from '../../ui/section.tsx';
import type { CustomerTrace } from '../../worker/protocol.ts';
import { rowOfId, TIER_AND_LAPSED } from './customer-columns.ts';
import styles from './customers-screen.module.css';
import fields from './field.module.css';
import { cohortName } from './table-columns.tsx';
import { TracePicture } from './trace-picture.tsx';

const t = messagesOf(texts);
const PICTURE_HEIGHT = 190;

export type CustomerTracePartProps = {
  readonly chosen: number | null;
  readonly count: number;
  /** Up to which round to look. */
  readonly round: number;
  readonly cohortOf: (row: number) => number;
  readonly onChoose: (row: number) => void;
};

/** One customer's history: looked up by number, or chosen on the map or in the table. */
export function CustomerTracePart({ chosen, count, round, cohortOf, onChoose }: CustomerTracePartProps) {
  const inputId = useId();
  const problemId = useId();
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState(false);
  const trace = useTrace(chosen, round);

  function lookUp(event: FormEvent) {
    event.preventDefault();
    const row = rowOfId(typed, count);
    setUnknown(row === null);
    if (row !== null) onChoose(row);
  }

  return (
    <Section title={t('traceTitle')} note={t('traceNote')} id="one-customer">
      <form className={styles.lookUp} onSubmit={lookUp}>
        <label htmlFor={inputId}>{t('traceNumber')}</label>
        <input
          id={inputId}
          className={fields.control}
          value={typed}
          placeholder="C000042"
          aria-invalid={unknown}
          {...(unknown ? { 'aria-describedby': problemId } : {})}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button size="small" type="submit">
          {t('traceShow')}
        </Button>
      </form>
      <p id={problemId} role="status" className={styles.problem}>
        {unknown ? t('traceUnknown') : ''}
      </p>
      {chosen === null ? (
        <p className={styles.quiet}>{t('traceEmpty')}</p>
      ) : trace ? (
        <Trace trace={trace} since={cohortName(cohortOf(trace.row))} />
      ) : (
        <p className={styles.quiet}>{t('traceLoading')}</p>
      )}
    </Section>
  );
}

function Trace({ trace, since }: { readonly trace: CustomerTrace; readonly since: string }) {
  const formats = useFormats();
  const id = customerNumber(trace.row);
  const rows = trace.quarters.map((quarter) => ({
    ...quarter,
    revenue: quarter.orders.reduce((sum, order) => sum + order.revenue, 0),
  }));
  const total = (of: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  const orders = total((row) => row.orders.length) + (trace.earlier?.orders ?? 0);
  const contacts = total((row) => row.contacts) + (trace.earlier?.contacts ?? 0);
  const revenue = total((row) => row.revenue) + (trace.earlier?.revenue ?? 0);
  const tierName = (tier: number) => (tier < TIER_AND_LAPSED.length ? tierNames[TIER_AND_LAPSED[tier]] : t('newcomer'));
  const columns: readonly ChartColumn<(typeof rows)[number]>[] = [
    { name: t('quarter'), value: (row) => quarterLabel(row.round) },
    { name: t('tierDuring'), value: (row) => tierName(row.tierBefore) },
    { name: t('orders'), value: (row) => row.orders.length },
    { name: t('revenue'), value: (row) => row.revenue / 100, text: (row) => formats.moneyExact(row.revenue) },
    { name: t('contacts'), value: (row) => row.contacts },
    {
      name: t('estimatedAfter'),
      value: (row) => row.estimatedValue / 100,
      text: (row) => formats.money(row.estimatedValue),
    },
  ];
  return (
    <div aria-live="polite">
      <Figure
        title={t('traceFinding', { id, orders, contacts, revenue: formats.money(revenue), since })}
        note={
          trace.earlier
            ? `${t('tracePicture')} ${t('traceEarlier', { ...trace.earlier, revenue: formats.money(trace.earlier.revenue) })}`
            : t('tracePicture')
        }
        summary={t('traceSummary', {
          id,
          orders,
          quarters: rows.length,
          tier: tierName(trace.quarters[trace.quarters.length - 1].tier),
        })}
        rows={rows}
        columns={columns}
        fileName={`clientele-${id}`}
        height={PICTURE_HEIGHT}
      >
        <TracePicture trace={trace} height={PICTURE_HEIGHT} />
      </Figure>
    </div>
  );
}

/** The history of a customer; null until it is there. */
function useTrace(row: number | null, round: number): CustomerTrace | null {
  const commands = useCommands();
  const [trace, setTrace] = useState<CustomerTrace | null>(null);
  useEffect(() => {
    let here = true;
    if (row === null) setTrace(null);
    else {
      void commands.traceCustomer(row, round).then((found) => {
        if (here) setTrace(found);
      });
    }
    return () => {
      here = false;
    };
  }, [commands, row, round]);
  return trace?.row === row ? trace : null;
}
