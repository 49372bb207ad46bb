/**
 * Where a continuous falling function crosses zero between `from` and `to`, by bisection to the last bit or two; `from`
 * when the function is not positive there, `to` when it is still positive at the end.
 */
export function rootOfFalling(evaluate: (at: number) => number, from: number, to: number): number {
  if (!(evaluate(from) > 0)) {
    return from;
  }
  let low = from;
  let high = to;
  for (let step = 0; step < 200; step++) {
    const middle = 0.5 * (low + high);
    if (middle === low || middle === high) {
      break;
    }
    if (evaluate(middle) > 0) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}
