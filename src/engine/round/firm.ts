import type { QuarterTally } from '../behaviour/quarter.ts';
import type { Cents, Decision, InsightLevel } from '../decision/decision.ts';
import type { Level } from '../decision/level.ts';
import type { LazyResidualValueModel } from '../insight/residual-value-model.ts';
import type { LedgerPage } from '../ledger/ledger.ts';
import { copyActiveRows, copyPopulation, letGoOfPopulation, type Population } from '../population/columns.ts';
import type { Nursery } from '../population/nursery.ts';
import { type PopulationPutBy, putPopulationBy, takePopulationUp } from '../population/put-by.ts';
import type { RandomKeys } from '../random/keys.ts';
import type { Scenario } from '../scenario/scenario.ts';

/**
 * The whole state of one firm between two rounds. Mutable inside the engine only; `observe()` is what may be seen of it.
 */
export type Firm = {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly level: Level;
  /** How many rounds the game has. */
  readonly rounds: number;
  keys: RandomKeys;
  /** Keys of the rounds released so far, in a game paced by keys: see `withRoundKey`. Null: the seed says all. */
  roundKeys: readonly string[] | null;
  /** The round to be played next; negative in the warm-up. */
  round: number;
  readonly population: Population;
  /** Newcomers who were drawn for other games from the same start; null: each is drawn when they come. */
  nursery: Nursery | null;
  /** The insight level that made the tiers in force. */
  insightLevel: InsightLevel;
  /** Level 2's model, fitted to the records of the warm-up. */
  model: LazyResidualValueModel;
  /** Cents that the next decision may spend. */
  budget: Cents;
  /** Budget of the first played round: the yardstick of the budget's bounds; 0 in the warm-up. */
  firstBudget: Cents;
  /** Cents a quarter. */
  smoothedContribution: number;
  reputation: number;
  /** Newcomers still owed, below one person, by channel. */
  readonly fractions: Float64Array;
  /** Customers the firm has on record that are on no tier, gone or not. */
  lapsedOnRecord: number;
  /** Cash of the played rounds, cents, and discounted to the start of the first. */
  cumulativeCash: Cents;
  discountedCash: number;
  /** Estimated customer equity of the tiers in force. */
  estimatedEquity: Cents;
  digest: string;
  last: RoundOutcome | null;
};

/** Everything that the phases of a round noted down: what `observe()` reads. */
export type RoundOutcome = {
  readonly round: number;
  readonly decision: Decision;
  readonly budget: Cents;
  readonly tieredBy: InsightLevel;
  readonly page: LedgerPage;
  /** By tier. */
  readonly customers: readonly number[];
  readonly quality: readonly number[];
  readonly marginalCosts: readonly Cents[];
  readonly tally: QuarterTally;
  /** Newcomers by channel. */
  readonly arrivals: Float64Array;
  readonly tieringOutcome: TieringOutcome;
  readonly surveys: readonly SurveyTally[];
  /** Noisy estimates by tier. */
  readonly estimatedCustomersSaved: readonly number[];
  /** By tier: learned by level 3 where retention was tried, else null. */
  readonly estimatedResponsiveness: readonly (number | null)[];
};

/** How customers moved between tiers, and what that did to estimated equity. */
export type TieringOutcome = {
  /** [origin: 4 tiers, lapsed, new][end: 4 tiers, lapsed]. Lapsed to lapsed is filled from the firm's records. */
  readonly flows: readonly (readonly number[])[];
  readonly openingEquity: Cents;
  readonly closingEquity: Cents;
  /** By tier, cents. */
  readonly acquired: readonly Cents[];
  readonly returned: readonly Cents[];
  readonly lapsed: readonly Cents[];
  readonly revalued: readonly Cents[];
  readonly insight: readonly Cents[];
  /** Estimated customer equity of the new tiers. */
  readonly equities: readonly Cents[];
};

/** Answers of one tier, 0 to 10. */
export type SurveyTally = {
  answers: number;
  sum: number;
  sumOfSquares: number;
  promoters: number;
  detractors: number;
};

/** A copy that can be played on without touching the original: what replays and what-ifs start from. */
export function copyFirm(firm: Firm): Firm {
  return { ...firm, population: copyPopulation(firm.population), fractions: firm.fractions.slice() };
}

/** The firm is needed no more: it has no customers from now on, and a copy that is made later takes over its memory. */
export function letGo(firm: Firm): void {
  letGoOfPopulation(firm.population);
}

/** Rows to come in a quarter, as a share of those there are: about as many as are won. */
const COMING_A_ROUND = 0.08;

/**
 * A copy for a what-if, of which only what the firm is worth will be asked: of its customers only those who still play a part.
 *
 * @param rounds how many the copy is to play: so much room it has; 0 for one that is only kept
 */
export function copyFirmInPlay(firm: Firm, rounds: number): Firm {
  const rows = Math.ceil(firm.population.activeCount * (1 + COMING_A_ROUND * rounds));
  return { ...firm, population: copyActiveRows(firm.population, rows), fractions: firm.fractions.slice() };
}

/** A firm put by before the last round of a what-if, with what this needs: of its customers what they are, not what is on record of them. */
export type FirmPutBy = Omit<Firm, 'population'> & { readonly customers: PopulationPutBy };

/** Puts a firm by before its last round; a RangeError where there are more to come, whose tiers would follow from its records. */
export function putBy({ population, ...firm }: Firm): FirmPutBy {
  if (firm.round !== firm.rounds - 1) throw new RangeError(`putBy: round ${firm.round} is not the last one`);
  return { ...firm, fractions: firm.fractions.slice(), customers: putPopulationBy(population) };
}

/** The firm as it was put by, to play its last round (`playToItsEnd`). */
export function takeUp({ customers, ...firm }: FirmPutBy): Firm {
  const rows = Math.ceil(customers.count * (1 + COMING_A_ROUND));
  return { ...firm, fractions: firm.fractions.slice(), population: takePopulationUp(customers, rows) };
}
