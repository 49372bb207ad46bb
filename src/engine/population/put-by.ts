import { type Column, countAllActive, createPopulation, gatherRows, LATENTS, type Population } from './columns.ts';

/** What a quarter needs to know of a customer: all but the firm's records, and what can be worked out again. */
const NEEDED = [
  'stream',
  'cohort',
  'tier',
  'trueClass',
  ...LATENTS,
  'trueLifetimeLeft',
  'trueWalletShare',
  'trueSatisfaction',
] as const satisfies readonly (keyof Population)[];

/** The active rows of a population, in their order, without what is on record of them: less than half of its memory. */
export type PopulationPutBy = Pick<Population, (typeof NEEDED)[number] | 'count'>;

export function putPopulationBy(from: Population): PopulationPutBy {
  const put: Record<string, Column | number> = { count: from.activeCount };
  for (const name of NEEDED) {
    const column: Column = from[name].slice(0, from.activeCount);
    gatherRows(from[name], column, from);
    put[name] = column;
  }
  return put as PopulationPutBy;
}

/** A population to live through a quarter with, with room for at least `capacity` rows. Of its customers nothing is on record. */
export function takePopulationUp(put: PopulationPutBy, capacity: number): Population {
  const { count } = put;
  const to = createPopulation(Math.max(capacity, count));
  for (const name of NEEDED) to[name].set(put[name]);
  countAllActive(to, count);
  return to;
}

/** Bytes of a population of so many active rows that is put by. */
export function bytesPutBy({ activeCount, ...columns }: Population): number {
  return activeCount * NEEDED.reduce((sum, name) => sum + columns[name].BYTES_PER_ELEMENT, 0);
}
