import { TIERS } from '../tiering/tiers.ts';
import { type Cents, type Decision, INSIGHT_LEVELS, type InsightLevel, LEVERS } from './decision.ts';
import type { Refusal } from './refusal.ts';

/** What a decision is checked against: the budget of the round and the price of each insight level, in cents. */
export type DecisionRules = {
  readonly budget: Cents;
  readonly insightPrices: readonly Cents[];
  readonly roundsLeft: number;
};

export type CheckedDecision =
  | { readonly ok: true; readonly decision: Decision; readonly spending: Cents }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Checks anything that claims to be a decision. Pure, and the same on the page, in the worker and in a replay.
 *
 * @returns the decision with what it spends (levers and insight, cents), or every refusal found, cell by cell
 */
export function checkDecision(given: unknown, rules: DecisionRules): CheckedDecision {
  if (rules.roundsLeft <= 0) return { ok: false, refusals: [{ code: 'decision/no-rounds-left' }] };
  if (!isRecord(given)) return { ok: false, refusals: [{ code: 'decision/malformed' }] };
  const refusals: Refusal[] = [...unknownFields(given, [...LEVERS, 'insight'])];
  let spending = 0;
  for (const lever of LEVERS) {
    const cells = given[lever];
    if (cells === undefined) {
      refusals.push({ code: 'decision/missing-lever', lever });
      continue;
    }
    if (!isRecord(cells)) {
      refusals.push({ code: 'decision/malformed', lever });
      continue;
    }
    refusals.push(...unknownFields(cells, TIERS));
    for (const tier of TIERS) {
      const refusal = refuseCell(cells[tier]);
      if (refusal) refusals.push({ ...refusal, lever, tier });
      else spending += cells[tier] as number;
    }
  }
  if (
    !INSIGHT_LEVELS.includes(given.insight as InsightLevel) ||
    rules.insightPrices[given.insight as number] === undefined
  ) {
    refusals.push({ code: 'decision/unknown-insight' });
  } else {
    spending += rules.insightPrices[given.insight as number];
  }
  if (refusals.length === 0 && spending > rules.budget) {
    refusals.push({ code: 'decision/over-budget', value: spending, limit: rules.budget });
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, decision: given as Decision, spending };
}

function refuseCell(cents: unknown): Refusal | null {
  if (cents === undefined) return { code: 'decision/missing-tier' };
  if (typeof cents !== 'number' || !Number.isFinite(cents)) return { code: 'decision/not-a-number' };
  if (cents < 0) return { code: 'decision/negative', value: cents, limit: 0 };
  if (!Number.isInteger(cents)) return { code: 'decision/fraction-of-a-cent', value: cents };
  return null;
}

function* unknownFields(given: Record<string, unknown>, known: readonly string[]): Iterable<Refusal> {
  for (const key of Object.keys(given)) if (!known.includes(key)) yield { code: 'decision/unknown-field' };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
