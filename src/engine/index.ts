export { type CheckedDecision, checkDecision, type DecisionRules } from './decision/check-decision.ts';
export {
  type Cents,
  type Decision,
  INSIGHT_LEVELS,
  type InsightLevel,
  LEVERS,
  type Lever,
} from './decision/decision.ts';
export { REFUSAL_CODES, type Refusal, type RefusalCode } from './decision/refusal.ts';
export type { Level, RunLog } from './replay/run-log.ts';
export * from './report/round-report.ts';
export { type ByTier, byTier, TIERS, type Tier } from './tiering/tiers.ts';
