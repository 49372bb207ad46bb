import { type ByTier, byTier, type Cents, type Decision, type InsightLevel, LEVERS, TIERS } from '../engine/index.ts';
import { allocate } from './allocate.ts';

export const PRESET_NAMES = ['repeatLast', 'evenPerCustomer', 'scaleToBudget', 'clear'] as const;

export type PresetName = (typeof PRESET_NAMES)[number];

/** What a preset may look at. */
export type PresetInput = {
  readonly draft: Decision;
  /** What the firm did last quarter. */
  readonly lastDecision: Decision;
  /** Whole cents that the round may spend, insight included. */
  readonly budget: Cents;
  /** Cents by insight level. */
  readonly insightPrices: readonly Cents[];
  /** Customers by tier, as they will be treated in the round. */
  readonly customers: ByTier<number>;
};

/** A draft made at one stroke: whole cents, never over the budget. */
export function presetDraft(name: PresetName, input: PresetInput): Decision {
  switch (name) {
    case 'repeatLast':
      return fitToBudget(input.lastDecision, input.budget, input.insightPrices);
    case 'evenPerCustomer':
      return evenPerCustomer(input);
    case 'scaleToBudget':
      return scaleToBudget(input);
    case 'clear':
      return EMPTY_DECISION;
  }
}

/** Nothing spent, nothing bought. */
export const EMPTY_DECISION: Decision = {
  acquisition: byTier(() => 0),
  retention: byTier(() => 0),
  service: byTier(() => 0),
  insight: 0,
};

/**
 * A decision that the budget can pay: the same when it fits, otherwise every cell scaled down alike so that the whole
 * budget is used. The insight level is kept; only when its price alone is over the budget is a cheaper one taken.
 * Cells that are no amount of money (negative, not a number) count as 0, fractions of a cent are rounded.
 */
export function fitToBudget(decision: Decision, budget: Cents, insightPrices: readonly Cents[]): Decision {
  const clean = cleaned(decision, budget, insightPrices);
  const available = Math.max(0, budget - priceOf(clean.insight, insightPrices));
  return leverMoney(clean) > available ? scaledTo(clean, available) : clean;
}

/** The same money for every head in every tier, lever by lever, for each lever's present total. */
function evenPerCustomer({ draft, budget, insightPrices, customers }: PresetInput): Decision {
  const fitted = fitToBudget(draft, budget, insightPrices);
  return withLevers(fitted, (lever) => allocate(cellSum(fitted[lever]), customers));
}

/** Every cell scaled up or down alike so that the whole budget is used. With nothing spent there is nothing to scale. */
function scaleToBudget({ draft, budget, insightPrices }: PresetInput): Decision {
  const clean = cleaned(draft, budget, insightPrices);
  return leverMoney(clean) === 0 ? clean : scaledTo(clean, Math.max(0, budget - priceOf(clean.insight, insightPrices)));
}

/** Scales all cells so that they sum to `target`, by largest remainders over the twelve cells; cells of 0 stay 0. */
function scaledTo(decision: Decision, target: Cents): Decision {
  const total = leverMoney(decision);
  const cells = LEVERS.flatMap((lever) =>
    TIERS.map((tier) => {
      const exact = target * (decision[lever][tier] / total);
      return { lever, tier, cents: Math.floor(exact), remainder: exact - Math.floor(exact) };
    }),
  ).filter((cell) => decision[cell.lever][cell.tier] > 0);
  let left = target - cells.reduce((sum, cell) => sum + cell.cents, 0);
  for (const cell of cells.toSorted((a, b) => b.remainder - a.remainder)) {
    if (left <= 0) break;
    cell.cents++;
    left--;
  }
  return withLevers(decision, (lever) =>
    byTier((tier) => cells.find((cell) => cell.lever === lever && cell.tier === tier)?.cents ?? 0),
  );
}

function cleaned(decision: Decision, budget: Cents, insightPrices: readonly Cents[]): Decision {
  const levers = withLevers(decision, (lever) => byTier((tier) => wholeCents(decision[lever][tier])));
  let insight = decision.insight;
  while (insight > 0 && priceOf(insight, insightPrices) > budget) insight = (insight - 1) as InsightLevel;
  return { ...levers, insight };
}

function wholeCents(amount: number): Cents {
  return Number.isFinite(amount) && amount > 0 ? Math.round(amount) : 0;
}

function priceOf(level: InsightLevel, insightPrices: readonly Cents[]): Cents {
  return insightPrices[level] ?? Number.POSITIVE_INFINITY;
}

function withLevers(decision: Decision, cellsOf: (lever: (typeof LEVERS)[number]) => ByTier<Cents>): Decision {
  return {
    acquisition: cellsOf('acquisition'),
    retention: cellsOf('retention'),
    service: cellsOf('service'),
    insight: decision.insight,
  };
}

function leverMoney(decision: Decision): Cents {
  return LEVERS.reduce((sum, lever) => sum + cellSum(decision[lever]), 0);
}

function cellSum(cells: ByTier<Cents>): Cents {
  return TIERS.reduce((sum, tier) => sum + cells[tier], 0);
}
