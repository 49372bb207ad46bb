import type { InsightLevel } from '../decision/decision.ts';
import { estimateValues, type ValueEstimator } from '../insight/estimate-values.ts';
import { walletSurveyDraws } from '../insight/wallet-survey.ts';
import type { Population } from '../population/columns.ts';
import { assignTiers, lapse } from '../tiering/assign-tiers.ts';
import { LAPSED, TIER_COUNT, TIERS } from '../tiering/tiers.ts';
import type { Firm, TieringOutcome } from './firm.ts';

/** Where a customer may come from (a tier, lapsed, new) and end (a tier, lapsed). */
const NEW = TIER_COUNT + 1;
const ORIGINS = NEW + 1;
const ENDS = TIER_COUNT + 1;

/** What is noted down while the firm goes through its records: typed arrays, so that the loops over customers stay quick. */
type Review = {
  /** Rows on file, and where each came from. */
  readonly onFile: Int32Array;
  readonly origin: Uint8Array;
  onFileCount: number;
  /** Customers: [origin × `ENDS` + end]. */
  readonly flows: Int32Array;
  /** Estimated value of those on file, cents: [origin × `ENDS` + end]. */
  readonly flowsOfValue: Float64Array;
  /** Changes of estimated value by origin, cents. */
  readonly lapsed: Float64Array;
  readonly revalued: Float64Array;
  readonly insight: Float64Array;
};

/**
 * The firm looks at its records: who is on file, what each is worth by the insight bought, and which tier follows. Customers
 * who are gone and off file leave the active rows.
 *
 * @param now start of the next round
 * @param level the insight bought in the round just played
 */
export function renewTiers(firm: Firm, now: number, level: InsightLevel): TieringOutcome {
  const { population, scenario, model, keys } = firm;
  const estimator = { scenario, model, walletSurvey: walletSurveyDraws(keys) };
  const review = openReview(population.activeCount);
  clearFile(population, scenario.tiering.onFileRounds, now, review);
  const onFile = review.onFile.subarray(0, review.onFileCount);
  revalue(population, estimator, now, level, firm.insightLevel, onFile, review);
  assignTiers(population, scenario.tiering, onFile, onFile.length);
  followCustomers(population, onFile, review);

  const flows = Array.from({ length: ORIGINS }, (_, from) =>
    Array.from(review.flows.subarray(from * ENDS, (from + 1) * ENDS)),
  );
  const back = flows[LAPSED].slice(0, TIER_COUNT).reduce((sum, count) => sum + count, 0);
  flows[LAPSED][LAPSED] = firm.lapsedOnRecord - back;
  firm.lapsedOnRecord = flows.reduce((sum, ends) => sum + ends[LAPSED], 0);
  const openingEquity = firm.estimatedEquity;
  const valueFrom = (origin: number) => TIERS.map((_, t) => review.flowsOfValue[origin * ENDS + t]);
  const equities = TIERS.map((_, t) =>
    flows.reduce((sum, _ends, from) => sum + review.flowsOfValue[from * ENDS + t], 0),
  );
  firm.estimatedEquity = equities.reduce((sum, equity) => sum + equity, 0);
  firm.insightLevel = level;
  const steps = {
    acquired: valueFrom(NEW),
    returned: valueFrom(LAPSED),
    lapsed: Array.from(review.lapsed.subarray(0, TIER_COUNT)),
    revalued: Array.from(review.revalued.subarray(0, TIER_COUNT)),
    insight: Array.from(review.insight.subarray(0, TIER_COUNT)),
  };
  return { flows, openingEquity, closingEquity: firm.estimatedEquity, ...steps, equities };
}

function openReview(customers: number): Review {
  return {
    onFile: new Int32Array(customers),
    origin: new Uint8Array(customers),
    onFileCount: 0,
    flows: new Int32Array(ORIGINS * ENDS),
    flowsOfValue: new Float64Array(ORIGINS * ENDS),
    lapsed: new Float64Array(ORIGINS),
    revalued: new Float64Array(ORIGINS),
    insight: new Float64Array(ORIGINS),
  };
}

/**
 * Finds who is on file: who bought within the last `onFileRounds` quarters, where a first order counts. The others lapse, and
 * leave the active rows when they are gone.
 */
function clearFile(population: Population, onFileRounds: number, now: number, review: Review): void {
  const { tier, cohort, estimatedValue, observedLastOrder, trueLifetimeLeft, active, activeCount } = population;
  const { onFile, origin, flows, lapsed } = review;
  const since = now - onFileRounds;
  let onFileCount = 0;
  let stillActive = 0;
  for (let i = 0; i < activeCount; i++) {
    const row = active[i];
    const from = cohort[row] === now - 1 ? NEW : tier[row];
    const isOnFile = Number(observedLastOrder[row] >= since);
    onFile[onFileCount] = row;
    origin[onFileCount] = from;
    onFileCount += isOnFile;
    // Written before it is known whether the row stays: a choice that cannot be predicted costs more than a word.
    active[stillActive] = row;
    stillActive += isOnFile | Number(trueLifetimeLeft[row] > 0);
    if (isOnFile === 0 && from !== LAPSED) {
      flows[from * ENDS + LAPSED]++;
      lapsed[from] -= estimatedValue[row];
      lapse(population, row);
    }
  }
  population.activeCount = stillActive;
  review.onFileCount = onFileCount;
}

/** Values everyone on file anew, and tells what another insight changed from what the quarter did. */
function revalue(
  population: Population,
  estimator: ValueEstimator,
  now: number,
  level: InsightLevel,
  previousLevel: InsightLevel,
  onFile: Int32Array,
  review: Review,
): void {
  const values = new Int32Array(onFile.length);
  estimateValues(level, estimator, population, onFile, now, values);
  let comparable = values;
  if (level !== previousLevel) {
    comparable = new Int32Array(onFile.length);
    estimateValues(previousLevel, estimator, population, onFile, now, comparable);
  }
  const { estimatedValue } = population;
  const { origin, revalued, insight } = review;
  for (let i = 0; i < onFile.length; i++) {
    const row = onFile[i];
    const from = origin[i];
    revalued[from] += comparable[i] - estimatedValue[row];
    insight[from] += values[i] - comparable[i];
    estimatedValue[row] = values[i];
  }
}

/** Counts who moved from where to which tier, and what they are worth there. */
function followCustomers({ tier, estimatedValue }: Population, onFile: Int32Array, review: Review): void {
  const { origin, flows, flowsOfValue } = review;
  for (let i = 0; i < onFile.length; i++) {
    const row = onFile[i];
    const flow = origin[i] * ENDS + tier[row];
    flows[flow]++;
    flowsOfValue[flow] += estimatedValue[row];
  }
}
