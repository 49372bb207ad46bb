import { startTransition, useEffect, useState } from 'react';

/**
 * How many of several heavy chapters may be drawn: one more each time the page has drawn the last, so that none waits for all of them and
 * whoever reads is not held up.
 */
export function useDrawnInTurn(isReady: boolean, count: number): number {
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    if (!isReady || drawn >= count) return;
    const next = setTimeout(() => startTransition(() => setDrawn(drawn + 1)));
    return () => clearTimeout(next);
  }, [isReady, drawn, count]);
  return isReady ? drawn : 0;
}
