import { exp } from '../../engine/math/exp.ts';
import { ln } from '../../engine/math/ln.ts';
import { inverseOfPositiveDefinite, type Matrix } from './cholesky.ts';
import { type Minimum, minimise } from './minimise.ts';

/**
 * Why a fit is not to be trusted.
 *
 * - `no-data`: no row, or none that says anything about the parameters
 * - `at-bound`: the likelihood still rises where a parameter leaves all reason (e.g. a customer base that does not
 *   differ)
 * - `not-identified`: the likelihood is flat in some direction; the data cannot tell the parameters apart
 * - `iteration-limit`: the search ended before it settled
 */
export type FitFailure = 'no-data' | 'at-bound' | 'not-identified' | 'iteration-limit';

/**
 * Result of a maximum-likelihood fit.
 *
 * - `parameters`: the estimates (best found, when not converged)
 * - `standardErrors`: of each parameter, from the observed information (inverse of the Hessian of the negative
 *   log-likelihood in log-parameters) by the delta method; null when that matrix is not positive definite
 * - `logCovariance`: covariance of the logarithms of the parameters, in the order of the parameters' names; or null
 * - `logLikelihood`: natural log, at the estimates
 * - `customers`: sum of the weights of the rows used
 * - `converged`: true when a maximum was found and checked; otherwise `reason` names what went wrong
 */
export type Fit<Parameters> = Readonly<{
  parameters: Parameters;
  standardErrors: Parameters | null;
  logCovariance: readonly (readonly number[])[] | null;
  logLikelihood: number;
  customers: number;
  converged: boolean;
  reason: FitFailure | null;
  iterations: number;
  evaluations: number;
}>;

/** A place to start a fit from: parameters, and their log-covariance if known, both of which an earlier fit holds. */
export type FitStart<Parameters> = Readonly<{
  parameters: Parameters;
  logCovariance?: Matrix | null;
}>;

/**
 * A likelihood to be maximised over positive parameters. `logLikelihood` gets the parameters in the order of `names`
 * and adds to nothing: it writes the whole gradient with respect to the parameters themselves.
 */
export type LikelihoodProblem<Name extends string> = Readonly<{
  names: readonly Name[];
  logLikelihood: (parameters: Float64Array, gradient: Float64Array) => number;
  customers: number;
  /**
   * Where to start, in the order of `names`; tried in turn until one converges, the best is returned when none does.
   */
  starts: readonly (readonly number[])[];
  /** An earlier fit to start from, tried before the others. */
  start?: FitStart<Readonly<Record<Name, number>>> | undefined;
  /** A parameter outside [1 / bound, bound] of its scale has run away. Default 1e5. */
  bound?: number;
  /** Natural size of each parameter (e.g. the mean time, for a rate parameter of a Gamma). Default 1 each. */
  scales?: readonly number[];
}>;

// A maximum counts as found when Newton's step from it would raise the log-likelihood by less than this.
const LARGEST_REMAINING_GAIN = 1e-6;
// A standard error of a log-parameter above 10 means that the data allow anything from e^-20 to e^20 times the
// estimate.
const LARGEST_LOG_ERROR = 10;
const HESSIAN_STEP = 1e-4;

/**
 * Maximum-likelihood estimates of positive parameters, with standard errors and an honest statement of convergence.
 *
 * The search runs over the logarithms of the parameters (BFGS), is finished by Newton's steps, and is then checked: the
 * Hessian must be positive definite, what a further step could gain negligible, and no parameter at its bound.
 * A starting point that fails gives way to the next.
 *
 * *Source:* Davidson and MacKinnon, 1993, chapter 8 (observed information, delta method).
 */
export function maximumLikelihood<Name extends string>(
  problem: LikelihoodProblem<Name>,
): Fit<Readonly<Record<Name, number>>> {
  let best: Fit<Readonly<Record<Name, number>>> | null = null;
  const { start } = problem;
  const candidates = problem.starts.map((values) => ({ values, logCovariance: null as Matrix | null }));
  if (start !== undefined) {
    const values = problem.names.map((name) => start.parameters[name]);
    candidates.unshift({ values, logCovariance: start.logCovariance ?? null });
  }
  for (const { values, logCovariance } of candidates) {
    const fit = values.every((value) => value > 0 && value < Infinity) ? fitFrom(problem, values, logCovariance) : null;
    if (fit === null) {
      continue;
    }
    // Two failures that end at the same height tell the same story; a third would cost as much and add nothing.
    const isConfirmed = best !== null && Math.abs(fit.logLikelihood - best.logLikelihood) < 0.01;
    if (best === null || fit.converged || fit.logLikelihood > best.logLikelihood) {
      best = fit;
    }
    if (best.converged || isConfirmed) {
      return best;
    }
  }
  return best ?? failedFit(problem.names, problem.customers, 'no-data');
}

/** A fit that could not be tried: parameters NaN, `reason` says why. */
export function failedFit<Name extends string>(
  names: readonly Name[],
  customers: number,
  reason: FitFailure,
): Fit<Readonly<Record<Name, number>>> {
  return {
    parameters: recordOf(names, () => Number.NaN),
    standardErrors: null,
    logCovariance: null,
    logLikelihood: Number.NaN,
    customers,
    converged: false,
    reason,
    iterations: 0,
    evaluations: 0,
  };
}

