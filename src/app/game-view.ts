import type { GameState } from '../store/state.ts';
import type { GameScore } from '../worker/protocol.ts';
import type { GameView } from './router.ts';

/** What is to be seen of a game. */
export type GameViewShown =
  | { readonly kind: 'progress'; readonly work: 'opening' | 'running' | 'scoring' }
  | { readonly kind: 'not-scored' }
  | { readonly kind: 'view'; readonly view: 'briefing' | 'desk' | 'customers' | 'futures' }
  | { readonly kind: 'view'; readonly view: 'results'; readonly round: number }
  | { readonly kind: 'view'; readonly view: 'debrief'; readonly score: GameScore };

/**
 * The view asked for, if the game has come that far, otherwise the one that is due: the briefing of a game not begun, the
 * desk of one under way, the debrief of one that is over.
 */
export function gameViewOf(
  game: GameState,
  asked: { readonly view: GameView | null; readonly quarter: number | null },
): GameViewShown {
  if (game.status === 'opening') return { kind: 'progress', work: 'opening' };
  if (game.status === 'running') return { kind: 'progress', work: 'running' };
  const played = game.reports.length;
  const isOver = played >= game.rounds;
  if (asked.view === 'briefing' || asked.view === 'customers') return { kind: 'view', view: asked.view };
  // Scoring holds the worker: the futures are replayed when it is done.
  if (asked.view === 'futures' && game.status !== 'scoring') return { kind: 'view', view: 'futures' };
  if (asked.view === 'results' && played > 0) {
    return { kind: 'view', view: 'results', round: Math.min(asked.quarter ?? played, played) - 1 };
  }
  if (!isOver) return { kind: 'view', view: asked.view === null && played === 0 ? 'briefing' : 'desk' };
  if (game.score) return { kind: 'view', view: 'debrief', score: game.score };
  return game.status === 'scoring' ? { kind: 'progress', work: 'scoring' } : { kind: 'not-scored' };
}
