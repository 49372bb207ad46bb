import type { Level } from '../engine/index.ts';
import { useCommands } from '../store/use-clientele.ts';
import { navigate } from './router.ts';

/** Starts a new game and goes to its briefing; a blank seed is made up. */
export function usePlay(): (seed: string, level: Level, scenarioId: string) => Promise<void> {
  const commands = useCommands();
  return async (seed, level, scenarioId) => {
    const id = await commands.startGame({ scenarioId, seed, level });
    if (id) navigate({ kind: 'play', gameId: id, view: 'briefing', quarter: null });
  };
}
