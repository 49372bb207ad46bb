import { liveQuarter } from '../behaviour/live-quarter.ts';
import { planQuarter, type QuarterTally } from '../behaviour/quarter.ts';
import { checkDecision } from '../decision/check-decision.ts';
import { type Decision, LEVERS } from '../decision/decision.ts';
import { insightPricesOf } from '../decision/level.ts';
import type { Refusal } from '../decision/refusal.ts';
import { surveyTiers } from '../insight/survey.ts';
import {
  book,
  closePage,
  contributionOf,
  FIRM_BUCKET,
  LAPSED_BUCKET,
  type LedgerPage,
  openPage,
} from '../ledger/ledger.ts';
import { nextReputation } from '../market/reputation.ts';
import { serviceQuality } from '../market/service-quality.ts';
import { fromFixedPoint } from '../math/fixed-point.ts';
import { pow } from '../math/pow.ts';
import { firmId } from '../population/customer-id.ts';
import type { RandomKeys } from '../random/keys.ts';
import { normal } from '../random/normal.ts';
import { PURPOSE } from '../random/purposes.ts';
import { withRoundKey } from '../random/round-keys.ts';
import { drawKeys, streamOf, uniform, wordAt } from '../random/stream.ts';
import { digestFirm } from '../replay/digest.ts';
import { TIER_COUNT, TIERS } from '../tiering/tiers.ts';
import { discountFactor } from '../valuation/discount.ts';
import { admitNewcomers, type Newcomers } from './admit-newcomers.ts';
import { nextBudget, smoothContribution } from './budget.ts';
import type { Firm, SurveyTally, TieringOutcome } from './firm.ts';
import { renewTiers } from './renew-tiers.ts';
import { type TierCensus, takeCensus } from './take-census.ts';

export type Played = { readonly ok: true } | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Plays one round: refuses a decision that the rules forbid and changes nothing, or takes the firm a quarter on. The phases are
 * those of the manual, in its order.
 *
 * @param onPhase called after each phase with the phases done and how many there are
 */
export function playRound(firm: Firm, given: unknown, onPhase?: (done: number, of: number) => void): Played {
  return playPhases(PHASES, firm, given, onPhase);
}

/**
 * Plays a round of a what-if, of which only what the firm is worth will be asked: the same quarter, without what only serves to tell of it.
 * The firm has no digest and no survey afterwards, after the last round no new tiers and no times of last orders, and is not to be observed.
 */
export function playRoundUntold(firm: Firm, given: unknown): Played {
  return playPhases(firm.round + 1 < firm.rounds ? UNTOLD_PHASES : LAST_UNTOLD_PHASES, firm, given);
}

/** The same for a game to be verified: the firm has its digest, and of what is seen of it `observeEquity` can be asked. */
export function playRoundUnasked(firm: Firm, given: unknown): Played {
  return playPhases(UNASKED_PHASES, firm, given);
}

function playPhases(
  phases: readonly Phase[],
  firm: Firm,
  given: unknown,
  onPhase?: (done: number, of: number) => void,
): Played {
  const checked = checkDecision(given, {
    budget: firm.budget,
    insightPrices: insightPricesOf(firm.scenario.insight.prices, firm.level),
    roundsLeft: firm.rounds - firm.round,
  });
  if (!checked.ok) return checked;
  const keys = keysOfRound(firm);
  if (!keys) return { ok: false, refusals: [{ code: 'decision/no-round-key' }] };

  const round = {
    firm,
    keys,
    decision: checked.decision,
    page: openPage(firm.round),
    surveys: [],
  } as Partial<RoundInPlay>;
  for (const [index, phase] of phases.entries()) {
    phase(round as RoundInPlay);
    onPhase?.(index + 1, phases.length);
  }
  return { ok: true };
}

type Phase = (round: RoundInPlay) => void;

