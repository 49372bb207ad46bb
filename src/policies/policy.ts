import type { Cents, Decision, RoundReport } from '../engine/index.ts';

/** What a rule that plays may look at: no more than a player sees. */
export type PolicyView = {
  readonly round: number;
  readonly rounds: number;
  /** Cents that may be spent in this round. */
  readonly budget: Cents;
  /** Per quarter, by insight level. */
  readonly insightPrices: readonly Cents[];
  /** Reports so far, the warm-up first; never empty. */
  readonly reports: readonly RoundReport[];
};

/** A rule that plays. */
export type Policy = {
  readonly name: string;
  /** One plain sentence. */
  readonly summary: string;
  readonly decide: (view: PolicyView) => Decision;
  /** It looks at no report: none need be made for it. */
  readonly isBlind?: true;
};
