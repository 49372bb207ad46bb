import type { GameScore } from './protocol.ts';
import type { ChoiceValues } from './report/choices.ts';
import type { Finding } from './report/findings.ts';
import type { GlassBox } from './report/glass-box.ts';
import type { Habits } from './report/habits.ts';
import type { LuckReport } from './report/luck.ts';
import type { Reveal } from './report/reveal.ts';

/**
 * Everything the debrief says of a finished game, as plain data: the contract between the workers that work it out and whoever shows it.
 * Nothing of it leaves a worker before the last round is played. Unless said otherwise money is in cents, not discounted; a firm
 * value, and whatever a choice earned, is in cents at the start of the first round. Rounds are 0-based, −1 is the start of the game.
 */
export type DebriefReport = {
  readonly format: 'clientele/debrief';
  readonly formatVersion: 1;
  /** How the game ended, and how the benchmark policies and the near-oracle did on the same seed. */
  readonly result: GameScore;
  readonly reveal: Reveal;
  readonly habits: Habits;
  readonly glassBox: GlassBox;
  readonly choices: ChoiceValues;
  /** Null when it was not asked for. */
  readonly luck: LuckReport | null;
  readonly findings: readonly Finding[];
};