function fitFrom<Name extends string>(
  problem: LikelihoodProblem<Name>,
  start: readonly number[],
  logCovariance: Matrix | null,
): Fit<Readonly<Record<Name, number>>> | null {
  const { names } = problem;
  const size = names.length;
  const lnScales = names.map((_, index) => ln(problem.scales?.[index] ?? 1));
  const lnBound = ln(problem.bound ?? 1e5);
  const parameters = new Float64Array(size);

  function objective(point: Float64Array, gradient: Float64Array): number {
    for (let index = 0; index < size; index++) {
      if (Math.abs(point[index]) > lnBound) {
        return Infinity;
      }
      parameters[index] = exp(point[index] + lnScales[index]);
    }
    const value = -problem.logLikelihood(parameters, gradient);
    for (let index = 0; index < size; index++) {
      gradient[index] = -gradient[index] * parameters[index];
    }
    return value;
  }

  const startPoint = start.map((entry, index) => clamp(ln(entry) - lnScales[index], 0.99 * lnBound));
  if (!Number.isFinite(objective(Float64Array.from(startPoint), new Float64Array(size)))) {
    return null;
  }
  let minimum = minimise(objective, startPoint, { inverseHessian: logCovariance });
  let evaluations = minimum.evaluations + 1;
  let covariance = inverseHessianAt(objective, minimum.point);
  evaluations += 2 * size;
  for (let polish = 0; polish < 4 && covariance !== null; polish++) {
    if (gainOfNewtonStep(covariance, minimum.gradient) < 1e-9) {
      break;
    }
    const better = newtonStep(objective, minimum, covariance);
    evaluations++;
    if (better === null) {
      break;
    }
    minimum = better;
    covariance = inverseHessianAt(objective, minimum.point);
    evaluations += 2 * size;
  }

  const reason = judge(minimum, covariance, lnBound);
  const errors = covariance?.map((row, index) => Math.sqrt(row[index])) ?? null;
  const estimates = names.map((_, index) => exp(minimum.point[index] + lnScales[index]));
  return {
    parameters: recordOf(names, (index) => estimates[index]),
    standardErrors: errors === null ? null : recordOf(names, (index) => errors[index] * estimates[index]),
    logCovariance: covariance,
    logLikelihood: -minimum.value,
    customers: problem.customers,
    converged: reason === null,
    reason,
    iterations: minimum.iterations,
    evaluations,
  };
}

function judge(minimum: Minimum, covariance: number[][] | null, lnBound: number): FitFailure | null {
  if (minimum.point.some((entry) => Math.abs(entry) > 0.97 * lnBound)) {
    return 'at-bound';
  }
  if (covariance === null || covariance.some((row, index) => !(Math.sqrt(row[index]) < LARGEST_LOG_ERROR))) {
    return 'not-identified';
  }
  return gainOfNewtonStep(covariance, minimum.gradient) < LARGEST_REMAINING_GAIN ? null : 'iteration-limit';
}

// Hessian by central differences of the gradient, made symmetric, inverted.
function inverseHessianAt(
  objective: (point: Float64Array, gradient: Float64Array) => number,
  point: Float64Array,
): number[][] | null {
  const size = point.length;
  const hessian = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const moved = Float64Array.from(point);
  const above = new Float64Array(size);
  const below = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    moved[row] = point[row] + HESSIAN_STEP;
    const isAboveFinite = Number.isFinite(objective(moved, above));
    moved[row] = point[row] - HESSIAN_STEP;
    const isBelowFinite = Number.isFinite(objective(moved, below));
    moved[row] = point[row];
    if (!isAboveFinite || !isBelowFinite) {
      return null;
    }
    for (let column = 0; column < size; column++) {
      const entry = (above[column] - below[column]) / (4 * HESSIAN_STEP);
      hessian[row][column] += entry;
      hessian[column][row] += entry;
    }
  }
  return inverseOfPositiveDefinite(hessian);
}

function gainOfNewtonStep(inverseHessian: number[][], gradient: Float64Array): number {
  let gain = 0;
  for (let row = 0; row < gradient.length; row++) {
    for (let column = 0; column < gradient.length; column++) {
      gain += 0.5 * gradient[row] * inverseHessian[row][column] * gradient[column];
    }
  }
  return gain;
}

function newtonStep(
  objective: (point: Float64Array, gradient: Float64Array) => number,
  minimum: Minimum,
  inverseHessian: number[][],
): Minimum | null {
  const point = minimum.point.map((entry, row) => {
    const move = inverseHessian[row].reduce((sum, factor, column) => sum + factor * minimum.gradient[column], 0);
    return entry - clamp(move, 1);
  });
  const gradient = new Float64Array(point.length);
  const value = objective(point, gradient);
  // Near the top the value changes by rounding only; what counts there is that the gradient shrinks.
  return value <= minimum.value + 1e-9 * Math.abs(minimum.value)
    ? { ...minimum, point, gradient, value, iterations: minimum.iterations + 1 }
    : null;
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}

function recordOf<Name extends string>(
  names: readonly Name[],
  valueAt: (index: number) => number,
): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, index) => [name, valueAt(index)])) as Record<Name, number>;
}
