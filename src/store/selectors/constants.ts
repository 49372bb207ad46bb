/** The engine's names that screens need: features import types from the engine, and its constants from here. */
export {
  BRIDGE_STEPS,
  type ByTier,
  byTier,
  type Cents,
  CHANNELS,
  type Decision,
  FLOW_ENDS,
  INSIGHT_LEVELS,
  type InsightLevel,
  LAPSED,
  LEVERS,
  type Lever,
  NEWCOMER,
  type RoundReport,
  TIERS,
  type Tier,
} from '../../engine/index.ts';
