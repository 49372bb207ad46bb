/** Lowest and highest value of an axis, and the ticks between. */
export type Scale = { readonly low: number; readonly high: number; readonly ticks: readonly number[] };

/**
 * A scale with about `wanted` round steps (1, 2, 2.5 or 5 times a power of ten) that holds every value.
 *
 * @param fromZero whether zero must be on it: always for bars, seldom for lines
 * @param inWholes whether its steps are whole numbers, as they must be where things are counted
 */
export function scaleOf(values: readonly number[], { fromZero = false, inWholes = false, wanted = 5 } = {}): Scale {
  const finite = values.filter(Number.isFinite);
  const least = Math.min(...finite, ...(fromZero || finite.length === 0 ? [0] : []));
  const most = Math.max(...finite, ...(fromZero || finite.length === 0 ? [0] : []));
  const span = most - least || Math.abs(most) || 1;
  const rough = inWholes ? Math.max(1, span / wanted) : span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factors = inWholes && power === 1 ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10];
  const step = power * (factors.find((factor) => factor * power >= rough) ?? 10);
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

/** Pixels that a letter of a label takes at most on the average, and one of a script with wide letters; and between two labels. */
const LETTER = 7;
const WIDE_LETTER = 13;
const BETWEEN_LABELS = 12;
const WIDE_SCRIPTS = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;

/**
 * How many labels of an axis are left out after each that is shown, so that no two touch. By a guess at their widths: to measure them, the page
 * would have to be laid out in the middle of its work.
 *
 * @param room pixels for all of them
 */
export function labelsLeftOut(labels: readonly string[], room: number): number {
  const widthOf = (label: string) =>
    [...label].reduce((width, letter) => width + (WIDE_SCRIPTS.test(letter) ? WIDE_LETTER : LETTER), 0);
  const widest = Math.max(0, ...labels.map(widthOf));
  const each = Math.max(1, room) / Math.max(1, labels.length);
  return Math.ceil((widest + BETWEEN_LABELS) / each) - 1;
}
