import {
  decideByShares,
  type InsightLevel,
  type LEVERS,
  type RoundReport,
  type ShareRule,
  TIERS,
} from '../engine/index.ts';
import { statusQuo } from './fixed-shares.ts';
import type { Policy, PolicyView } from './policy.ts';
import { mapCells, normalisedShares, sharesOf } from './shares-of-decision.ts';

/** A change to try: what each cell's weight is multiplied by, or divided by when the idea is tried the other way round. */
type Idea = (lever: (typeof LEVERS)[number], position: number) => number;

const STEP = 1.5;
/** Six ideas that a thoughtful beginner has, in the order in which they are tried. */
const IDEAS: readonly Idea[] = [
  (lever) => (lever === 'service' ? STEP : 1),
  (lever) => (lever === 'retention' ? STEP : 1),
  (lever, position) => (lever === 'acquisition' && (position === 1 || position === 2) ? STEP : 1),
  (lever, position) => (lever === 'retention' ? [STEP, 1, 1, 1 / STEP][position] : 1),
  (lever, position) => (lever === 'service' ? [STEP, 1, 1, 1 / STEP][position] : 1),
  (lever) => (lever === 'acquisition' ? STEP : 1),
];
/** A report speaks against a change when the gain falls by more than this many times its ordinary wobble. */
const CLEARLY = 1;

/**
 * Knows nothing but its own reports: changes one thing a round and keeps the change unless the gain (cash flow and change of estimated equity)
 * then falls clearly below what it was, by the measure of how it wobbled before; then it goes back and turns the idea round. Starts from what
 * the firm always did. Its state follows from the reports.
 */
function climber(name: string, summary: string, insight: InsightLevel): Policy {
  return {
    name,
    summary,
    decide(view) {
      const { plan, idea, turned } = climb(view);
      return decideByShares({ ...tryOut(plan, idea, turned), insight }, view.budget, view.insightPrices);
    },
  };
}

type Climb = { readonly plan: ShareRule; readonly idea: number; readonly turned: boolean };

function tryOut(plan: ShareRule, idea: number, turned: boolean): ShareRule {
  const change = IDEAS[idea % IDEAS.length];
  return mapCells(plan, (weight, lever, tier) => {
    const factor = change(lever, TIERS.indexOf(tier));
    return turned ? weight / factor : weight * factor;
  });
}

/** The plan kept so far, and the change to try next: worked out from all reports. */
function climb(view: PolicyView): Climb {
  const played = view.reports.filter(({ round }) => round >= 0);
  const history = view.reports.slice(0, view.reports.length - played.length).map(gain);
  const wobble = standardDeviation(history);
  let usual = mean(history.slice(-4));
  let state: Climb = {
    plan: normalisedShares(sharesOf(statusQuo.decide(view), view.budget, 0)),
    idea: 0,
    turned: false,
  };
  for (const report of played) {
    const reached = gain(report);
    const worse = reached < usual - CLEARLY * wobble;
    if (worse && !state.turned) {
      state = { ...state, turned: true };
    } else {
      const plan = worse ? state.plan : normalisedShares(tryOut(state.plan, state.idea, state.turned));
      state = { plan, idea: state.idea + 1, turned: false };
    }
    usual = (usual + reached) / 2;
  }
  return state;
}

/** What the firm believes to have gained in a round: cash, and equity but for what a better look at it alone changed. */
function gain({ income, equity }: RoundReport): number {
  return income.cashFlow + equity.closing - equity.opening - equity.insight;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function standardDeviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / Math.max(1, values.length - 1));
}

export const climberByRevenue = climber(
  'student-climber',
  'Tries one change a quarter and keeps what its reports say has worked.',
  0,
);

export const climberByValue = climber(
  'student-analyst',
  'Tries one change a quarter and judges it by estimated lifetime values.',
  2,
);
