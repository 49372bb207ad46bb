import { useEffect } from 'react';
import { debriefAccess } from '../store/selectors/class-rules.ts';
import type { GameState } from '../store/state.ts';
import { useCommands } from '../store/use-clientele.ts';

/**
 * When the last quarter has been played, its debrief is what comes next: what takes long there is begun at once, as soon as the
 * rules of a class allow it.
 */
export function useDebriefAhead(game: GameState | null): void {
  const commands = useCommands();
  const isOpen = game !== null && game.reports.length === game.rounds && debriefAccess(game) === 'open';
  useEffect(() => {
    if (!isOpen) return;
    void commands.revealGame();
    void commands.valueChoices();
  }, [commands, isOpen]);
}
