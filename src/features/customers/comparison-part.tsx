import { useMemo, useState } from 'react';
import { customers as texts } from '../../content/customers.ts';
import { tierNames } from '../../content/names.ts';
import { FiguresTable } from '../../ui/figures-table.tsx';
import type { Formats } from '../../ui/format.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import type { Customers } from './customer-columns.ts';
import { figuresOf, membersOf, SET_NAMES, type SetFigures, type SetName } from './customer-sets.ts';
import styles from './customers-screen.module.css';
import type { Selection } from './selection.ts';

const t = messagesOf(texts);

const ROWS: readonly {
  readonly name: keyof SetFigures;
  readonly write: (value: number, formats: Formats) => string;
}[] = [
  { name: 'customers', write: (value, formats) => formats.count(value) },
  { name: 'revenueShare', write: (value, formats) => formats.percentExact(value) },
  { name: 'orders', write: (value, formats) => formats.decimal(value) },
  { name: 'revenue', write: (value, formats) => formats.money(value) },
  { name: 'contribution', write: (value, formats) => formats.money(value) },
  { name: 'contacts', write: (value, formats) => formats.decimal(value) },
  { name: 'estimatedValue', write: (value, formats) => formats.money(value) },
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
  const [sets, setSets] = useState<readonly [SetName, SetName]>(['bronze', 'platinum']);
  const figures = useMemo(
    () => sets.map((set) => figuresOf(customers, membersOf(customers, set, selection))),
    [customers, sets, selection],
  );
  const [a, b] = figures;
  const someEmpty = a.customers === 0 || b.customers === 0;
  const choice = (which: 0 | 1) => (
    <label className={styles.field}>
      {t(which === 0 ? 'groupA' : 'groupB')}
      <select
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
      <p className={styles.finding} role="status">
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
        rows={ROWS.map(({ name, write }) => ({
          key: name,
          head: t(`compare.${name}`),
          cells: [
            a.customers > 0 ? write(a[name], formats) : '–',
            b.customers > 0 ? write(b[name], formats) : '–',
            // A ratio to nothing, or to a loss, says nothing.
            !someEmpty && a[name] > 0 && b[name] >= 0 ? `${formats.hundredths(b[name] / a[name])} ×` : '–',
          ],
        }))}
      />
    </Section>
  );
}

function nameOf(set: SetName): string {
  if (set === 'selection' || set === 'onFile' || set === 'newcomers' || set === 'promoted' || set === 'demoted') {
    return t(`set.${set}`);
  }
  return tierNames[set];
}
