import { customers as texts } from '../../content/customers.ts';
import { tierNames } from '../../content/names.ts';
import type { Formats } from '../../ui/format.ts';
import { messagesOf } from '../../ui/message.ts';
import { type Customers, TIER_AND_LAPSED } from './customer-columns.ts';
import { AXES, type AxisName } from './map-axes.ts';

const t = messagesOf(texts);

/** The map in words: how many customers, and where the middle one of each tier stands. */
export function mapSummary(customers: Customers, across: AxisName, up: AxisName, formats: Formats): string {
  const rowsOf = TIER_AND_LAPSED.map(() => [] as number[]);
  for (let row = 0; row < customers.count; row++) rowsOf[customers.tier[row]].push(row);
  const middle = (axis: AxisName, rows: readonly number[]) => {
    const values = Float64Array.from(rows, (row) => AXES[axis].value(customers, row)).sort();
    return AXES[axis].write(values[Math.floor(values.length / 2)], formats);
  };
  const tiers = TIER_AND_LAPSED.map((tier, index) => ({ tier, rows: rowsOf[index] }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ tier, rows }) =>
      t('mapSummaryTier', { tier: tierNames[tier], x: middle(across, rows), y: middle(up, rows) }),
    );
  return t('mapSummary', {
    count: customers.count,
    x: t(`axis.${across}`),
    y: t(`axis.${up}`),
    tiers: tiers.join('; '),
  });
}
