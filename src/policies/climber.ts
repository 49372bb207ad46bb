import { decideByShares, type InsightLevel, LEVERS, type RoundReport, type ShareRule, TIERS } from '../engine/index.ts';
import { statusQuo } from './fixed-shares.ts';
import type { Policy, PolicyView } from './policy.ts';
import { mapCells, normalisedShares, sharesOf } from './shares-of-decision.ts';

/** A change to try: what each cell's weight is multiplied by. */
type Move = (lever: (typeof LEVERS)[number], position: number) => number;

const STEP = 1.6;
/** Six ideas a thoughtful beginner has, in the order in which they are tried; each also the other way round. */
const MOVES: readonly Move[] = [
  (lever) => (lever === 'service' ? STEP : 1),
  (lever) => (lever === 'retention' ? STEP : 1),
  (lever, position) => (lever === 'acquisition' && (position === 1 || position === 2) ? STEP : 1),
  (lever, position) => (lever === 'retention' ? [STEP, 1, 1, 1 / STEP][position] : 1),
  (lever, position) => (lever === 'service' ? [STEP, 1.2, 1, 1][position] : 1),
  (lever) => (lever === 'acquisition' ? STEP : 1),
];

/**
 * Knows nothing but its own reports: changes one thing a round, keeps the change when cash flow and the change of estimated equity together
 * rose, and else takes it back. Starts from what the firm always did. Its state follows from the reports.
 */
function climber(name: string, summary: string, insight: InsightLevel): Policy {
  return {
    name,
    summary,
    decide(view) {
      const { plan, move } = climb(view);
      const tried = mapCells(plan, (weight, lever, tier) => weight * MOVES[move % MOVES.length](lever, TIERS.indexOf(tier)));
      return decideByShares({ ...tried, insight }, view.budget, view.insightPrices);
    },
  };
}

/** The best plan so far, and the change to try next: worked out from the rounds played. */
function climb(view: PolicyView): { plan: ShareRule; move: number } {
  const played = view.reports.filter(({ round }) => round >= 0);
  let plan = normalisedShares(sharesOf(statusQuo.decide(view), view.budget, 0));
  let best = gain(view.reports[view.reports.length - played.length - 1]);
  let move = 0;
  for (const report of played) {
    const reached = gain(report);
    if (reached > best) {
      const { decision, budget } = report;
      plan = normalisedShares(sharesOf(decision, budget, view.insightPrices[decision.insight]));
    } else {
      move++;
    }
    best = reached;
  }
  return { plan, move };
}

/** What the firm believes to have gained in a round: cash, and equity but for what a better look at it alone changed. */
function gain({ income, equity }: RoundReport): number {
  return income.cashFlow + equity.closing - equity.opening - equity.insight;
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
