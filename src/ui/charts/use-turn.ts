import { type RefObject, startTransition, useEffect, useState } from 'react';
import { USUAL_WIDTH } from './plot-width.ts';

/** Who waits to be drawn. */
const waiting: (() => void)[] = [];

/**
 * How wide a drawing's place is when its turn has come, null before: one after the other, so that a page of many charts answers between two of
 * them.
 */
export function useTurn(place: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    const come = () => {
      const found = place.current?.clientWidth || USUAL_WIDTH;
      startTransition(() => setWidth(found));
    };
    waiting.push(come);
    if (waiting.length === 1) setTimeout(callNext);
    return () => {
      const at = waiting.indexOf(come);
      if (at >= 0) waiting.splice(at, 1);
    };
  }, [place]);
  return width;
}

function callNext(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setTimeout(callNext);
}
