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

/** Odd multipliers that tell a row's columns apart: the entries of a fixed sequence of mixed counters. */
const [A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T] = Array.from(
  { length: 20 },
  (_, n) => mix(n + 1) | 1,
);

function bitsOf(column: Float32Array): Int32Array {
  return new Int32Array(column.buffer, column.byteOffset, column.length);
}

/** Sums of the hashes of all active rows, in two lanes. */
function digestPopulation(population: Population): [number, number] {
  const { id, stream, trueClass, tier, cohort, active, activeCount, estimatedValue } = population;
  const { recentOrders, recentContacts, recentRevenue } = population;
  const { observedRepeatOrders, observedContacts, observedRevenue, observedGrossMargin } = population;
  const purchaseRate = bitsOf(population.truePurchaseRate);
  const dropoutRate = bitsOf(population.trueDropoutRate);
  const orderValue = bitsOf(population.trueOrderValue);
  const margin = bitsOf(population.trueMargin);
  const contactRate = bitsOf(population.trueContactRate);
  const response = bitsOf(population.trueResponse);
  const lifetimeLeft = bitsOf(population.trueLifetimeLeft);
  const walletShare = bitsOf(population.trueWalletShare);
  const satisfaction = bitsOf(population.trueSatisfaction);
  const lastOrder = bitsOf(population.observedLastOrder);
  const words = new Int32Array(recentOrders.buffer);
  const contactWords = new Int32Array(recentContacts.buffer);
  let high = 0;
  let low = 0;
  for (let i = 0; i < activeCount; i++) {
    const row = active[i];
    const ring = row * RING;
    // Each lane is a sum of products that no single changed word leaves alike; two mixes then spread every bit.
    const latents =
      Math.imul(purchaseRate[row] ^ A, B) +
      Math.imul(dropoutRate[row] ^ C, D) +
      Math.imul(orderValue[row] ^ E, F) +
      Math.imul(margin[row] ^ G, H) +
      Math.imul(contactRate[row] ^ I, J) +
      Math.imul(response[row] ^ K, L);
    const states =
      Math.imul(lifetimeLeft[row] ^ B, C) +
      Math.imul(walletShare[row] ^ D, E) +
      Math.imul(satisfaction[row] ^ F, G) +
      Math.imul(lastOrder[row] ^ H, I) +
      Math.imul(estimatedValue[row] ^ J, K) +
      Math.imul(observedRevenue[row] ^ L, M) +
      Math.imul(observedGrossMargin[row] ^ N, O) +
      Math.imul((observedRepeatOrders[row] << 16) ^ observedContacts[row] ^ P, Q);
    const recent =
      Math.imul(recentRevenue[ring] ^ A, M) +
      Math.imul(recentRevenue[ring + 1] ^ B, N) +
      Math.imul(recentRevenue[ring + 2] ^ C, O) +
      Math.imul(recentRevenue[ring + 3] ^ D, P) +
      Math.imul(words[row] ^ E, Q) +
      Math.imul(contactWords[row] ^ F, R);
    const labels = Math.imul((trueClass[row] << 24) ^ (tier[row] << 16) ^ (cohort[row] & 0xffff) ^ S, T) + stream[row];
    const one = mix((mix((latents + states) | 0) + recent + labels + id[row]) | 0);
    high = (high + one) | 0;
    low = (low + mix((Math.imul(one, A) + (recent ^ states) + Math.imul(latents, C)) | 0)) | 0;
  }
  return [high, low];
}
