import type { InsightLevel } from '../decision/decision.ts';
import { estimateValue, isOnFile } from '../insight/estimate-values.ts';
import { trailingContacts, trailingContribution, trailingOrders, trailingRevenue } from '../insight/trailing.ts';
import { SURVEYS_WALLETS, surveyedWalletShare, walletSurveyDraws } from '../insight/wallet-survey.ts';
import { toFixedPoint } from '../math/fixed-point.ts';
import { assignTiers, lapse } from '../tiering/assign-tiers.ts';
import { LAPSED, TIER_COUNT } from '../tiering/tiers.ts';
import type { Firm, TieringOutcome, TierTotals } from './firm.ts';

const NEW = TIER_COUNT + 1;

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
  const { tier, estimatedValue, cohort, trueLifetimeLeft, active } = population;
  const previousLevel = firm.insightLevel;
  const zeros = () => new Array<number>(TIER_COUNT).fill(0);
  const flows = Array.from({ length: NEW + 1 }, () => new Array<number>(LAPSED + 1).fill(0));
  const steps = { acquired: zeros(), returned: zeros(), lapsed: zeros(), revalued: zeros(), insight: zeros() };

  const onFile = new Int32Array(population.activeCount);
  const origin = new Uint8Array(population.activeCount);
  let onFileCount = 0;
  let stillActive = 0;
  for (let i = 0; i < population.activeCount; i++) {
    const row = active[i];
    const from = cohort[row] === now - 1 ? NEW : tier[row];
    if (isOnFile(scenario, population, row, now)) {
      const valueBefore = estimatedValue[row];
      const value = estimateValue(level, estimator, population, row, now);
      estimatedValue[row] = value;
      if (from < TIER_COUNT) {
        const comparable =
          level === previousLevel ? value : estimateValue(previousLevel, estimator, population, row, now);
        steps.revalued[from] += comparable - valueBefore;
        steps.insight[from] += value - comparable;
      }
      onFile[onFileCount] = row;
      origin[onFileCount++] = from;
    } else {
      if (from < TIER_COUNT) {
        flows[from][LAPSED]++;
        steps.lapsed[from] -= estimatedValue[row];
      }
      lapse(population, row);
      if (trueLifetimeLeft[row] <= 0) continue;
    }
    active[stillActive++] = row;
  }
  population.activeCount = stillActive;

  assignTiers(population, scenario.tiering, onFile, onFileCount);

  const facts = Array.from({ length: TIER_COUNT }, emptyTotals);
  for (let i = 0; i < onFileCount; i++) {
    const row = onFile[i];
    const to = tier[row];
    flows[origin[i]][to]++;
    if (origin[i] === NEW) steps.acquired[to] += estimatedValue[row];
    else if (origin[i] === LAPSED) steps.returned[to] += estimatedValue[row];
    const totals = facts[to];
    totals.customers++;
    totals.trailingRevenue += trailingRevenue(population, row);
    totals.trailingContribution += trailingContribution(population, row, scenario.costs);
    totals.trailingOrders += trailingOrders(population, row);
    totals.trailingContacts += trailingContacts(population, row);
    totals.estimatedEquity += estimatedValue[row];
    if (level >= SURVEYS_WALLETS) {
      totals.surveyedWalletShares += toFixedPoint(
        surveyedWalletShare(scenario.insight, population, row, estimator.walletSurvey),
      );
    }
  }

  const returned = flows[LAPSED].slice(0, TIER_COUNT).reduce((sum, count) => sum + count, 0);
  flows[LAPSED][LAPSED] = firm.lapsedOnRecord - returned;
  firm.lapsedOnRecord = flows.reduce((sum, ends) => sum + ends[LAPSED], 0);
  const openingEquity = firm.estimatedEquity;
  firm.estimatedEquity = facts.reduce((sum, totals) => sum + totals.estimatedEquity, 0);
  firm.insightLevel = level;
  return { flows, openingEquity, closingEquity: firm.estimatedEquity, ...steps, facts };
}

function emptyTotals(): TierTotals {
  return {
    customers: 0,
    trailingRevenue: 0,
    trailingContribution: 0,
    trailingOrders: 0,
    trailingContacts: 0,
    estimatedEquity: 0,
    surveyedWalletShares: 0,
  };
}
