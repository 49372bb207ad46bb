import { useId, useMemo, useState } from 'react';
import { customers as texts } from '../../content/customers.ts';
import { tierNames } from '../../content/names.ts';
import type { ChartColumn } from '../../ui/charts/chart-table.ts';
import { TakeAwayLine } from '../../ui/charts/take-away.tsx';
import { FiguresTable } from '../../ui/figures-table.tsx';
import type { Formats } from '../../ui/format.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import type { Customers } from './customer-columns.ts';
import { figuresOf, membersOf, SET_NAMES, type SetFigures, type SetName } from './customer-sets.ts';
import styles from './customers-screen.module.css';
import fields from './field.module.css';
import type { Selection } from './selection.ts';

const t = messagesOf(texts);

type Measure = {
  readonly name: keyof SetFigures;
  readonly write: (value: number, formats: Formats) => string;
  readonly isMoney?: boolean;
};

const CENTS = 100;
const ROWS: readonly Measure[] = [
  { name: 'customers', write: (value, formats) => formats.count(value) },
  { name: 'revenueShare', write: (value, formats) => formats.percentExact(value) },
  { name: 'orders', write: (value, formats) => formats.decimal(value) },
  { name: 'revenue', write: (value, formats) => formats.money(value), isMoney: true },
  { name: 'contribution', write: (value, formats) => formats.money(value), isMoney: true },
  { name: 'contacts', write: (value, formats) => formats.decimal(value) },
  { name: 'estimatedValue', write: (value, formats) => formats.money(value), isMoney: true },
  { name: 'recency', write: (value, formats) => formats.decimal(value) },
  { name: 'tenure', write: (value, formats) => formats.decimal(value) },
];

/** Any two groups side by side: totals, means a customer, and how many times the one is the other. */
export function ComparisonPart({
  customers,
  selection,
}: {
  readonly customers: Customers;
  readonly selection: Selection | null;
}) {
  const formats = useFormats();
  const findingId = useId();
  const [sets, setSets] = useState<readonly [SetName, SetName]>(['bronze', 'platinum']);
  const figures = useMemo(
    () => sets.map((set) => figuresOf(customers, membersOf(customers, set, selection))),
    [customers, sets, selection],
  );
  const [a, b] = figures;
  const someEmpty = a.customers === 0 || b.customers === 0;
  // A ratio to nothing, or to a loss, says nothing.
  const ratioOf = ({ name }: Measure) => (!someEmpty && a[name] > 0 && b[name] >= 0 ? b[name] / a[name] : null);
  const columns: readonly ChartColumn<Measure>[] = [
    { name: t('compareMeasure'), value: ({ name }) => t(`compare.${name}`) },
    ...figures.map((set, which) => ({
      name: nameOf(sets[which]),
      value: ({ name, isMoney }: Measure) => (set.customers > 0 ? set[name] / (isMoney ? CENTS : 1) : null),
    })),
    { name: t('ratio'), value: ratioOf },
  ];
  const choice = (which: 0 | 1) => (
    <label className={fields.field}>
      {t(which === 0 ? 'groupA' : 'groupB')}
      <select
        className={fields.control}
        value={sets[which]}
        onChange={(event) => setSets(sets.with(which, event.target.value as SetName) as [SetName, SetName])}
      >
        {SET_NAMES.filter((set) => set !== 'selection' || selection !== null || sets[which] === set).map((set) => (
          <option key={set} value={set}>
            {nameOf(set)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Section title={t('compareTitle')} note={t('compareNote')}>
      <div className={styles.choices}>
        {choice(0)}
        {choice(1)}
      </div>
      <p className={styles.finding} role="status" id={findingId}>
        {someEmpty || a.revenue <= 0
          ? someEmpty
            ? t('compareEmpty')
            : ''
          : t('compareFinding', {
              a: nameOf(sets[0]),
              b: nameOf(sets[1]),
              ratio: formats.decimal(b.revenue / a.revenue),
            })}
      </p>
      <FiguresTable
        label={t('compareTitle')}
        corner=""
        columns={[
          { key: 'a', head: nameOf(sets[0]) },
          { key: 'b', head: nameOf(sets[1]) },
          { key: 'ratio', head: t('ratio') },
        ]}
        rows={ROWS.map((row) => {
          const ratio = ratioOf(row);
          return {
            key: row.name,
            head: t(`compare.${row.name}`),
            cells: [
              ...figures.map((set) => (set.customers > 0 ? row.write(set[row.name], formats) : '–')),
              ratio === null ? '–' : `${formats.hundredths(ratio)} ×`,
            ],
          };
        })}
      />
      <TakeAwayLine rows={ROWS} columns={columns} fileName="clientele-comparison" describedBy={findingId} />
    </Section>
  );
}

function nameOf(set: SetName): string {
  if (set === 'selection' || set === 'onFile' || set === 'newcomers' || set === 'promoted' || set === 'demoted') {
    return t(`set.${set}`);
  }
  return tierNames[set];
}
