import {
  decideByShares,
  type InsightLevel,
  type RoundReport,
  type ShareRule,
  TIERS,
  type Tier,
} from '../engine/index.ts';
import { massAcquisition } from './fixed-shares.ts';
import type { Policy, PolicyView } from './policy.ts';
import { mapCells, normalisedShares, sharesOf } from './shares-of-decision.ts';
import { customerCentric, profitTiers, revenueTiers } from './value-based.ts';

/** How one student plays. */
export type StudentTraits = {
  readonly name: string;
  readonly summary: string;
  /** Share of the way to what the reports suggest that is gone in a round, 0 to 1. */
  readonly learning: number;
  /** How far one round's bad news is taken too seriously, 0 (not at all) to about 2. */
  readonly overreaction: number;
  /** First round in which each insight level above 0 is bought; null for never. */
  readonly buysProfit: number | null;
  readonly buysLifetimeValue: number | null;
};

/** What a student who reads the reports would come to do, by the insight at hand. */
const LESSONS: readonly Policy[] = [revenueTiers, profitTiers, customerCentric];
/** How much of a tier's money moves, for a fall of its contribution by all of it. */
const ALARM = 3;
/** How much of the spending is cut, for a fall of the cash flow by as much as the budget. */
const PANIC = 1;
const LOWEST_SPEND = 0.3;

/**
 * Plays as people do: starts by winning customers, moves towards what the reports say of the tiers at its own speed, and takes one bad round
 * too seriously. What it did last is in its reports, so it needs no memory.
 */
export function student(traits: StudentTraits): Policy {
  const { name, summary, learning, overreaction } = traits;
  return {
    name,
    summary,
    decide(view) {
      const insight = insightOf(traits, view);
      const habit = lastPlan(view);
      const { insight: level, ...lesson } = LESSONS[insight].decide(view);
      const learned = blend(
        habit,
        sharesOf({ ...lesson, insight: level }, view.budget, view.insightPrices[level]),
        learning,
      );
      const played = view.reports.filter(({ round }) => round >= 0);
      const last = played.at(-1);
      const before = played.at(-2);
      const felt = last && before ? react(learned, last, before, overreaction) : learned;
      return decideByShares({ ...felt, insight }, view.budget, view.insightPrices);
    },
  };
}

function insightOf({ buysProfit, buysLifetimeValue }: StudentTraits, { round }: PolicyView): InsightLevel {
  if (buysLifetimeValue !== null && round >= buysLifetimeValue) return 2;
  return buysProfit !== null && round >= buysProfit ? 1 : 0;
}

/** Weights of what was played last; at the start, of winning customers. */
function lastPlan(view: PolicyView): ShareRule {
  const last = view.reports[view.reports.length - 1];
  if (last.round < 0) return sharesOf(massAcquisition.decide(view), view.budget, 0);
  return sharesOf(last.decision, last.budget, view.insightPrices[last.decision.insight]);
}

function blend(from: ShareRule, to: ShareRule, share: number): ShareRule {
  const one = normalisedShares(from);
  const other = normalisedShares(to);
  const mixed = mapCells(one, (weight, lever, tier) => (1 - share) * weight + share * other[lever][tier]);
  return { ...mixed, spend: (1 - share) * from.spend + share * to.spend };
}

/** More for the tier that fell most, more advertising when fewer came, less of everything when cash fell. */
function react(plan: ShareRule, last: RoundReport, before: RoundReport, overreaction: number): ShareRule {
  if (overreaction === 0) return plan;
  const fall = (tier: Tier) => {
    const was = before.tiers[tier].contribution;
    return was > 0 ? Math.max(0, (was - last.tiers[tier].contribution) / was) : 0;
  };
  const hardest = TIERS.reduce((worst, tier) => (fall(tier) > fall(worst) ? tier : worst));
  const came = (report: RoundReport) => report.newCustomers.paid + report.newCustomers.organic;
  const missed = came(before) > 0 ? Math.max(0, 1 - came(last) / came(before)) : 0;
  const boosted = mapCells(plan, (weight, lever, tier) => {
    const alarm = lever === 'acquisition' ? missed : tier === hardest ? fall(tier) : 0;
    return weight * (1 + overreaction * ALARM * alarm);
  });
  const loss = Math.max(0, before.income.cashFlow - last.income.cashFlow) / last.budget;
  return {
    ...boosted,
    spend: Math.max(Math.min(plan.spend, LOWEST_SPEND), plan.spend * (1 - PANIC * overreaction * loss)),
  };
}
