/**
 * The customer base as columns: one typed array per attribute, one row per customer ever acquired, in order of arrival.
 * Names say who may know them: `true…` is latent, `observed…` is what the firm has on record, `estimated…` is what it infers.
 */
export type Population = {
  /** Rows in use. */
  count: number;
  capacity: number;
  /** Rows that still matter: alive, or on file. Ascending; the first `activeCount` entries. */
  active: Int32Array;
  activeCount: number;

  /** Address of the customer: source, cohort and index (see `customerId`). */
  id: Int32Array;
  /** Random stream of the customer, cached. */
  stream: Int32Array;
  /** Round at whose end the first order came; the base has negative cohorts. */
  cohort: Int16Array;
  channel: Uint8Array;
  tier: Uint8Array;

  trueClass: Uint8Array;
  /** λ, orders a quarter at full share of wallet. */
  truePurchaseRate: Float32Array;
  /** µ, hazard a quarter at reference service. */
  trueDropoutRate: Float32Array;
  /** Mean order value, cents. */
  trueOrderValue: Float32Array;
  trueMargin: Float32Array;
  /** Contacts a quarter at full share of wallet and reference quality. */
  trueContactRate: Float32Array;
  /** Responsiveness to retention money, raised to the curvature of the response. */
  trueResponse: Float32Array;
  /** Hazard still to be used up: drawn from Exp(1) at birth, the customer is gone at 0. */
  trueLifetimeLeft: Float32Array;
  /** w, 0 to about 1.1. */
  trueWalletShare: Float32Array;
  /** s, 0 to 1. */
  trueSatisfaction: Float32Array;

  /** Time of the last order, in quarters since the first played round. */
  observedLastOrder: Float32Array;
  observedRepeatOrders: Uint16Array;
  observedContacts: Uint16Array;
  /** Of all orders, cents. */
  observedRevenue: Int32Array;
  observedGrossMargin: Int32Array;
  /** The last four quarters: slot `round & 3` of each row. */
  recentOrders: Uint8Array;
  recentContacts: Uint8Array;
  /** Cents. */
  recentRevenue: Int32Array;

  /** Residual lifetime value by the insight in force, cents; 0 off file. */
  estimatedValue: Int32Array;
};

/** What a customer is for life, but for the class. */
export const LATENTS = [
  'truePurchaseRate',
  'trueDropoutRate',
  'trueOrderValue',
  'trueMargin',
  'trueContactRate',
  'trueResponse',
] as const satisfies readonly (keyof Population)[];

/** Quarters that the `recent…` columns remember: entries a row. */
export const RING = 4;

/** Most orders, and most contacts, of one customer in one quarter that can be remembered. */
export const LARGEST_COUNT = 255;

/** A population without customers, with room for at least `capacity`: in memory that was let go where there is some, else in new. */
export function createPopulation(capacity: number): Population {
  const fitting = spares.findIndex((spare) => spare.capacity >= capacity && spare.capacity <= ROOMIEST * capacity);
  if (fitting < 0) return newPopulation(capacity);
  const [spare] = spares.splice(fitting, 1);
  for (const column of Object.values(spare)) {
    if (typeof column !== 'number') column.fill(0, 0, spare.count * (column.length / spare.capacity));
  }
  return Object.assign(spare, { count: 0, activeCount: 0 });
}

// New memory is dear for a replay: the system clears it page by page, and it must be gathered up again afterwards.
const spares: Population[] = [];
const MOST_SPARES = 3;
/** Of larger ones the system has its memory back at once. */
const LARGEST_SPARE = 200_000;
/** Spares with more room than this many times what is asked for are left for others. */
const ROOMIEST = 2;

/** The population is needed no more: it is empty from now on, and its memory goes to one that is made later. */
export function letGoOfPopulation(population: Population): void {
  const { capacity } = population;
  // Not by spreading: objects of another make would slow down whatever loops over them.
  if (capacity > 0 && capacity <= LARGEST_SPARE) spares.push(Object.assign(newPopulation(0), population));
  // The oldest makes room: it may be of a size that nobody asks for any more.
  if (spares.length > MOST_SPARES) spares.shift();
  Object.assign(population, newPopulation(0));
}

