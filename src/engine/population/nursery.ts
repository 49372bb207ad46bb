import { BATCH } from '../random/batch.ts';
import type { RandomKeys } from '../random/keys.ts';
import { enter } from './birth.ts';
import { asWords, createPopulation, LATENTS, type Population } from './columns.ts';
import { customerId } from './customer-id.ts';
import { type Arrival, drawNewcomers, type Party } from './newcomers.ts';

/**
 * Newcomers drawn once for all games that are played from one start, each in every class that they may be of. Who comes as the k-th by a
 * channel in a round is the same person under every policy (`customerId`); only the class hangs on whom the firm aims at.
 */
export type Nursery = Map<number, Known>;

/** The first newcomers by one channel in one round. */
type Known = {
  readonly keys: RandomKeys;
  persons: number;
  /** What was drawn, as words: [person × class × DRAWN]. One after the other, so that one customer is near together in memory. */
  words: Int32Array;
};

/** What is drawn of a newcomer. */
const DRAWN = [
  ...LATENTS,
  'trueLifetimeLeft',
  'observedRevenue',
  'observedGrossMargin',
] as const satisfies readonly (keyof Population)[];

export function createNursery(): Nursery {
  return new Map();
}

/**
 * Does what `drawNewcomers` does, with what was drawn before.
 *
 * @param channel theirs
 * @param from the first of them: so many came by this channel before, in this round
 */
export function fetchNewcomers(
  nursery: Nursery,
  population: Population,
  arrival: Arrival,
  { ids, classOf, size }: Party,
  channel: number,
  from: number,
): void {
  const { scenario, keys } = arrival;
  const { words } = knownNewcomers(nursery, arrival, channel, from + size);
  const first = population.count;
  enter(population, scenario, keys, ids, classOf, size);
  for (let i = 0; i < size; i++) places[i] = ((from + i) * scenario.classes.length + classOf[i]) * DRAWN.length;
  for (const [w, name] of DRAWN.entries()) copyWord(words, w, asWords(population[name]), first, size);
}

/** Where in the words each of a party begins. */
const places = new Int32Array(BATCH);

function copyWord(words: Int32Array, w: number, column: Int32Array, first: number, size: number): void {
  for (let i = 0; i < size; i++) column[first + i] = words[places[i] + w];
}

/** Newcomers by a channel, at least so many of them. */
function knownNewcomers(nursery: Nursery, arrival: Arrival, channel: number, count: number): Known {
  const { keys, roundIndex } = arrival;
  const address = customerId(channel, roundIndex, 0);
  let known = nursery.get(address);
  // Under another round key other persons come.
  if (!known || !areSame(known.keys, keys)) {
    known = { keys, persons: 0, words: new Int32Array(0) };
    nursery.set(address, known);
  }
  while (known.persons < count) drawMore(known, arrival, address);
  return known;
}

function drawMore(known: Known, arrival: Arrival, address: number): void {
  const classes = arrival.scenario.classes.length;
  const persons = Math.floor(BATCH / classes);
  const size = persons * classes;
  const party = { ids: new Int32Array(size), classOf: new Uint8Array(size), size };
  for (let row = 0; row < size; row++) {
    party.ids[row] = address + known.persons + Math.floor(row / classes);
    party.classOf[row] = row % classes;
  }
  const population = createPopulation(size);
  drawNewcomers(population, arrival, party);
  const at = known.persons * classes * DRAWN.length;
  const needed = at + size * DRAWN.length;
  if (known.words.length < needed) {
    const words = new Int32Array(Math.ceil(needed * GROWTH));
    words.set(known.words);
    known.words = words;
  }
  for (const [w, name] of DRAWN.entries()) {
    const column = asWords(population[name]);
    for (let row = 0; row < size; row++) known.words[at + row * DRAWN.length + w] = column[row];
  }
  known.persons += persons;
}

const GROWTH = 1.5;

function areSame(one: RandomKeys, other: RandomKeys): boolean {
  return one.k0 === other.k0 && one.k1 === other.k1 && one.k2 === other.k2 && one.k3 === other.k3;
}
