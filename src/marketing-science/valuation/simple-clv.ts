/**
 * Lifetime value of a customer with margin m a period, one retention rate r in [0, 1) and discount rate i ≥ 0 a period,
 * when the first margin comes after the first renewal: Σ from t = 1 of m r^t / (1 + i)^t = m r / (1 + i - r). Money in
 * the unit of m. Infinite when r = 1 and i = 0.
 *
 * *Source:* Gupta and Lehmann, 2005, "Managing customers as investments".1.
 */
export function simpleClvExcludingFirst(m: number, r: number, i: number): number {
  return (m * r) / (1 + i - r);
}

/**
 * The same with the first margin at once: Σ from t = 0 of m r^t / (1 + i)^t = m (1 + i) / (1 + i - r).
 *
 * *Source:* Gupta and Lehmann, 2005, ibid.
 */
export function simpleClvIncludingFirst(m: number, r: number, i: number): number {
  return (m * (1 + i)) / (1 + i - r);
}

/**
 * Elasticity of `simpleClvExcludingFirst` with respect to the retention rate, (1 + i) / (1 + i - r): per cent more
 * value for one per cent more retention.
 *
 * *Source:* Gupta, Lehmann and Stuart, 2004, "Valuing customers".
 */
export function simpleClvRetentionElasticity(r: number, i: number): number {
  return (1 + i) / (1 + i - r);
}
