/** Nodes (ascending) and weights of a quadrature rule on [-1, 1]; both have the length of the rule. */
export type QuadratureRule = Readonly<{ nodes: Float64Array; weights: Float64Array }>;

const rules = new Map<number, QuadratureRule>();

/**
 * Gauss-Legendre rule with `count` nodes on [-1, 1]: exact for polynomials up to degree 2·count - 1.
 *
 * Rules are computed once, by Newton's method on the Legendre polynomial, and kept. Only `+ - * /` are used, so every
 * JavaScript engine gets the same bits.
 *
 * `count` is a whole number from 1; otherwise RangeError.
 *
 * *Source:* Abramowitz and Stegun, 1964, 25.4.29 and 22.7.10 (recurrence).
 */
export function gaussLegendre(count: number): QuadratureRule {
  const known = rules.get(count);
  if (known !== undefined) {
    return known;
  }
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`A Gauss-Legendre rule needs a whole number of nodes from 1, got ${count}`);
  }
  const rule = computeRule(count);
  rules.set(count, rule);
  return rule;
}

function computeRule(count: number): QuadratureRule {
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    let node = approximateRoot(index, count);
    let slope = 1;
    for (let step = 0; step < 12; step++) {
      let previous = 1;
      let value = node;
      for (let degree = 2; degree <= count; degree++) {
        const next = ((2 * degree - 1) * node * value - (degree - 1) * previous) / degree;
        previous = value;
        value = next;
      }
      slope = (count * (node * value - previous)) / (node * node - 1);
      const change = value / slope;
      node -= change;
      if (Math.abs(change) < 1e-16) {
        break;
      }
    }
    nodes[index] = node;
    weights[index] = 2 / ((1 - node * node) * slope * slope);
  }
  return { nodes, weights };
}

// The roots lie close to -cos(PI·(index + 3/4)/(count + 1/2)). Bhaskara's rational cosine is within .002 of it, near
// enough for Newton's method to fall into the right root, and needs no Math.cos.
function approximateRoot(index: number, count: number): number {
  const fromMiddle = (index + 0.75) / (count + 0.5) - 0.5;
  const halfTurns = 0.5 - Math.abs(fromMiddle);
  const cosine = (1 - 4 * halfTurns * halfTurns) / (1 + halfTurns * halfTurns);
  return fromMiddle < 0 ? -cosine : cosine;
}
