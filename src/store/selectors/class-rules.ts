import type { AllowedHelp, ClassSettings } from '../../classroom/class-settings.ts';
import type { GameState } from '../state.ts';

const ALL_HELP: AllowedHelp = { hints: true, why: true, rewind: true, customerRecords: true };
const INVITED: Prompts = { predictions: 'invited', reasons: 'invited' };

export type Prompts = Pick<ClassSettings['prompts'], 'predictions' | 'reasons'>;

/** What the game offers besides the model: everything in practice, in a class what its settings say. */
export function allowedHelp(game: Pick<GameState, 'seat'>): AllowedHelp {
  return game.seat?.settings.help ?? ALL_HELP;
}

/** What a player is asked before a round is played. */
export function promptsOf(game: Pick<GameState, 'seat'>): Prompts {
  return game.seat?.settings.prompts ?? INVITED;
}

/** Whether the next round waits for a key that the instructor gives. */
export function isRoundKeyDue(game: Pick<GameState, 'roundKeys' | 'reports' | 'rounds'>): boolean {
  const { roundKeys, reports, rounds } = game;
  return roundKeys !== null && reports.length < rounds && roundKeys.length <= reports.length;
}

/** Whether the true values may be seen once the game is over; if not, what comes first. Always open in practice. */
export type DebriefAccess = 'open' | 'hand-in-first' | 'key-first';

export function debriefAccess(game: Pick<GameState, 'seat'>): DebriefAccess {
  const { seat } = game;
  switch (seat?.settings.debrief) {
    case 'after-hand-in':
      return seat.handedIn ? 'open' : 'hand-in-first';
    case 'with-key':
      return seat.debriefUnlocked ? 'open' : 'key-first';
    default:
      return 'open';
  }
}
