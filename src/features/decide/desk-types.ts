import type { ClassroomResult } from '../../classroom/classroom-problem.ts';
import type { ByTier, Cents, Decision, InsightLevel, Lever, Refusal, RoundReport, Tier } from '../../engine/index.ts';
import type { PresetName } from '../../store/presets.ts';
import type { Prompts } from '../../store/selectors/class-rules.ts';
import type { Prediction } from '../../store/selectors/prediction-score.ts';

/** What the desk can ask for; the same functions for the life of the screen, so that cells can be memoised. */
export type DeskActions = {
  /** Edits with one gesture are one step of undo until `endGesture`. */
  readonly setCell: (lever: Lever, tier: Tier, cents: Cents, gesture: string) => void;
  readonly setLever: (lever: Lever, cells: ByTier<Cents>, gesture: string) => void;
  readonly endGesture: () => void;
  readonly setInsight: (level: InsightLevel) => void;
  readonly applyPreset: (name: PresetName) => void;
  readonly setPrediction: (change: Partial<Prediction>) => void;
  readonly setReason: (text: string) => void;
  /** Takes the key of the round, or a catch-up code; gives how many rounds have their key then. */
  readonly enterKey: (typed: string) => ClassroomResult<number>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly play: () => void;
};

/** All that the desk shows. */
export type DeskState = {
  /** 0-based. */
  readonly round: number;
  readonly rounds: number;
  readonly budget: Cents;
  readonly draft: Decision;
  readonly refusals: readonly Refusal[];
  /** What the player expects of this round, and why; null and empty while nothing was said. */
  readonly prediction: Prediction | null;
  readonly reason: string;
  /** Whether and how insistently predictions and reasons are asked for. */
  readonly prompts: Prompts;
  readonly showsHints: boolean;
  /** Whether the round waits for its key, where the game is paced by keys; null elsewhere. */
  readonly roundKey: 'due' | 'known' | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** History and rounds played, oldest first, at least one. */
  readonly reports: readonly RoundReport[];
  readonly insightPrices: readonly Cents[];
  readonly currency: string;
};
