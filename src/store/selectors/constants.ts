/** The engine's names that screens need: features import types from the engine, and its constants from here. */
export {
  BRIDGE_STEPS,
  type ByTier,
  byTier,
  type Cents,
  type Decision,
  FLOW_ENDS,
  INSIGHT_LEVELS,
  type InsightLevel,
  LEVELS,
  LEVERS,
  type Lever,
  type RoundReport,
  TIERS,
  type Tier,
} from '../../engine/index.ts';
