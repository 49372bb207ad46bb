import { startTransition, useEffect, useState } from 'react';

/** Who waits to be drawn. */
const waiting: (() => void)[] = [];

/** Whether it is this drawing's turn: one after the other, so that a page of many charts answers between two of them. */
export function useTurn(): boolean {
  const [hasCome, setHasCome] = useState(false);
  useEffect(() => {
    const come = () => startTransition(() => setHasCome(true));
    waiting.push(come);
    if (waiting.length === 1) setTimeout(callNext);
    return () => {
      const place = waiting.indexOf(come);
      if (place >= 0) waiting.splice(place, 1);
    };
  }, []);
  return hasCome;
}

function callNext(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setTimeout(callNext);
}
