import type { InsightLevel } from '../decision/decision.ts';
import { estimateValue, isOnFile, type ValueEstimator } from '../insight/estimate-values.ts';
import { trailingContacts, trailingContribution, trailingOrders, trailingRevenue } from '../insight/trailing.ts';
import { SURVEYS_WALLETS, surveyedWalletShare, walletSurveyDraws } from '../insight/wallet-survey.ts';
import { toFixedPoint } from '../math/fixed-point.ts';
import type { Population } from '../population/columns.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { assignTiers, lapse } from '../tiering/assign-tiers.ts';
import { LAPSED, TIER_COUNT, TIERS } from '../tiering/tiers.ts';
import type { Firm, TieringOutcome, TierTotals } from './firm.ts';

/** Where a customer may come from (a tier, lapsed, new) and end (a tier, lapsed). */
const NEW = TIER_COUNT + 1;
const ENDS = TIER_COUNT + 1;

/** What is noted down while the firm goes through its records: typed arrays, so that the loops over customers stay quick. */
type Review = {
  /** Rows on file, and where each came from. */
  readonly onFile: Int32Array;
  readonly origin: Uint8Array;
  onFileCount: number;
  /** [origin × `ENDS` + end]. */
  readonly flows: Int32Array;
  /** Cents, by tier. */
  readonly acquired: Float64Array;
  readonly returned: Float64Array;
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
  reviewCustomers(population, estimator, now, level, firm.insightLevel, review);
  const onFile = review.onFile.subarray(0, review.onFileCount);
  assignTiers(population, scenario.tiering, onFile, onFile.length);
  followCustomers(population, review);
  const facts = totalsByTier(population, scenario, onFile);
  if (level >= SURVEYS_WALLETS) addSurveyedWallets(population, estimator, onFile, facts);

  const flows = Array.from({ length: NEW + 1 }, (_, from) =>
    Array.from(review.flows.subarray(from * ENDS, (from + 1) * ENDS)),
  );
  const back = flows[LAPSED].slice(0, TIER_COUNT).reduce((sum, count) => sum + count, 0);
  flows[LAPSED][LAPSED] = firm.lapsedOnRecord - back;
  firm.lapsedOnRecord = flows.reduce((sum, ends) => sum + ends[LAPSED], 0);
  const openingEquity = firm.estimatedEquity;
  firm.estimatedEquity = facts.reduce((sum, totals) => sum + totals.estimatedEquity, 0);
  firm.insightLevel = level;
  const steps = {
    acquired: Array.from(review.acquired),
    returned: Array.from(review.returned),
    lapsed: Array.from(review.lapsed),
    revalued: Array.from(review.revalued),
    insight: Array.from(review.insight),
  };
  return { flows, openingEquity, closingEquity: firm.estimatedEquity, ...steps, facts };
}

function openReview(customers: number): Review {
  return {
    onFile: new Int32Array(customers),
    origin: new Uint8Array(customers),
    onFileCount: 0,
    flows: new Int32Array((NEW + 1) * ENDS),
    acquired: new Float64Array(TIER_COUNT),
    returned: new Float64Array(TIER_COUNT),
    lapsed: new Float64Array(TIER_COUNT),
    revalued: new Float64Array(TIER_COUNT),
    insight: new Float64Array(TIER_COUNT),
  };
}

/** Finds who is on file and values them anew; the others lapse, and leave when they are gone. */
function reviewCustomers(
  population: Population,
  estimator: ValueEstimator,
  now: number,
  level: InsightLevel,
  previousLevel: InsightLevel,
  review: Review,
): void {
  const { tier, estimatedValue, cohort, trueLifetimeLeft, active, activeCount } = population;
  const { onFile, origin, flows, lapsed, revalued, insight } = review;
  let onFileCount = 0;
  let stillActive = 0;
  for (let i = 0; i < activeCount; i++) {
    const row = active[i];
    const from = cohort[row] === now - 1 ? NEW : tier[row];
    if (isOnFile(estimator.scenario, population, row, now)) {
      const valueBefore = estimatedValue[row];
      const value = estimateValue(level, estimator, population, row, now);
      estimatedValue[row] = value;
      if (from < TIER_COUNT) {
        const comparable =
          level === previousLevel ? value : estimateValue(previousLevel, estimator, population, row, now);
        revalued[from] += comparable - valueBefore;
        insight[from] += value - comparable;
      }
      onFile[onFileCount] = row;
      origin[onFileCount++] = from;
    } else {
      if (from < TIER_COUNT) {
        flows[from * ENDS + LAPSED]++;
        lapsed[from] -= estimatedValue[row];
      }
      lapse(population, row);
      if (trueLifetimeLeft[row] <= 0) continue;
    }
    active[stillActive++] = row;
  }
  population.activeCount = stillActive;
  review.onFileCount = onFileCount;
}

/** Counts who moved from where to which tier, and what newcomers and returners are worth there. */
function followCustomers({ tier, estimatedValue }: Population, review: Review): void {
  const { onFile, origin, onFileCount, flows, acquired, returned } = review;
  for (let i = 0; i < onFileCount; i++) {
    const row = onFile[i];
    const from = origin[i];
    const to = tier[row];
    flows[from * ENDS + to]++;
    if (from === NEW) acquired[to] += estimatedValue[row];
    else if (from === LAPSED) returned[to] += estimatedValue[row];
  }
}

function addSurveyedWallets(
  population: Population,
  { scenario, walletSurvey }: ValueEstimator,
  onFile: Int32Array,
  facts: readonly TierTotals[],
): void {
  for (const row of onFile) {
    const stated = surveyedWalletShare(scenario.insight, population, row, walletSurvey);
    facts[population.tier[row]].surveyedWalletShares += toFixedPoint(stated);
  }
}

/** What the firm's records say of the new tiers. */
function totalsByTier(population: Population, { costs }: Scenario, onFile: Int32Array): TierTotals[] {
  const { tier, estimatedValue } = population;
  const customers = new Int32Array(TIER_COUNT);
  const revenue = new Float64Array(TIER_COUNT);
  const contribution = new Float64Array(TIER_COUNT);
  const orders = new Float64Array(TIER_COUNT);
  const contacts = new Float64Array(TIER_COUNT);
  const equity = new Float64Array(TIER_COUNT);
  for (let i = 0; i < onFile.length; i++) {
    const row = onFile[i];
    const t = tier[row];
    customers[t]++;
    revenue[t] += trailingRevenue(population, row);
    contribution[t] += trailingContribution(population, row, costs);
    orders[t] += trailingOrders(population, row);
    contacts[t] += trailingContacts(population, row);
    equity[t] += estimatedValue[row];
  }
  return TIERS.map((_, t) => ({
    customers: customers[t],
    trailingRevenue: revenue[t],
    trailingContribution: contribution[t],
    trailingOrders: orders[t],
    trailingContacts: contacts[t],
    estimatedEquity: equity[t],
    surveyedWalletShares: 0,
  }));
}
