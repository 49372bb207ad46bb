import { useEffect } from 'react';
import { whenIdle } from '../ui/when-idle.ts';

/**
 * Fetches what comes next, one after the other while the page has nothing else to do: then it is there at once when it is due.
 *
 * @param fetches the same list as long as the same is to come
 */
export function useFetchedAhead(fetches: readonly (() => Promise<unknown>)[]): void {
  useEffect(() => {
    let here = true;
    void (async () => {
      for (const fetch of fetches) {
        await whenIdle();
        // A connection that is gone may be back when it is due.
        if (!here || !navigator.onLine) return;
        // What could not be fetched is told when it is shown.
        await fetch().catch(() => {});
      }
    })();
    return () => {
      here = false;
    };
  }, [fetches]);
}
