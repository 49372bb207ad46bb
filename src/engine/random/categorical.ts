/**
 * The number of a category drawn with one uniform u in (0, 1); rises with u.
 *
 * `cumulative` holds running totals of the weights, non-decreasing; they need not end at 1. A category of weight 0 is
 * never drawn. Throws RangeError when there is no positive weight. Looks through the list from the start, so put
 * frequent categories first in long lists.
 */
export function categorical(cumulative: Float64Array, u: number): number {
  const total = cumulative[cumulative.length - 1];
  if (!(total > 0)) throw new RangeError('categorical: no category has a positive weight');
  const target = u * total;
  let category = 0;
  while (target >= cumulative[category]) category++;
  return category;
}
