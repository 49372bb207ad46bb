import { useEffect } from 'react';
import type { GameState } from '../store/state.ts';
import { whenIdle } from '../ui/when-idle.ts';
import { loadView } from './game-screens.ts';
import { viewsAhead } from './game-view.ts';

/** Fetches the screens that come next, while the page has nothing else to do: then they are there at once when they are due. */
export function useScreensAhead(game: GameState | null): void {
  const ahead = game ? viewsAhead(game) : null;
  useEffect(() => {
    let here = true;
    void (async () => {
      for (const view of ahead ?? []) {
        await whenIdle();
        // A connection that is gone may be back when the screen is due.
        if (!here || !navigator.onLine) return;
        // What could not be fetched is told when it is shown.
        await loadView(view).catch(() => {});
      }
    })();
    return () => {
      here = false;
    };
  }, [ahead]);
}
