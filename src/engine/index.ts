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
export { REFUSAL_CODES, type Refusal, type RefusalCode } from './decision/refusal.ts';
export { checkRunLog, newRunLog, type Replayed, replay } from './replay/replay.ts';
export type { Level, RunLog } from './replay/run-log.ts';
export { scenarioHash } from './replay/scenario-hash.ts';
export { ENGINE_VERSION } from './replay/version.ts';
export { observe } from './report/observe.ts';
export * from './report/round-report.ts';
export { copyFirm, type Firm } from './round/firm.ts';
export { type OpenedFirm, openFirm } from './round/open-firm.ts';
export { type Played, playRound } from './round/play-round.ts';
export type { CustomerClass, Scenario, ShareRule } from './scenario/scenario.ts';
export { type ByTier, byTier, TIERS, type Tier } from './tiering/tiers.ts';
export { type FirmValue, trueFirmValue } from './valuation/firm-value.ts';
export { SCORE_BANDS, type ScoreBand, scoreBand } from './valuation/score-band.ts';
