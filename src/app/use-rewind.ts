import { useCallback } from 'react';
import { useCommands } from '../store/use-clientele.ts';
import { navigate } from './router.ts';

/** Branches the open game off at a round (0-based) and goes to the desk of the new one. */
export function useRewind(): (round: number) => Promise<void> {
  const commands = useCommands();
  return useCallback(
    async (round) => {
      const id = await commands.branchGame(round);
      if (id) navigate({ kind: 'play', gameId: id, view: 'desk', quarter: null });
    },
    [commands],
  );
}
