import { startTransition, useEffect, useState } from 'react';
import { takeTurn } from './turns.ts';

/**
 * How many of several pictures are drawn by now: one more with each turn of the page, so that many of them never keep it from answering.
 */
export function useDrawnInTurn(pictures: number): number {
  const [drawn, setDrawn] = useState(1);
  useEffect(
    // The turn is given back by the next picture's effect: what was drawn is on the page then.
    () => (drawn < pictures ? takeTurn(() => startTransition(() => setDrawn(drawn + 1))) : undefined),
    [drawn, pictures],
  );
  return Math.min(drawn, pictures);
}
