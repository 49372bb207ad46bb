import type { Formats } from '../../ui/format.ts';
import { type Customers, recencyOf, tenureOf } from './customer-columns.ts';

export const AXIS_NAMES = ['recency', 'frequency', 'money', 'tenure', 'contacts', 'estimatedValue'] as const;

export type AxisName = (typeof AXIS_NAMES)[number];

/** One way to place customers along a side of the map. */
export type MapAxis = {
  readonly value: (customers: Customers, row: number) => number;
  /** From a value to an even measure of distance; rises. */
  readonly place: (value: number) => number;
  /** How far customers with the same figure are spread to each side, so that they do not hide each other. */
  readonly spread: number;
  /** The best end is where the value is least. */
  readonly isReversed: boolean;
  readonly write: (value: number, formats: Formats) => string;
};

/** Whole numbers fill the room between them; first orders, which all come at a quarter's end, a little of it. */
const WHOLE_SPREAD = 0.42;
const TIME_SPREAD = 0.05;
/** Cents up to which money is laid out evenly; beyond it, tenfold steps are of one length. */
const SMALL_MONEY = 1_000;
const SMALL_COUNT = 1;

const logOf = (unit: number) => (value: number) => Math.sign(value) * Math.log10(1 + Math.abs(value) / unit);
const asCount = (value: number, formats: Formats) => formats.count(value);

export const AXES: Readonly<Record<AxisName, MapAxis>> = {
  recency: {
    value: recencyOf,
    place: (quarters) => Math.sqrt(Math.abs(quarters)),
    spread: TIME_SPREAD,
    isReversed: true,
    write: (value, formats) => (Number.isInteger(value) ? formats.count(value) : formats.decimal(value)),
  },
  frequency: {
    value: ({ trailingOrders }, row) => trailingOrders[row],
    place: logOf(SMALL_COUNT),
    spread: WHOLE_SPREAD,
    isReversed: false,
    write: asCount,
  },
  money: {
    value: ({ trailingRevenue }, row) => trailingRevenue[row],
    place: logOf(SMALL_MONEY),
    spread: 0,
    isReversed: false,
    write: (value, formats) => formats.moneyCompact(value),
  },
  tenure: { value: tenureOf, place: (value) => value, spread: WHOLE_SPREAD, isReversed: false, write: asCount },
  contacts: {
    value: ({ trailingContacts }, row) => trailingContacts[row],
    place: logOf(SMALL_COUNT),
    spread: WHOLE_SPREAD,
    isReversed: false,
    write: asCount,
  },
  estimatedValue: {
    value: ({ estimatedValue }, row) => estimatedValue[row],
    place: logOf(SMALL_MONEY),
    spread: 0,
    isReversed: false,
    write: (value, formats) => formats.moneyCompact(value),
  },
};

/** Lowest and highest place on an axis. */
export type Span = { readonly low: number; readonly high: number };

/** Air at both ends of an axis, as a share of it. */
const MARGIN = 0.03;

/**
 * The span that holds every customer of these quarters whose tier is shown, so that the map keeps its axes between them.
 *
 * @param shown by tier, lapsed last
 */
export function spanOf(axis: MapAxis, quarters: readonly Customers[], shown: readonly boolean[]): Span {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const customers of quarters) {
    for (let row = 0; row < customers.count; row++) {
      if (!shown[customers.tier[row]]) continue;
      const place = axis.place(axis.value(customers, row));
      if (place < low) low = place;
      if (place > high) high = place;
    }
  }
  if (high < low) return { low: 0, high: 1 };
  if (high === low) return { low: low - 1, high: high + 1 };
  const air = (high - low) * MARGIN;
  return { low: low - air, high: high + air };
}

/** Where each customer stands along an axis: 0 … 1 within the span, in the reading direction of the axis. */
export function placesAlong(axis: MapAxis, span: Span, customers: Customers, salt: number): Float32Array {
  const places = new Float32Array(customers.count);
  const scale = 1 / (span.high - span.low);
  for (let row = 0; row < customers.count; row++) {
    let value = axis.value(customers, row);
    // The same customer is always spread the same way.
    if (axis.spread > 0) value += ((scramble(row, salt) / 0xffffffff) * 2 - 1) * axis.spread;
    const share = (axis.place(value) - span.low) * scale;
    places[row] = axis.isReversed ? 1 - share : share;
  }
  return places;
}

/** A number's bits well mixed: 0 … 2³² − 1. */
function scramble(row: number, salt: number): number {
  let h = Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

export type Tick = { readonly value: number; readonly at: number };

/** Round values to write beside an axis, the roundest first. */
const ROUND_STEPS = [[1], [3], [2, 5]];
const LARGEST_POWER = 9;
const LARGEST_LINEAR = 60;

/**
 * Ticks on the part of an axis in view, at least `gap` apart.
 *
 * @param from, to the part in view, as shares of the whole axis in its reading direction
 * @param gap as a share of the part in view
 */
export function ticksOf(name: AxisName, span: Span, from: number, to: number, gap: number): readonly Tick[] {
  const axis = AXES[name];
  const chosen: Tick[] = [];
  for (const value of candidates(name)) {
    const share = (axis.place(value) - span.low) / (span.high - span.low);
    const at = ((axis.isReversed ? 1 - share : share) - from) / (to - from);
    if (at < 0 || at > 1 || chosen.some((tick) => Math.abs(tick.at - at) < gap)) continue;
    chosen.push({ value, at });
  }
  return chosen.sort((a, b) => a.at - b.at);
}

function candidates(name: AxisName): readonly number[] {
  if (name === 'tenure' || name === 'recency') {
    const every = (step: number) => Array.from({ length: LARGEST_LINEAR / step + 1 }, (_, index) => index * step);
    return [0, ...every(8), ...every(4), ...every(2), ...every(1), ...(name === 'recency' ? [0.5, 0.25] : [])];
  }
  const values = [0];
  for (const factors of ROUND_STEPS) {
    for (let power = 0; power <= LARGEST_POWER; power++) {
      for (const factor of factors) values.push(factor * 10 ** power);
    }
  }
  // Money is in cents: a dollar is the smallest that is written. Only the estimated value goes below zero.
  const written =
    name === 'money' || name === 'estimatedValue' ? values.filter((v) => v === 0 || v >= SMALL_MONEY) : values;
  return name === 'estimatedValue' ? written.flatMap((value) => (value === 0 ? [0] : [value, -value])) : written;
}