/** The phases of a round, in the order of the manual. */
export const PHASES: readonly Phase[] = [
  spendBudget,
  countTiers,
  serveCustomers,
  liveThroughQuarter,
  bookCustomers,
  askCustomers,
  renewReputation,
  winNewcomers,
  renewInsightAndTiers,
  closeLedger,
  setNextBudget,
  takeDigest,
];

/** Nothing that comes later hangs on a survey or, but for the next one, on a digest. */
const UNASKED_PHASES: readonly Phase[] = PHASES.filter((phase) => phase !== askCustomers);
const UNTOLD_PHASES: readonly Phase[] = [forgetDigest, ...UNASKED_PHASES.filter((phase) => phase !== takeDigest)];
/** Tiers, and the times of last orders that they follow from, are for the round to come. */
const LAST_UNTOLD_PHASES: readonly Phase[] = UNTOLD_PHASES.filter((phase) => phase !== renewInsightAndTiers).map(
  (phase) => (phase === liveThroughQuarter ? liveThroughLastQuarter : phase),
);

/** What the phases hand on to each other; each fills in its own part. */
type RoundInPlay = {
  readonly firm: Firm;
  /** What this round's draws are keyed by. */
  readonly keys: RandomKeys;
  readonly decision: Decision;
  readonly page: LedgerPage;
  census: TierCensus;
  quality: number[];
  tally: QuarterTally;
  surveys: SurveyTally[];
  newcomers: Newcomers;
  tiering: TieringOutcome;
};

/** What the draws of the firm's next round are keyed by; null where the game is paced by keys and this round's is not known. */
function keysOfRound({ keys, roundKeys, round }: Firm): RandomKeys | null {
  if (roundKeys === null || round < 0) return keys;
  const roundKey = roundKeys[round];
  return roundKey === undefined ? null : withRoundKey(keys, roundKey);
}

function spendBudget({ firm, decision, page }: RoundInPlay): void {
  for (const lever of LEVERS) {
    for (let t = 0; t < TIER_COUNT; t++) book(page, lever, t, decision[lever][TIERS[t]]);
  }
  book(page, 'insight', FIRM_BUCKET, firm.scenario.insight.prices[decision.insight]);
}

function countTiers(round: RoundInPlay): void {
  round.census = takeCensus(round.firm.population, round.firm.scenario);
}

function serveCustomers(round: RoundInPlay): void {
  const { customers, expectedContacts } = round.census;
  round.quality = TIERS.map((tier, t) =>
    serviceQuality(round.firm.scenario.service, round.decision.service[tier], expectedContacts[t], customers[t]),
  );
}

function liveThroughQuarter(round: RoundInPlay): void {
  live(round, true);
}

function liveThroughLastQuarter(round: RoundInPlay): void {
  live(round, false);
}

function live(round: RoundInPlay, timesOrders: boolean): void {
  const { firm, keys, decision, census, quality } = round;
  const perHead = TIERS.map((tier, t) =>
    census.customers[t] > 0 ? decision.retention[tier] / census.customers[t] : 0,
  );
  const quarter = planQuarter(firm.scenario, keys, firm.round, quality, perHead, firm.reputation, timesOrders);
  round.tally = liveQuarter(firm.population, quarter);
}

function bookCustomers({ firm, page, census, tally }: RoundInPlay): void {
  const { costs } = firm.scenario;
  for (let group = 0; group <= LAPSED_BUCKET; group++) {
    book(page, 'revenue', group, tally.revenue[group]);
    book(page, 'costOfGoods', group, tally.revenue[group] - tally.grossMargin[group]);
    book(page, 'orderCost', group, tally.orders[group] * costs.perOrder);
    book(page, 'contactCost', group, tally.contacts[group] * costs.perContact);
    if (group < TIER_COUNT) book(page, 'accountCost', group, census.customers[group] * costs.perAccount);
  }
}

function askCustomers(round: RoundInPlay): void {
  const { firm, keys, census } = round;
  round.surveys = surveyTiers(firm.population, firm.scenario, keys, firm.round, census.customers);
}

function renewReputation({ firm, tally }: RoundInPlay): void {
  firm.reputation = nextReputation(firm.scenario.reputation, firm.reputation, tally);
}

