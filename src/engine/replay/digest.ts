import type { Population } from '../population/columns.ts';
import { RING } from '../population/columns.ts';
import { mix } from '../random/stream.ts';
import type { Firm } from '../round/firm.ts';

/**
 * Fingerprint of the whole state after a round, 64 bits as 16 hexadecimal digits, chained to the one before. Over every column of every
 * active customer and the firm's own figures. Independent of the order of rows: each row is hashed with its id, and the rows' hashes are
 * added up. A fingerprint of honest arithmetic, not a seal against forgery: verification replays.
 */
export function digestFirm(firm: Firm): string {
  const [a, b] = digestPopulation(firm.population);
  const scalars = [
    firm.round,
    firm.budget,
    firm.smoothedContribution,
    firm.reputation,
    firm.insightLevel,
    firm.lapsedOnRecord,
    firm.cumulativeCash,
    firm.discountedCash,
    firm.estimatedEquity,
    ...firm.fractions,
    ...ledgerCents(firm),
  ];
  let high = fold(hashText(firm.digest, 1), a);
  let low = fold(hashText(firm.digest, 2), b);
  for (const word of wordsOf(scalars)) {
    high = fold(high, word);
    low = fold(low, word ^ LANE);
  }
  return hex(high) + hex(low);
}

/** 64 bits of a text, as 16 hexadecimal digits: the fingerprint of a scenario's parameters. */
export function digestText(text: string): string {
  return hex(hashText(text, 1)) + hex(hashText(text, 2));
}

const LANE = 0x5bd1e995;

function fold(hash: number, word: number): number {
  return mix((Math.imul(hash, 0x01000193) + word) | 0);
}

function hashText(text: string, lane: number): number {
  let hash = Math.imul(lane, LANE);
  for (let i = 0; i < text.length; i++) hash = fold(hash, text.charCodeAt(i));
  return hash;
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

function wordsOf(values: readonly number[]): Int32Array {
  return new Int32Array(Float64Array.from(values).buffer);
}

function ledgerCents(firm: Firm): number[] {
  if (!firm.last) return [];
  return Object.values(firm.last.page.accounts).flatMap((account) => Array.from(account));
}

/** Odd multipliers that tell columns apart in a row's hash. */
const WEIGHTS = Int32Array.from({ length: 64 }, (_, index) => mix(index + 1) | 1);

function digestPopulation(population: Population): [number, number] {
  const { id, stream, trueClass, tier, cohort, active, activeCount } = population;
  const { recentOrders, recentContacts, recentRevenue } = population;
  const wide = [
    population.truePurchaseRate,
    population.trueDropoutRate,
    population.trueOrderValue,
    population.trueMargin,
    population.trueContactRate,
    population.trueResponse,
    population.trueLifetimeLeft,
    population.trueWalletShare,
    population.trueSatisfaction,
    population.observedLastOrder,
    population.observedRevenue,
    population.observedGrossMargin,
    population.estimatedValue,
    stream,
  ].map((column) => new Int32Array(column.buffer));
  const narrow = [population.observedRepeatOrders, population.observedContacts];
  const hashes = new Int32Array(activeCount);
  // Column by column: each is one plain loop.
  let weight = 0;
  for (const column of [...wide, ...narrow]) {
    const factor = WEIGHTS[weight++];
    for (let i = 0; i < activeCount; i++) hashes[i] = (hashes[i] + Math.imul(column[active[i]] ^ factor, factor)) | 0;
  }
  let high = 0;
  let low = 0;
  for (let i = 0; i < activeCount; i++) {
    const row = active[i];
    let hash = hashes[i];
    for (let slot = row * RING; slot < (row + 1) * RING; slot++) {
      hash = Math.imul(hash ^ recentRevenue[slot], LANE);
      hash = Math.imul(hash ^ (hash >>> 15) ^ (recentOrders[slot] << 8) ^ recentContacts[slot], WEIGHTS[0]);
    }
    hash ^= (trueClass[row] << 24) ^ (tier[row] << 16) ^ (cohort[row] & 0xffff);
    const one = mix(hash ^ id[row]);
    high = (high + one) | 0;
    low = (low + mix(one ^ LANE ^ Math.imul(hashes[i], WEIGHTS[1]))) | 0;
  }
  return [high, low];
}
