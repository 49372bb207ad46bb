import { allowedHelp, debriefAccess } from '../store/selectors/class-rules.ts';
import type { GameState } from '../store/state.ts';
import type { GameScore } from '../worker/protocol.ts';
import type { GameView } from './router.ts';

/** What is to be seen of a game. */
export type GameViewShown =
  | { readonly kind: 'progress'; readonly work: 'opening' | 'running' | 'scoring' }
  | { readonly kind: 'not-scored' }
  | { readonly kind: 'view'; readonly view: 'briefing' | 'desk' | 'customers' | 'futures' | 'hand-in' }
  | { readonly kind: 'view'; readonly view: 'results'; readonly round: number }
  | { readonly kind: 'view'; readonly view: 'debrief'; readonly score: GameScore };

/**
 * The view asked for, if the game has come that far, otherwise the one that is due: the briefing of a game not begun, the
 * desk of one under way, the debrief of one that is over. What the rules of a class close is never shown; where its debrief is not open
 * yet, handing in is due.
 */
export function gameViewOf(
  game: GameState,
  asked: { readonly view: GameView | null; readonly quarter: number | null },
): GameViewShown {
  if (game.status === 'opening') return { kind: 'progress', work: 'opening' };
  if (game.status === 'running') return { kind: 'progress', work: 'running' };
  const played = game.reports.length;
  const isOver = played >= game.rounds;
  const allowed = allowedHelp(game);
  if (asked.view === 'briefing') return { kind: 'view', view: 'briefing' };
  if (asked.view === 'customers' && allowed.customerRecords) return { kind: 'view', view: 'customers' };
  if (asked.view === 'hand-in' && game.seat && played > 0) return { kind: 'view', view: 'hand-in' };
  // Scoring holds the worker: the futures are replayed when it is done.
  if (asked.view === 'futures' && allowed.rewind && game.status !== 'scoring') return { kind: 'view', view: 'futures' };
  if (asked.view === 'results' && played > 0) {
    return { kind: 'view', view: 'results', round: Math.min(asked.quarter ?? played, played) - 1 };
  }
  if (!isOver) return { kind: 'view', view: asked.view === null && played === 0 ? 'briefing' : 'desk' };
  if (debriefAccess(game) !== 'open') return { kind: 'view', view: 'hand-in' };
  if (game.score) return { kind: 'view', view: 'debrief', score: game.score };
  return game.status === 'scoring' ? { kind: 'progress', work: 'scoring' } : { kind: 'not-scored' };
}

const IN_THE_GAME: readonly GameView[] = ['desk', 'results'];
const AT_ITS_END: readonly GameView[] = [...IN_THE_GAME, 'debrief'];
const AT_THE_END_OF_A_CLASS: readonly GameView[] = [...IN_THE_GAME, 'hand-in', 'debrief'];

/** The views that come next in a game, soonest first: one of a few lists, so that the same list means that nothing has changed. */
export function viewsAhead({
  reports,
  rounds,
  seat,
}: Pick<GameState, 'reports' | 'rounds' | 'seat'>): readonly GameView[] {
  if (reports.length + 1 < rounds) return IN_THE_GAME;
  return seat ? AT_THE_END_OF_A_CLASS : AT_ITS_END;
}
