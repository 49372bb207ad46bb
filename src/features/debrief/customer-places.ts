import type { Dots } from '../../ui/dots/draw-dots.ts';
import type { RevealedCustomers } from '../../worker/report/reveal.ts';

/** Believed groups: four tiers and the lapsed. */
export const GROUPS = 5;
/** Those who have silently gone are drawn as rings, as the lapsed are. */
const GONE_LOOK = 4;
/** Half of a column that its customers fill. */
const HALF = 0.44;
/** Foot of the picture, as a share of its height, where those fall who are gone. */
export const FLOOR = 0.09;
const TOP_AIR = 0.03;
/** Cents up to which money is laid out evenly; beyond it, tenfold steps are of one length. */
const SMALL_MONEY = 1_000;
/** How far customers of the very same value are spread, as a share of the height. */
const SPREAD = 0.012;

/** The scale of values: lowest and highest place on it. */
export type ValueSpan = { readonly low: number; readonly high: number };

/** The scale that holds every estimate and every true value. */
export function valueSpan({ count, estimatedValue, trueValue }: RevealedCustomers): ValueSpan {
  let low = placeOf(-SMALL_MONEY);
  let high = placeOf(10 * SMALL_MONEY);
  for (let row = 0; row < count; row++) {
    low = Math.min(low, placeOf(estimatedValue[row]), placeOf(trueValue[row]));
    high = Math.max(high, placeOf(estimatedValue[row]), placeOf(trueValue[row]));
  }
  return { low, high };
}

/** Height of a value in the picture, 0 … 1 upwards. */
export function heightOf(cents: number, { low, high }: ValueSpan): number {
  return FLOOR + (1 - FLOOR - TOP_AIR) * ((placeOf(cents) - low) / (high - low));
}

/** Round values to write beside the picture, cents, that lie on the scale and not too close. */
export function valueTicks(span: ValueSpan): readonly number[] {
  return [1_000_000, 100_000, 10_000, 0, -10_000, -100_000].filter(
    (cents) => placeOf(cents) >= span.low && placeOf(cents) <= span.high,
  );
}

/**
 * Where everybody stands: one column a group, upwards by what the firm believed or by what was true. In truth those who are gone
 * lie on the floor.
 */
export function dotsOf(customers: RevealedCustomers, span: ValueSpan, shown: 'believed' | 'true'): Dots {
  const { count, group, alive, estimatedValue, trueValue } = customers;
  const dots = {
    count,
    x: new Float32Array(count),
    y: new Float32Array(count),
    tier: new Uint8Array(count),
  };
  for (let row = 0; row < count; row++) {
    const isGone = shown === 'true' && alive[row] === 0;
    const aside = scramble(row, 1) * 2 - 1;
    const up = scramble(row, 2) * 2 - 1;
    dots.x[row] = (group[row] + 0.5 + aside * HALF) / GROUPS;
    dots.y[row] = isGone
      ? FLOOR * (0.42 + up * 0.3)
      : heightOf(shown === 'true' ? trueValue[row] : estimatedValue[row], span) + up * SPREAD;
    dots.tier[row] = isGone ? GONE_LOOK : group[row];
  }
  return dots;
}

function placeOf(cents: number): number {
  return Math.sign(cents) * Math.log10(1 + Math.abs(cents) / SMALL_MONEY);
}

/** The same for the same customer always: 0 … 1. */
function scramble(row: number, salt: number): number {
  let h = Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 0xffffffff;
}