function newPopulation(capacity: number): Population {
  return {
    count: 0,
    capacity,
    active: new Int32Array(capacity),
    activeCount: 0,
    id: new Int32Array(capacity),
    stream: new Int32Array(capacity),
    cohort: new Int16Array(capacity),
    channel: new Uint8Array(capacity),
    tier: new Uint8Array(capacity),
    trueClass: new Uint8Array(capacity),
    truePurchaseRate: new Float32Array(capacity),
    trueDropoutRate: new Float32Array(capacity),
    trueOrderValue: new Float32Array(capacity),
    trueMargin: new Float32Array(capacity),
    trueContactRate: new Float32Array(capacity),
    trueResponse: new Float32Array(capacity),
    trueLifetimeLeft: new Float32Array(capacity),
    trueWalletShare: new Float32Array(capacity),
    trueSatisfaction: new Float32Array(capacity),
    observedLastOrder: new Float32Array(capacity),
    observedRepeatOrders: new Uint16Array(capacity),
    observedContacts: new Uint16Array(capacity),
    observedRevenue: new Int32Array(capacity),
    observedGrossMargin: new Int32Array(capacity),
    recentOrders: new Uint8Array(capacity * RING),
    recentContacts: new Uint8Array(capacity * RING),
    recentRevenue: new Int32Array(capacity * RING),
    estimatedValue: new Int32Array(capacity),
  };
}

/** A copy that shares nothing with the original, with room for at least `capacity` rows. */
export function copyPopulation(from: Population, capacity: number = from.capacity): Population {
  const to = createPopulation(Math.max(capacity, from.count));
  for (const name of Object.keys(from) as (keyof Population)[]) {
    const column = from[name];
    if (typeof column === 'number') continue;
    const used = name === 'active' ? from.activeCount : from.count * (column.length / from.capacity);
    (to[name] as typeof column).set(column.subarray(0, used));
  }
  to.count = from.count;
  to.activeCount = from.activeCount;
  return to;
}

/** A copy of the active rows alone, in their order, with room for at least `capacity`: whoever is gone and off file plays no part any more. */
export function copyActiveRows(from: Population, capacity: number): Population {
  const { activeCount } = from;
  // Where all are active, whole columns are copied at once.
  if (activeCount === from.count) return copyPopulation(from, capacity);
  const to = createPopulation(Math.max(capacity, activeCount));
  for (const name of Object.keys(from) as (keyof Population)[]) {
    const column = from[name];
    if (typeof column !== 'number' && name !== 'active') gatherRows(column, to[name] as typeof column, from);
  }
  countAllActive(to, activeCount);
  return to;
}

/** The first `count` rows are those in use, and all of them matter. */
export function countAllActive(population: Population, count: number): void {
  for (let row = 0; row < count; row++) population.active[row] = row;
  population.count = count;
  population.activeCount = count;
}

export type Column = Exclude<Population[keyof Population], number>;

/** Copies the active rows of one column: as words, half words or bytes, whatever they stand for: one kind of array for each loop is what makes it quick. */
export function gatherRows(from: Column, to: Column, { active, activeCount, capacity }: Population): void {
  const bytes = from.byteLength / capacity;
  if (bytes === 1) gatherBytes(asBytes(from), asBytes(to), active, activeCount);
  else if (bytes === 2) gatherHalfWords(asHalfWords(from), asHalfWords(to), active, activeCount);
  else gatherWords(asWords(from), asWords(to), active, activeCount, bytes / Int32Array.BYTES_PER_ELEMENT);
}

const asBytes = ({ buffer }: Column) => new Uint8Array(buffer);
const asHalfWords = ({ buffer }: Column) => new Uint16Array(buffer);
/** The words that a whole column is made of: the same memory. */
export const asWords = ({ buffer }: Column) => new Int32Array(buffer);

function gatherBytes(from: Uint8Array, to: Uint8Array, rows: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) to[i] = from[rows[i]];
}

function gatherHalfWords(from: Uint16Array, to: Uint16Array, rows: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) to[i] = from[rows[i]];
}

function gatherWords(from: Int32Array, to: Int32Array, rows: Int32Array, count: number, width: number): void {
  for (let i = 0; i < count; i++) {
    for (let w = 0; w < width; w++) to[i * width + w] = from[rows[i] * width + w];
  }
}

/** Makes room for `more` rows: the same object, with longer columns when needed. */
export function reserve(population: Population, more: number): void {
  const needed = population.count + more;
  if (needed <= population.capacity) return;
  Object.assign(population, copyPopulation(population, Math.max(needed, Math.ceil(population.capacity * GROWTH))));
}

const GROWTH = 1.5;

/** Bytes of memory a row takes, the list of active rows included. */
export function bytesPerCustomer(): number {
  return Object.values(newPopulation(1)).reduce<number>(
    (sum, column) => sum + (typeof column === 'number' ? 0 : column.byteLength),
    0,
  );
}
