import type { Tier } from '../tiering/tiers.ts';
import type { Lever } from './decision.ts';

/** Why the engine refuses a decision or a run log: an expected failure, as a value. Its words live in `content/`. */
export type Refusal = {
  readonly code: RefusalCode;
  /** The cell that is wrong, when one is. */
  readonly lever?: Lever;
  readonly tier?: Tier;
  /** What was given, and what the rules allow. */
  readonly value?: number;
  readonly limit?: number;
  /** 0-based round at which a replay first differs. */
  readonly round?: number;
  readonly expected?: string;
  readonly got?: string;
};

export const REFUSAL_CODES = [
  'decision/malformed',
  'decision/missing-lever',
  'decision/missing-tier',
  'decision/unknown-field',
  'decision/not-a-number',
  'decision/negative',
  'decision/fraction-of-a-cent',
  'decision/over-budget',
  'decision/unknown-insight',
  'decision/no-rounds-left',
  /** The game is paced by keys, and that of the round is not known yet. */
  'decision/no-round-key',
  'run-log/other-engine-version',
  'run-log/unknown-scenario',
  'run-log/other-scenario',
  'run-log/differs',
  'run-log/too-many-rounds',
  'run-log/too-few-rounds',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];
