import type { GameScore } from '../protocol.ts';
import type { ChoiceValue, ChoiceValues, LastDollar } from './choices.ts';
import type { Finding, FindingId } from './findings.ts';
import type { Habits } from './habits.ts';
import type { LuckReport } from './luck.ts';
import type { Reveal } from './reveal.ts';

/** Parts of a debrief; findings are made from those that are there. */
export type FindingSources = {
  readonly result?: GameScore | null;
  readonly reveal?: Reveal | null;
  readonly choices?: ChoiceValues | null;
  readonly luck?: LuckReport | null;
  readonly habits?: Habits | null;
};

/** What holds of a game, in the order in which a debrief tells it. Pure: every finding follows from the figures it carries. */
export function findingsOf({ result, reveal, choices, luck, habits }: FindingSources): readonly Finding[] {
  return [
    ...(result ? ofResult(result) : []),
    ...(reveal ? ofReveal(reveal) : []),
    ...(choices ? ofChoices(choices) : []),
    ...(luck ? ofLuck(luck) : []),
    ...(habits ? ofHabits(habits) : []),
  ];
}

/** Index points around 100 within which a game counts as the shadow firm's equal. */
const AS_SHADOW = 0.5;
/** Share of the near-oracle's firm value from which a game counts as near the best known. */
const NEAR_BEST = 0.99;
/** Relative error of the estimated equity that is worth a word. */
const MISJUDGED = 0.05;
/** Share of what a perfect ranking would catch from which a ranking counts as good. */
const GOOD_RANKING = 0.82;
/** Gain of firm value from true tiers that is worth a word, relative. */
const TIERS_MATTER = 0.002;
/** Bounds of the luck that counts as ordinary, as ranks. */
const ORDINARY_LUCK = [0.1, 0.9] as const;
/** A gap below this share of firm value is none. */
const NO_GAP = 0.001;
/** Relapse indices below and above which a habit has a name. */
const BY_VALUE = 1 / 3;
const PRODUCT_CENTRIC = 2 / 3;
/** Share of the money away from value at which money that is not spread evenly is heaped. */
const HEAPED = 1 / 3;
/** Share of the budget below which money was left unspent, and of the money above which it was mostly advertising. */
const UNSPENT = 0.6;
const MOSTLY = 0.6;
/** Predictions that make a habit; bands of bias that have a name; share of hits that counts as calibrated. */
const ENOUGH_PREDICTIONS = 3;
const BIASED = 0.5;
const CALIBRATED = 0.5;

function ofResult(score: GameScore): readonly Finding[] {
  const shadow = score.benchmarks.find(({ policy }) => policy === 'status-quo');
  const best = score.benchmarks.find(({ policy }) => policy === 'near-oracle');
  if (!shadow || !best) return [];
  const { index, firmValue, discountedCash: cash, discountedClosingEquity: equity } = score;
  const gap = firmValue - shadow.firmValue;
  const cashGap = cash - shadow.discountedCash;
  const equityGap = gap - cashGap;
  const numbers = { index, firmValue, shadow: shadow.firmValue, gap, best: best.firmValue };
  return [
    {
      id: standing(index, firmValue >= NEAR_BEST * best.firmValue),
      numbers: { ...numbers, gapToBest: firmValue - best.firmValue },
    },
    ...(cashGap === 0 && equityGap === 0
      ? []
      : [{ id: division(cashGap, equityGap), numbers: { cash, equity, cashGap, equityGap } }]),
  ];
}

function standing(index: number, isNearBest: boolean): FindingId {
  if (index < 100 - AS_SHADOW) return 'result/below-shadow';
  if (index <= 100 + AS_SHADOW) return 'result/as-shadow';
  return isNearBest ? 'result/near-best' : 'result/above-shadow';
}

function division(cashGap: number, equityGap: number): FindingId {
  if (cashGap > 0) return equityGap > 0 ? 'result/both-better' : 'result/cash-not-customers';
  return equityGap > 0 ? 'result/customers-not-cash' : 'result/both-worse';
}

