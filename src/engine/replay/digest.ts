import type { Population } from '../population/columns.ts';
import { asWords, RING } from '../population/columns.ts';
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

/** Odd multipliers that tell a row's columns apart: the mixed counters 1 to 20. Written out, so that they are constants to the compiler. */
const A = -2032993677;
const B = 229111015;
const C = -311550213;
const D = -1901391437;
const E = -1501068243;
const F = -622969355;
const G = -344886785;
const H = -1037591165;
const I = -1564123049;
const J = 462784755;
const K = -1068464267;
const L = 1519494583;
const M = 1156031815;
const N = 2075375963;
const O = 2005688713;
const P = -140013953;
const Q = -1027257995;
const R = 1166590127;
const S = 857857441;
const T = 925569509;

/** The columns that are not whole numbers, and the rings of small ones, as the words they are made of. */
function bitsOf(population: Population) {
  return {
    purchaseRate: asWords(population.truePurchaseRate),
    dropoutRate: asWords(population.trueDropoutRate),
    orderValue: asWords(population.trueOrderValue),
    margin: asWords(population.trueMargin),
    contactRate: asWords(population.trueContactRate),
    response: asWords(population.trueResponse),
    lifetimeLeft: asWords(population.trueLifetimeLeft),
    walletShare: asWords(population.trueWalletShare),
    satisfaction: asWords(population.trueSatisfaction),
    lastOrder: asWords(population.observedLastOrder),
    // The four quarters of a row are one word.
    orders: asWords(population.recentOrders),
    contacts: asWords(population.recentContacts),
  };
}

type Bits = ReturnType<typeof bitsOf>;

/** Rows are hashed in chunks, each part in a short loop of its own over few columns. */
const CHUNK = 512;
const rows = new Int32Array(CHUNK);
const latents = new Int32Array(CHUNK);
const states = new Int32Array(CHUNK);
const recents = new Int32Array(CHUNK);

/**
 * Sums of the hashes of all active rows, in two lanes. Each part of a row's hash is a sum of products that no single changed word leaves alike;
 * three mixes then spread every bit.
 */
function digestPopulation(population: Population): [number, number] {
  const { id, stream, trueClass, tier, cohort, active, activeCount } = population;
  const bits = bitsOf(population);
  let high = 0;
  let low = 0;
  for (let from = 0; from < activeCount; from += CHUNK) {
    const size = Math.min(CHUNK, activeCount - from);
    for (let i = 0; i < size; i++) rows[i] = active[from + i];
    hashLatents(bits, size);
    hashStates(population, bits, size);
    hashRecent(population, bits, size);
    for (let i = 0; i < size; i++) {
      const row = rows[i];
      const labels =
        Math.imul((trueClass[row] << 24) ^ (tier[row] << 16) ^ (cohort[row] & 0xffff) ^ S, T) + stream[row];
      const one = mix((mix((latents[i] + states[i]) | 0) + recents[i] + labels + id[row]) | 0);
      high = (high + one) | 0;
      low = (low + mix((Math.imul(one, A) + (recents[i] ^ states[i]) + Math.imul(latents[i], C)) | 0)) | 0;
    }
  }
  return [high, low];
}

function hashLatents(bits: Bits, size: number): void {
  const { purchaseRate, dropoutRate, orderValue, margin, contactRate, response } = bits;
  for (let i = 0; i < size; i++) {
    const row = rows[i];
    latents[i] =
      Math.imul(purchaseRate[row] ^ A, B) +
      Math.imul(dropoutRate[row] ^ C, D) +
      Math.imul(orderValue[row] ^ E, F) +
      Math.imul(margin[row] ^ G, H) +
      Math.imul(contactRate[row] ^ I, J) +
      Math.imul(response[row] ^ K, L);
  }
}

function hashStates(population: Population, bits: Bits, size: number): void {
  const { estimatedValue, observedRepeatOrders, observedContacts, observedRevenue, observedGrossMargin } = population;
  const { lifetimeLeft, walletShare, satisfaction, lastOrder } = bits;
  for (let i = 0; i < size; i++) {
    const row = rows[i];
    states[i] =
      Math.imul(lifetimeLeft[row] ^ B, C) +
      Math.imul(walletShare[row] ^ D, E) +
      Math.imul(satisfaction[row] ^ F, G) +
      Math.imul(lastOrder[row] ^ H, I) +
      Math.imul(estimatedValue[row] ^ J, K) +
      Math.imul(observedRevenue[row] ^ L, M) +
      Math.imul(observedGrossMargin[row] ^ N, O) +
      Math.imul((observedRepeatOrders[row] << 16) ^ observedContacts[row] ^ P, Q);
  }
}

function hashRecent({ recentRevenue }: Population, { orders, contacts }: Bits, size: number): void {
  for (let i = 0; i < size; i++) {
    const row = rows[i];
    const ring = row * RING;
    recents[i] =
      Math.imul(recentRevenue[ring] ^ A, M) +
      Math.imul(recentRevenue[ring + 1] ^ B, N) +
      Math.imul(recentRevenue[ring + 2] ^ C, O) +
      Math.imul(recentRevenue[ring + 3] ^ D, P) +
      Math.imul(orders[row] ^ E, Q) +
      Math.imul(contacts[row] ^ F, R);
  }
}
