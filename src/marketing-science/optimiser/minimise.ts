import type { Matrix } from './cholesky.ts';

/**
 * A smooth function to be minimised: returns its value at `point` and writes its gradient there. A value that is not
 * finite means "not allowed here"; the search then turns back.
 */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export type MinimiseOptions = Readonly<{
  /** Done when the expected gain of the next step is below this. Default 1e-10, in the unit of the objective. */
  gainTolerance?: number;
  /** Default 100. */
  iterationLimit?: number;
  /** Longest step in any coordinate. Default 2: a factor of 7.4 when the coordinates are logarithms. */
  longestStep?: number;
  /**
   * A guess of the inverse Hessian at the start (symmetric, positive definite), e.g. the covariance of an earlier fit.
   */
  inverseHessian?: Matrix | null;
}>;

export type Minimum = Readonly<{
  point: Float64Array;
  value: number;
  gradient: Float64Array;
  iterations: number;
  evaluations: number;
  /** Why the search ended: the next step promised nothing, no step downhill was found, or the limit was reached. */
  ending: 'no-more-gain' | 'no-way-down' | 'iteration-limit';
}>;

const SUFFICIENT_DECREASE = 1e-4;
const HALVINGS = 30;
const STALLED_STEPS = 4;

/**
 * Minimum of a smooth function of a few variables by the quasi-Newton method BFGS, with a step-halving line search that
 * interpolates.
 *
 * `start` must be a point where the objective is finite; otherwise RangeError. The search is local: it finds the
 * minimum of the valley it starts in. Deterministic.
 *
 * *Source:* Nocedal and Wright, 2006, chapters 3 (line search) and 6 (BFGS).
 */
export function minimise(objective: Objective, start: ArrayLike<number>, options: MinimiseOptions = {}): Minimum {
  const { gainTolerance = 1e-10, iterationLimit = 100, longestStep = 2 } = options;
  const size = start.length;
  let point = Float64Array.from(start);
  let gradient = new Float64Array(size);
  let value = objective(point, gradient);
  let evaluations = 1;
  if (!Number.isFinite(value)) {
    throw new RangeError('The objective is not finite at the starting point');
  }
  const inverseHessian = options.inverseHessian?.map((row) => Float64Array.from(row)) ?? identity(size);
  let nextPoint = new Float64Array(size);
  let nextGradient = new Float64Array(size);
  const direction = new Float64Array(size);
  let stalledSteps = 0;
  let isFresh = (options.inverseHessian ?? null) === null;

  for (let iteration = 0; iteration < iterationLimit; iteration++) {
    let slope = descend(inverseHessian, gradient, direction);
    if (!(slope < 0)) {
      reset(inverseHessian);
      isFresh = true;
      slope = descend(inverseHessian, gradient, direction);
    }
    if (!isFresh && -slope / 2 < gainTolerance) {
      return { point, value, gradient, iterations: iteration, evaluations, ending: 'no-more-gain' };
    }
    if (slope === 0) {
      return { point, value, gradient, iterations: iteration, evaluations, ending: 'no-more-gain' };
    }
    // The first direction is the bare gradient, whose length says nothing: start with a short step.
    let step = Math.min(1, (isFresh ? Math.min(0.5, longestStep) : longestStep) / largest(direction));
    let found = false;
    for (let halving = 0; halving < HALVINGS; halving++) {
      for (let index = 0; index < size; index++) {
        nextPoint[index] = point[index] + step * direction[index];
      }
      const nextValue = objective(nextPoint, nextGradient);
      evaluations++;
      if (nextValue <= value + SUFFICIENT_DECREASE * step * slope) {
        updateInverseHessian(inverseHessian, point, nextPoint, gradient, nextGradient, isFresh);
        isFresh = false;
        // Gains that never exceed rounding are no gains: the valley is flat or ends at what is allowed.
        stalledSteps = value - nextValue <= gainTolerance + 1e-13 * Math.abs(value) ? stalledSteps + 1 : 0;
        value = nextValue;
        found = true;
        break;
      }
      const interpolated = Number.isFinite(nextValue)
        ? (-slope * step * step) / (2 * (nextValue - value - slope * step))
        : 0;
      step = Math.min(0.5 * step, Math.max(0.1 * step, interpolated));
    }
    if (!found) {
      if (isFresh) {
        return { point, value, gradient, iterations: iteration, evaluations, ending: 'no-way-down' };
      }
      reset(inverseHessian);
      isFresh = true;
      continue;
    }
    [point, nextPoint] = [nextPoint, point];
    [gradient, nextGradient] = [nextGradient, gradient];
    if (stalledSteps === STALLED_STEPS) {
      return { point, value, gradient, iterations: iteration + 1, evaluations, ending: 'no-more-gain' };
    }
  }
  return { point, value, gradient, iterations: iterationLimit, evaluations, ending: 'iteration-limit' };
}

function identity(size: number): Float64Array[] {
  return Array.from({ length: size }, (_, row) => {
    const line = new Float64Array(size);
    line[row] = 1;
    return line;
  });
}

function reset(matrix: Float64Array[]): void {
  for (let row = 0; row < matrix.length; row++) {
    matrix[row].fill(0);
    matrix[row][row] = 1;
  }
}

// Writes the direction -H g and returns its slope (negative when it leads down).
function descend(inverseHessian: Float64Array[], gradient: Float64Array, direction: Float64Array): number {
  let slope = 0;
  for (let row = 0; row < gradient.length; row++) {
    let sum = 0;
    for (let column = 0; column < gradient.length; column++) {
      sum -= inverseHessian[row][column] * gradient[column];
    }
    direction[row] = sum;
    slope += sum * gradient[row];
  }
  return slope;
}

function largest(vector: Float64Array): number {
  let result = 0;
  for (const entry of vector) {
    result = Math.max(result, Math.abs(entry));
  }
  return result;
}

function updateInverseHessian(
  inverseHessian: Float64Array[],
  point: Float64Array,
  nextPoint: Float64Array,
  gradient: Float64Array,
  nextGradient: Float64Array,
  isFresh: boolean,
): void {
  const size = point.length;
  const move = nextPoint.map((entry, index) => entry - point[index]);
  const change = nextGradient.map((entry, index) => entry - gradient[index]);
  const curvature = dot(move, change);
  // Without positive curvature along the step the update would spoil the matrix; it is left as it is.
  if (!(curvature > 1e-14 * Math.sqrt(dot(move, move) * dot(change, change)))) {
    return;
  }
  if (isFresh) {
    const scale = curvature / dot(change, change);
    for (let row = 0; row < size; row++) {
      inverseHessian[row][row] = scale;
    }
  }
  const product = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    product[row] = dot(inverseHessian[row], change);
  }
  const factor = (1 + dot(change, product) / curvature) / curvature;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      inverseHessian[row][column] +=
        factor * move[row] * move[column] - (product[row] * move[column] + move[row] * product[column]) / curvature;
    }
  }
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index++) {
    sum += left[index] * right[index];
  }
  return sum;
}
