/** Lowest and highest value of an axis, and the ticks between. */
export type Scale = { readonly low: number; readonly high: number; readonly ticks: readonly number[] };

/**
 * A scale with about `wanted` round steps (1, 2, 2.5 or 5 times a power of ten) that holds every value.
 *
 * @param fromZero whether zero must be on it: always for bars, seldom for lines
 */
export function scaleOf(values: readonly number[], { fromZero = false, wanted = 5 } = {}): Scale {
  const finite = values.filter(Number.isFinite);
  const least = Math.min(...finite, ...(fromZero || finite.length === 0 ? [0] : []));
  const most = Math.max(...finite, ...(fromZero || finite.length === 0 ? [0] : []));
  const span = most - least || Math.abs(most) || 1;
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const low = Math.floor(least / step) * step;
  // A single value on a step would leave a scale without height.
  const high = Math.max(Math.ceil(most / step) * step, low + step);
  const count = Math.round((high - low) / step);
  return { low, high, ticks: Array.from({ length: count + 1 }, (_, index) => low + index * step) };
}

/**
 * Moves labels apart so that neighbours are at least `gap` from each other and all stay within `low` … `high`, each as
 * near to its own place as its neighbours let it.
 *
 * @param places wanted places in pixels, in any order
 * @returns the places given, in the same order
 */
export function spread(places: readonly number[], gap: number, low: number, high: number): number[] {
  const order = places.map((_, index) => index).sort((a, b) => places[a] - places[b]);
  const result = [...places];
  let floor = low;
  for (const index of order) {
    result[index] = Math.max(result[index], floor);
    floor = result[index] + gap;
  }
  let ceiling = high;
  for (const index of order.reverse()) {
    result[index] = Math.min(result[index], ceiling);
    ceiling = result[index] - gap;
  }
  return result;
}
