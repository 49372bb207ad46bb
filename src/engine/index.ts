/** The engine's only door. */
export { type CheckedDecision, checkDecision, type DecisionRules } from './decision/check-decision.ts';
export { decideByShares } from './decision/decide-by-shares.ts';
export {
  type Cents,
  type Decision,
  INSIGHT_LEVELS,
  type InsightLevel,
  LEVERS,
  type Lever,
} from './decision/decision.ts';
export { insightPricesOf, LEVELS, type Level } from './decision/level.ts';
export { REFUSAL_CODES, type Refusal, type RefusalCode } from './decision/refusal.ts';
export { type RankingQuality, rankingQuality } from './insight/capture.ts';
export { trailingRevenue } from './insight/trailing.ts';
export { fitDecision } from './luck/fit-decision.ts';
export { indexByWorld, type LuckBand, luckBand } from './luck/luck-band.ts';
export { otherFuture, otherFutures, otherSeeds } from './luck/other-worlds.ts';
export { type PlayOut, type PlayOutProgress, playOutPlans, sameDecisions } from './luck/play-out.ts';
export { type VarianceSplit, varianceSplit } from './luck/variance-split.ts';
export { attraction } from './market/reputation.ts';
export { CHANNELS } from './population/customer-id.ts';
export { createNursery } from './population/nursery.ts';
export { bytesPutBy } from './population/put-by.ts';
export { type Sampler, samplerOf } from './random/sampler.ts';
export { playOn, playToItsEnd } from './replay/play-on.ts';
export { checkRunLog, gameOf, newRunLog, type Replayed, replay } from './replay/replay.ts';
export { FEWEST_ROUNDS, MOST_ROUNDS, type RunLog } from './replay/run-log.ts';
export { scenarioHash } from './replay/scenario-hash.ts';
export { ENGINE_VERSION } from './replay/version.ts';
export {
  type Choice,
  choicesAgainst,
  playInstead,
  referenceDecision,
  type Withdrawal,
  withdrawChoice,
} from './replay/withdraw-choice.ts';
export { type EquityObserved, observe, observeEquity } from './report/observe.ts';
export { NEWCOMER, type ObservedCustomers, observeCustomers } from './report/observe-customers.ts';
export { type ObservedOrder, orderReader } from './report/observe-orders.ts';
export { revealCustomers, revealTraits, type TrueCustomers } from './report/reveal-customers.ts';
export { type RiskOfLeaving, riskOfLeaving } from './report/risk-of-leaving.ts';
export { type FigureName, type RoundFigures, roundFigures } from './report/round-figures.ts';
export * from './report/round-report.ts';
export { type ScenarioFacts, scenarioFacts } from './report/scenario-facts.ts';
export { copyFirm, copyFirmInPlay, type Firm, type FirmPutBy, letGo, putBy, takeUp } from './round/firm.ts';
export { type OpenedFirm, openFirm } from './round/open-firm.ts';
export { type Played, playRound, playRoundUnasked, playRoundUntold } from './round/play-round.ts';
export type { CustomerClass, Scenario, ShareRule } from './scenario/scenario.ts';
export { rankByTruth } from './tiering/rank-by-truth.ts';
export { type ByTier, byTier, LAPSED, TIERS, type Tier } from './tiering/tiers.ts';
export { discountFactor } from './valuation/discount.ts';
export { type FirmValue, trueFirmValue } from './valuation/firm-value.ts';
export { continuationOf, trueResidualLifetimeValues } from './valuation/residual-lifetime-value.ts';
export { SCORE_BANDS, type ScoreBand, scoreBand } from './valuation/score-band.ts';
export { type TrueEquity, trueEquityByTier } from './valuation/true-equity-by-tier.ts';
