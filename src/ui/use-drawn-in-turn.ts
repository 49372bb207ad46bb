import { startTransition, useEffect, useState } from 'react';

/**
 * How many of several pictures are drawn by now: one more each time the page has had its turn, so that many of them never keep it from
 * answering.
 */
export function useDrawnInTurn(pictures: number): number {
  const [drawn, setDrawn] = useState(1);
  useEffect(() => {
    if (drawn >= pictures) return;
    const timer = setTimeout(() => startTransition(() => setDrawn(drawn + 1)));
    return () => clearTimeout(timer);
  }, [drawn, pictures]);
  return Math.min(drawn, pictures);
}
