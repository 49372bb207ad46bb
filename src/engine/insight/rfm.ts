import type { Population } from '../population/columns.ts';
import type { RfmCell } from '../report/round-report.ts';
import { TIER_COUNT } from '../tiering/tiers.ts';
import { trailingOrders, trailingRevenue } from './trailing.ts';

/** Lowest number of orders in the last four quarters of each frequency class. */
export const RFM_FREQUENCIES = [1, 2, 3, 5, 9] as const;

/**
 * Customers on file by recency (whole quarters since the last order, 0 to 3) and frequency (orders in the last four quarters), with the money they
 * brought and are estimated to be worth: the direct marketer's report, the same at every insight level. Empty cells are there too, most recent
 * first, then rarest first.
 *
 * *Source:* Hughes 1994, *Strategic database marketing* (recency, frequency, monetary value), with the classes fixed so that quarters compare.
 *
 * @param now start of the next round, quarters
 * @param onFileRounds quarters that a customer stays on file
 */
export function rfmCells(population: Population, onFileRounds: number, now: number): RfmCell[] {
  const { tier, active, activeCount, observedLastOrder, estimatedValue } = population;
  const cells = Array.from({ length: onFileRounds * RFM_FREQUENCIES.length }, (_, index) => ({
    recency: Math.floor(index / RFM_FREQUENCIES.length),
    ordersFrom: RFM_FREQUENCIES[index % RFM_FREQUENCIES.length],
    customers: 0,
    trailingRevenue: 0,
    estimatedEquity: 0,
  }));
  for (let i = 0; i < activeCount; i++) {
    const row = active[i];
    if (tier[row] >= TIER_COUNT) continue;
    const recency = Math.min(onFileRounds - 1, Math.floor(now - observedLastOrder[row]));
    const cell = cells[recency * RFM_FREQUENCIES.length + frequencyClass(trailingOrders(population, row))];
    cell.customers++;
    cell.trailingRevenue += trailingRevenue(population, row);
    cell.estimatedEquity += estimatedValue[row];
  }
  return cells;
}

function frequencyClass(orders: number): number {
  let found = 0;
  while (found + 1 < RFM_FREQUENCIES.length && orders >= RFM_FREQUENCIES[found + 1]) found++;
  return found;
}