function ofReveal({ totals, groups, treatment, misclassification }: Reveal): readonly Finding[] {
  const findings: Finding[] = [];
  const { bestFifthShare, believedBestFifthShare: captured, trueBestFifthShare: capturable } = totals;
  if (bestFifthShare !== null) findings.push({ id: 'reveal/best-fifth-holds', numbers: { share: bestFifthShare } });
  if (totals.belowZero.customers > 0) {
    const { customers, trueValue: value } = totals.belowZero;
    findings.push({ id: 'reveal/below-zero', numbers: { customers, value, share: customers / totals.alive } });
  }
  if (totals.gone > 0) {
    const numbers = { gone: totals.gone, onFile: totals.onFile, money: treatment.total.toGone };
    findings.push({ id: 'reveal/silently-gone', numbers });
  }
  const onTiers = groups.reduce((sum, { group, trueEquity }) => sum + (group === 'lapsed' ? 0 : trueEquity), 0);
  const error = onTiers > 0 ? (totals.estimatedEquity - onTiers) / onTiers : 0;
  if (Math.abs(error) > MISJUDGED) {
    const id = error > 0 ? 'reveal/over-estimated' : 'reveal/under-estimated';
    findings.push({ id, numbers: { estimated: totals.estimatedEquity, true: onTiers, share: error } });
  }
  if (captured !== null && capturable !== null && capturable > 0) {
    const id = captured >= GOOD_RANKING * capturable ? 'reveal/ranking-good' : 'reveal/ranking-poor';
    findings.push({ id, numbers: { correlation: totals.rankCorrelation, captured, capturable } });
  }
  const { money, misplaced, overServed, underServed } = treatment.total;
  if (money > 0) {
    const people = { overServed: overServed.customers, underServed: underServed.customers };
    findings.push({ id: 'reveal/money-misplaced', numbers: { misplaced, money, share: misplaced / money, ...people } });
  }
  const { cost, firmValue } = misclassification;
  const tiersMatter = cost > TIERS_MATTER * Math.abs(firmValue);
  findings.push({
    id: tiersMatter ? 'reveal/true-tiers-better' : 'reveal/true-tiers-no-better',
    numbers: { cost, firmValue },
  });
  return findings;
}

function ofChoices({ cells, lastDollars, total, sum, interaction }: ChoiceValues): readonly Finding[] {
  const findings: Finding[] = [];
  const byValue = [...cells].sort((a, b) => b.value - a.value);
  const best = byValue.at(0);
  const worst = byValue.at(-1);
  if (best && best.value > 0) findings.push(cellFinding('choices/best', best));
  if (worst && worst.value < 0) findings.push(cellFinding('choices/worst', worst));
  for (const [lever, ofLever] of byLever(cells)) {
    const money = ofLever.reduce((soFar, cell) => soFar + cell.money, 0);
    const discounted = ofLever.reduce((soFar, cell) => soFar + cell.discountedMoney, 0);
    const value = ofLever.reduce((soFar, cell) => soFar + cell.value, 0);
    const id = value >= 0 ? 'choices/lever-earned' : 'choices/lever-lost';
    findings.push({ id, numbers: { value, money, perUnit: 1 + value / discounted }, names: { lever } });
  }
  const margins = [...lastDollars].sort((a, b) => b.perUnit - a.perUnit);
  const bestMargin = margins.at(0);
  const worstMargin = margins.filter(({ kind }) => kind === 'last').at(-1);
  if (bestMargin) findings.push(marginFinding('choices/last-dollar-best', bestMargin));
  if (worstMargin && worstMargin !== bestMargin) findings.push(marginFinding('choices/last-dollar-worst', worstMargin));
  if (cells.length > 1) findings.push({ id: 'choices/interaction', numbers: { total, sum, interaction } });
  return findings;
}