function winNewcomers(round: RoundInPlay): void {
  const { firm, keys, decision, census, tally, page } = round;
  round.newcomers = admitNewcomers(firm, keys, decision, census, tally, page);
}

function renewInsightAndTiers(round: RoundInPlay): void {
  const { firm, keys, decision, page } = round;
  const tieredBy = firm.insightLevel;
  const budget = firm.budget;
  round.tiering = renewTiers(firm, firm.round + 1, decision.insight);
  firm.last = {
    round: firm.round,
    decision,
    budget,
    tieredBy,
    page,
    customers: round.census.customers,
    quality: round.quality,
    marginalCosts: round.newcomers.marginalCosts,
    tally: round.tally,
    arrivals: round.newcomers.arrivals,
    tieringOutcome: round.tiering,
    surveys: round.surveys,
    estimatedCustomersSaved: estimateCustomersSaved(firm, keys, round.tally, decision.insight),
    estimatedResponsiveness: estimateResponsiveness(firm, keys, decision, round.census),
  };
}

/** The firm's own estimate of customers kept by retention money: right on average, with an error that insight halves. */
function estimateCustomersSaved(
  firm: Firm,
  keys: RandomKeys,
  tally: QuarterTally,
  level: Decision['insight'],
): number[] {
  const roundIndex = firm.round + firm.scenario.warmUpRounds;
  const draws = drawKeys(keys, roundIndex, PURPOSE.customersSaved);
  const error = firm.scenario.insight.savedError[level];
  return TIERS.map((_, t) => {
    const z = normal(uniform(wordAt(streamOf(firmId(roundIndex, t), keys), draws, 0, 0)));
    return Math.max(0, fromFixedPoint(tally.hazardAvoided[t]) * (1 + error * z));
  });
}

/** Level 3 learns how a tier answers to retention money by giving it some: mean responsiveness, with the level's error. */
function estimateResponsiveness(
  firm: Firm,
  keys: RandomKeys,
  decision: Decision,
  { customers, responsiveness }: TierCensus,
): (number | null)[] {
  if (decision.insight < LEARNS_RESPONSIVENESS) return TIERS.map(() => null);
  const roundIndex = firm.round + firm.scenario.warmUpRounds;
  const draws = drawKeys(keys, roundIndex, PURPOSE.responsivenessLearned);
  const error = firm.scenario.insight.savedError[decision.insight];
  return TIERS.map((tier, t) => {
    if (decision.retention[tier] === 0 || customers[t] === 0) return null;
    const z = normal(uniform(wordAt(streamOf(firmId(roundIndex, t), keys), draws, 0, 0)));
    return Math.max(0, (responsiveness[t] / customers[t]) * (1 + error * z));
  });
}

/** The insight level from which on responsiveness is learned. */
const LEARNS_RESPONSIVENESS = 3;

function closeLedger({ firm, page }: RoundInPlay): void {
  book(page, 'overhead', FIRM_BUCKET, firm.scenario.costs.overhead);
  closePage(page);
  if (firm.round < 0) return;
  firm.cumulativeCash += page.cash;
  const discount = discountFactor(firm.scenario.annualDiscountRate);
  firm.discountedCash += pow(discount, firm.round + 1) * page.cash;
}

function setNextBudget({ firm, page }: RoundInPlay): void {
  const rule = firm.scenario.budget;
  firm.smoothedContribution = smoothContribution(rule, firm.smoothedContribution, contributionOf(page));
  firm.budget = nextBudget(rule, firm.smoothedContribution, firm.firstBudget);
  firm.round += 1;
  if (firm.round === 0) firm.firstBudget = firm.budget;
}

/** A digest says what all rounds came to; without this one's there is none. */
function forgetDigest({ firm }: RoundInPlay): void {
  firm.digest = '';
}

/** The warm-up has one digest, at its end. */
function takeDigest({ firm }: RoundInPlay): void {
  if (firm.round >= 0) firm.digest = digestFirm(firm);
}
