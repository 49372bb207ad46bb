import { type Sampler, samplerOf } from '../../engine/index.ts';

/** A search for the highest value of a function of several numbers, one generation at a time. */
export type Search = {
  /** Points to be valued next; the same until `tell` is called. */
  readonly ask: () => readonly (readonly number[])[];
  /** @param values of the points asked for, in their order; the higher the better. NaN counts as the worst. */
  readonly tell: (values: readonly number[]) => void;
  /** The best point valued so far. */
  readonly best: () => { readonly point: readonly number[]; readonly value: number };
  /** Where the search stands: a better guess than `best` where values are noisy. */
  readonly centre: () => readonly number[];
  /** Width of the search now, relative to its shape. */
  readonly width: () => number;
};

export type SearchStart = {
  readonly point: readonly number[];
  /** Standard deviation of the first generation in every direction. */
  readonly width: number;
  /** Same text, same search. */
  readonly seed: string;
  /** Points a generation; by default 4 + 3 ln n. */
  readonly generationSize?: number;
};

/**
 * Covariance matrix adaptation: points are drawn around a centre from a normal distribution whose centre, width and shape
 * follow the better half of each generation.
 *
 * *Source:* Hansen & Ostermeier 2001; constants of Hansen 2016, *The CMA evolution strategy: a tutorial*; the path of the width in
 * the coordinates of the Cholesky factor, Krause, Arbonès & Igel 2016.
 */
export function startSearch({ point, width, seed, generationSize }: SearchStart): Search {
  const n = point.length;
  const size = Math.max(4, generationSize ?? 4 + Math.floor(3 * Math.log(n)));
  const { weights, muEffective } = recombination(size);
  const rates = learningRates(n, muEffective);
  const sampler = samplerOf(`search ${seed}`);
  const centre = Float64Array.from(point);
  const pathOfWidth = new Float64Array(n);
  const pathOfShape = new Float64Array(n);
  const shape = identity(n);
  let factor = identity(n);
  let sigma = width;
  let generation = 0;
  let best: { point: readonly number[]; value: number } = { point, value: Number.NEGATIVE_INFINITY };
  let draws: readonly Draw[] | null = null;

  const asked = () => {
    draws ??= Array.from({ length: size }, () => draw(sampler, centre, sigma, factor));
    return draws;
  };

  function tell(values: readonly number[]): void {
    const given = asked();
    if (values.length !== size) throw new RangeError(`tell: ${values.length} values for ${size} points`);
    const worth = (index: number) => (Number.isNaN(values[index]) ? Number.NEGATIVE_INFINITY : values[index]);
    const ranked = given.map((_, index) => index).sort((a, b) => worth(b) - worth(a) || a - b);
    if (worth(ranked[0]) > best.value) best = { point: Array.from(given[ranked[0]].point), value: worth(ranked[0]) };
    const chosen = ranked.slice(0, weights.length).map((index) => given[index]);
    generation++;

    const step = weightedSum(
      chosen.map(({ step: y }) => y),
      weights,
    );
    const stepInFactor = weightedSum(
      chosen.map(({ standard }) => standard),
      weights,
    );
    for (let i = 0; i < n; i++) centre[i] += sigma * step[i];

    const { ofWidth, damping, ofShape, rankOne, rankMu } = rates;
    const gainOfWidth = Math.sqrt(ofWidth * (2 - ofWidth) * muEffective);
    for (let i = 0; i < n; i++) pathOfWidth[i] = (1 - ofWidth) * pathOfWidth[i] + gainOfWidth * stepInFactor[i];
    const length = Math.hypot(...pathOfWidth);
    const settled =
      length / Math.sqrt(1 - (1 - ofWidth) ** (2 * generation)) < (1.4 + 2 / (n + 1)) * rates.expectedLength;
    const gainOfShape = settled ? Math.sqrt(ofShape * (2 - ofShape) * muEffective) : 0;
    for (let i = 0; i < n; i++) pathOfShape[i] = (1 - ofShape) * pathOfShape[i] + gainOfShape * step[i];

    const kept = 1 - rankOne - rankMu + (settled ? 0 : rankOne * ofShape * (2 - ofShape));
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        let spread = 0;
        for (const [k, { step: y }] of chosen.entries()) spread += weights[k] * y[i] * y[j];
        shape[i][j] = kept * shape[i][j] + rankOne * pathOfShape[i] * pathOfShape[j] + rankMu * spread;
      }
    }
    factor = choleskyFactor(shape) ?? factor;
    sigma *= Math.exp((ofWidth / damping) * (length / rates.expectedLength - 1));
    draws = null;
  }

  return {
    ask: () => asked().map(({ point: asks }) => Array.from(asks)),
    tell,
    best: () => best,
    centre: () => Array.from(centre),
    width: () => sigma,
  };
}

type Draw = { readonly standard: Float64Array; readonly step: Float64Array; readonly point: Float64Array };

function draw(sampler: Sampler, centre: Float64Array, sigma: number, factor: readonly Float64Array[]): Draw {
  const standard = Float64Array.from(centre, () => sampler.normal());
  const step = factor.map((row, i) => {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += row[j] * standard[j];
    return sum;
  });
  return { standard, step: Float64Array.from(step), point: centre.map((at, i) => at + sigma * step[i]) };
}

/** Weights of the better half, the best first, and how many equal ones they stand for. */
function recombination(size: number) {
  const parents = Math.floor(size / 2);
  const raw = Array.from({ length: parents }, (_, rank) => Math.log((size + 1) / 2) - Math.log(rank + 1));
  const sum = raw.reduce((soFar, weight) => soFar + weight, 0);
  const weights = raw.map((weight) => weight / sum);
  return { weights, muEffective: 1 / weights.reduce((soFar, weight) => soFar + weight * weight, 0) };
}

/** *Source:* Hansen 2016, table 1. */
function learningRates(n: number, muEffective: number) {
  const ofWidth = (muEffective + 2) / (n + muEffective + 5);
  const rankOne = 2 / ((n + 1.3) ** 2 + muEffective);
  const rankMu = Math.min(1 - rankOne, (2 * (muEffective - 2 + 1 / muEffective)) / ((n + 2) ** 2 + muEffective));
  return {
    ofWidth,
    damping: 1 + 2 * Math.max(0, Math.sqrt((muEffective - 1) / (n + 1)) - 1) + ofWidth,
    ofShape: (4 + muEffective / n) / (n + 4 + (2 * muEffective) / n),
    rankOne,
    rankMu,
    expectedLength: Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n)),
  };
}

function weightedSum(vectors: readonly Float64Array[], weights: readonly number[]): Float64Array {
  return vectors[0].map((_, i) => vectors.reduce((sum, vector, k) => sum + weights[k] * vector[i], 0));
}

function identity(n: number): Float64Array[] {
  return Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_unused, j) => Number(i === j)));
}

/** Lower factor of a symmetric matrix (its lower half is read); null when it is not positive definite. */
function choleskyFactor(matrix: readonly Float64Array[]): Float64Array[] | null {
  const n = matrix.length;
  const lower = Array.from({ length: n }, () => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
      if (i !== j) lower[i][j] = sum / lower[j][j];
      else if (sum > 0) lower[i][i] = Math.sqrt(sum);
      else return null;
    }
  }
  return lower;
}
