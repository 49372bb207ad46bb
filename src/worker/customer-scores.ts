import { LAPSED, type ObservedCustomers } from '../engine/index.ts';
import type { CustomerScores } from './protocol.ts';

const FIFTHS = 5;

/**
 * Scores recency, frequency and monetary value in fifths of the customers on file. Customers with the same figure get the same
 * score, so that fifths of a measure with few values (orders) need not be of one size.
 *
 * *Source:* Hughes 1994, "Strategic database marketing".
 */
export function scoreCustomers(customers: ObservedCustomers): CustomerScores {
  const onFile: number[] = [];
  for (let row = 0; row < customers.count; row++) if (customers.tier[row] < LAPSED) onFile.push(row);
  return {
    recency: inFifths(customers.lastOrder, onFile),
    frequency: inFifths(customers.trailingOrders, onFile),
    money: inFifths(customers.trailingRevenue, onFile),
  };
}

function inFifths(column: ArrayLike<number>, rows: readonly number[]): Uint8Array<ArrayBuffer> {
  const sorted = Float64Array.from(rows, (row) => column[row]).sort();
  const limits = Array.from({ length: FIFTHS - 1 }, (_, fifth) =>
    sorted.length > 0 ? sorted[Math.floor(((fifth + 1) * sorted.length) / FIFTHS)] : 0,
  );
  const scores = new Uint8Array(column.length);
  for (const row of rows) {
    const value = column[row];
    let score = 1;
    for (const limit of limits) if (value >= limit) score++;
    scores[row] = score;
  }
  return scores;
}