function byLever(cells: readonly ChoiceValue[]): ReadonlyMap<string, readonly ChoiceValue[]> {
  const groups = new Map<string, ChoiceValue[]>();
  for (const cell of cells) {
    if (cell.choice.kind === 'insight') continue;
    const { lever } = cell.choice;
    groups.set(lever, [...(groups.get(lever) ?? []), cell]);
  }
  return groups;
}

function cellFinding(id: FindingId, { choice, round, value, money, perUnit }: ChoiceValue): Finding {
  const names: Record<string, string> =
    choice.kind === 'insight' ? { lever: 'insight' } : { lever: choice.lever, tier: choice.tier };
  return { id, numbers: { round, value, money, perUnit }, names };
}

function marginFinding(
  id: FindingId,
  { lever, tier, kind, perUnit, money, value, standardError }: LastDollar,
): Finding {
  return { id, numbers: { perUnit, money, value, standardError }, names: { lever, tier, kind } };
}

function ofLuck({ futures, benchmarks }: LuckReport): readonly Finding[] {
  const { rank, mean, came, luck, low, high } = futures;
  const [unlucky, lucky] = ORDINARY_LUCK;
  const findings: Finding[] = [
    {
      id: rank < unlucky ? 'luck/unlucky' : rank > lucky ? 'luck/lucky' : 'luck/ordinary',
      numbers: { rank, mean, came, luck, low, high },
    },
  ];
  for (const { policy, gap, meanGap, luck: ofGap, standardError } of benchmarks) {
    if (Math.abs(gap) < NO_GAP * Math.abs(came)) continue;
    const id = Math.abs(ofGap) < Math.abs(gap) / 2 ? 'luck/gap-is-skill' : 'luck/gap-is-luck';
    findings.push({ id, numbers: { gap, meanGap, luck: ofGap, standardError }, names: { policy } });
  }
  return findings;
}

function ofHabits({ rounds, relapseIndex, horizon, predictions }: Habits): readonly Finding[] {
  const findings: Finding[] = [];
  const spent = rounds.reduce((sum, round) => sum + round.spent, 0);
  if (relapseIndex !== null && spent > 0) {
    const away = rounds.reduce((sum, round) => sum + (round.awayFromValue ?? 0) * round.spent, 0) / spent;
    findings.push({ id: habit(relapseIndex, away), numbers: { index: relapseIndex, away } });
    const acquired = rounds.reduce((sum, { byLever: { acquisition } }) => sum + acquisition, 0) / spent;
    if (acquired > MOSTLY) findings.push({ id: 'habits/mostly-acquisition', numbers: { share: acquired } });
  }
  const budgets = rounds.reduce((sum, { budget }) => sum + budget, 0);
  const { milked, ...numbers } = horizon;
  const unspent = budgets > 0 && spent / budgets < UNSPENT;
  if (unspent) findings.push({ id: 'habits/unspent', numbers: { share: spent / budgets } });
  if (milked) findings.push({ id: 'habits/milked', numbers });
  else if (!unspent) findings.push({ id: 'habits/kept-investing', numbers });
  const overReactions = rounds.filter(({ overReaction }) => overReaction).length;
  if (overReactions > 0) findings.push({ id: 'habits/over-reacted', numbers: { rounds: overReactions } });
  if (predictions && predictions.rounds >= ENOUGH_PREDICTIONS) {
    const { bias, rounds: said, hits, meanError } = predictions;
    const id = biasOf(bias, hits / said);
    if (id) findings.push({ id, numbers: { bias, rounds: said, hits, meanError } });
  }
  return findings;
}

function habit(relapse: number, away: number): FindingId {
  if (relapse > PRODUCT_CENTRIC) return 'habits/product-centric';
  if (relapse >= BY_VALUE) return 'habits/mixed';
  return away > HEAPED ? 'habits/all-on-few' : 'habits/by-value';
}

function biasOf(bias: number, hits: number): FindingId | null {
  if (bias >= BIASED) return 'habits/optimist';
  if (bias <= -BIASED) return 'habits/pessimist';
  return hits >= CALIBRATED ? 'habits/calibrated' : null;
}
