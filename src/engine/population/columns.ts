/**
 * The customer base as columns: one typed array per attribute, one row per customer ever acquired, in order of arrival.
 * Names say who may know them: `true…` is latent, `observed…` is what the firm has on record, `estimated…` is what it infers.
 */
const COLUMNS = {
  /** Address of the customer: source, cohort and index (see `customerId`). */
  id: Int32Array,
  /** Random stream of the customer, cached. */
  stream: Int32Array,
  /** Round at whose end the first order came; the base has negative cohorts. */
  cohort: Int16Array,
  channel: Uint8Array,
  trueClass: Uint8Array,
  /** λ, orders a quarter at full share of wallet. */
  truePurchaseRate: Float32Array,
  /** µ, hazard a quarter at reference service. */
  trueDropoutRate: Float32Array,
  /** Mean order value, cents. */
  trueOrderValue: Float32Array,
  trueMargin: Float32Array,
  /** Contacts a quarter at full share of wallet and reference quality. */
  trueContactRate: Float32Array,
  /** Responsiveness to retention money, raised to the curvature of the response. */
  trueResponse: Float32Array,
  /** Hazard still to be used up: drawn from Exp(1) at birth, the customer is gone at 0. */
  trueLifetimeLeft: Float32Array,
  /** w, 0 to about 1.1. */
  trueWalletShare: Float32Array,
  /** s, 0 to 1. */
  trueSatisfaction: Float32Array,
  /** Time of the last order, in quarters since the first played round. */
  observedLastOrder: Float32Array,
  observedRepeatOrders: Uint16Array,
  observedContacts: Uint16Array,
  /** Of all orders, cents. */
  observedRevenue: Int32Array,
  observedGrossMargin: Int32Array,
  tier: Uint8Array,
  /** Residual lifetime value by the insight in force, cents; 0 off file. */
  estimatedValue: Int32Array,
} as const;

/** Columns that remember the last four quarters: slot `round & 3` of each row. */
const RINGS = {
  recentOrders: Uint8Array,
  recentContacts: Uint8Array,
  /** Cents. */
  recentRevenue: Int32Array,
} as const;

/** Quarters that the rings remember. */
export const RING = 4;

/** Most orders, and most contacts, of one customer in one quarter that the rings can hold. */
export const LARGEST_COUNT = 255;

type Instances<T extends Record<string, new (length: number) => unknown>> = {
  [K in keyof T]: InstanceType<T[K]>;
};

export type Population = Instances<typeof COLUMNS> &
  Instances<typeof RINGS> & {
    /** Rows in use. */
    count: number;
    capacity: number;
    /** Rows that still matter: alive, or on file. Ascending; the first `activeCount` entries. */
    active: Int32Array;
    activeCount: number;
  };

const COLUMN_NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
const RING_NAMES = Object.keys(RINGS) as (keyof typeof RINGS)[];

/** Bytes of memory a row takes, the list of active rows included. */
export const BYTES_PER_CUSTOMER =
  COLUMN_NAMES.reduce((sum, name) => sum + COLUMNS[name].BYTES_PER_ELEMENT, 0) +
  RING_NAMES.reduce((sum, name) => sum + RINGS[name].BYTES_PER_ELEMENT * RING, 0) +
  Int32Array.BYTES_PER_ELEMENT;

export function createPopulation(capacity: number): Population {
  const columns: Record<string, unknown> = {};
  for (const name of COLUMN_NAMES) columns[name] = new COLUMNS[name](capacity);
  for (const name of RING_NAMES) columns[name] = new RINGS[name](capacity * RING);
  return {
    ...(columns as Instances<typeof COLUMNS> & Instances<typeof RINGS>),
    count: 0,
    capacity,
    active: new Int32Array(capacity),
    activeCount: 0,
  };
}

/** A copy that shares nothing with the original, with room for at least `capacity` rows. */
export function copyPopulation(from: Population, capacity: number = from.capacity): Population {
  const to = createPopulation(Math.max(capacity, from.count));
  for (const name of COLUMN_NAMES) to[name].set(from[name].subarray(0, from.count));
  for (const name of RING_NAMES) to[name].set(from[name].subarray(0, from.count * RING));
  to.active.set(from.active.subarray(0, from.activeCount));
  to.count = from.count;
  to.activeCount = from.activeCount;
  return to;
}

/** Makes room for `more` rows: the same object, with longer columns when needed. */
export function reserve(population: Population, more: number): void {
  const needed = population.count + more;
  if (needed <= population.capacity) return;
  Object.assign(population, copyPopulation(population, Math.max(needed, Math.ceil(population.capacity * 1.5))));
}
