import type { InsightLevel } from '../decision/decision.ts';
import { estimateValues } from '../insight/estimate-values.ts';
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
  /** What each is worth now, cents: filled after. */
  readonly values: Int32Array;
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
  const review = clearFile(population, scenario.tiering.onFileRounds, now);
  const { onFile, values } = review;
  estimateValues(level, estimator, population, onFile, now, values);
  if (level !== firm.insightLevel) {
    const comparable = new Int32Array(onFile.length);
    estimateValues(firm.insightLevel, estimator, population, onFile, now, comparable);
    tellInsightApart(comparable, review);
  }
  assignTiers(population, scenario.tiering, onFile, values);
  followCustomers(population, review);

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

// Scratch for one renewal. Memory made anew each time has to be cleared before, and gathered up afterwards.
let scratch = { rows: new Int32Array(0), origins: new Uint8Array(0), values: new Int32Array(0) };

function scratchFor(customers: number): typeof scratch {
  if (scratch.rows.length < customers) {
    const room = Math.ceil(customers * GROWTH);
    scratch = { rows: new Int32Array(room), origins: new Uint8Array(room), values: new Int32Array(room) };
  }
  return scratch;
}

const GROWTH = 1.5;

/**
 * Finds who is on file: who bought within the last `onFileRounds` quarters, where a first order counts. The others lapse, and
 * leave the active rows when they are gone.
 */
function clearFile(population: Population, onFileRounds: number, now: number): Review {
  const { tier, cohort, estimatedValue, observedLastOrder, trueLifetimeLeft, active, activeCount } = population;
  const { rows, origins, values } = scratchFor(activeCount);
  const flows = new Int32Array(ORIGINS * ENDS);
  const lapsed = new Float64Array(ORIGINS);
  const since = now - onFileRounds;
  let onFileCount = 0;
  let stillActive = 0;
  for (let i = 0; i < activeCount; i++) {
    const row = active[i];
    const from = cohort[row] === now - 1 ? NEW : tier[row];
    const isOnFile = Number(observedLastOrder[row] >= since);
    rows[onFileCount] = row;
    origins[onFileCount] = from;
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
  return {
    onFile: rows.subarray(0, onFileCount),
    origin: origins.subarray(0, onFileCount),
    values: values.subarray(0, onFileCount),
    flows,
    flowsOfValue: new Float64Array(ORIGINS * ENDS),
    lapsed,
    revalued: new Float64Array(ORIGINS),
    insight: new Float64Array(ORIGINS),
  };
}

/** What another insight changed of the values, apart from what the quarter did. */
function tellInsightApart(comparable: Int32Array, { origin, values, revalued, insight }: Review): void {
  for (let i = 0; i < values.length; i++) {
    const change = values[i] - comparable[i];
    insight[origin[i]] += change;
    revalued[origin[i]] -= change;
  }
}

/** Puts the new values on record, and counts who moved from where to which tier, and what they are worth there. */
function followCustomers({ tier, estimatedValue }: Population, review: Review): void {
  const { onFile, origin, values, flows, flowsOfValue, revalued } = review;
  for (let i = 0; i < onFile.length; i++) {
    const row = onFile[i];
    const from = origin[i];
    const value = values[i];
    const flow = from * ENDS + tier[row];
    flows[flow]++;
    flowsOfValue[flow] += value;
    revalued[from] += value - estimatedValue[row];
    estimatedValue[row] = value;
  }
}
