import { useEffect, useRef, useState } from 'react';
import { useCommands } from '../../store/use-clientele.ts';
import type { CustomerView } from '../../worker/protocol.ts';

/** The view of a quarter, and of the one before it where there is one. */
export type ViewPair = { readonly now: CustomerView; readonly before: CustomerView | null };

/** The first round that can be looked at: the beginning of the game. */
export const FIRST_VIEW = -1;

/**
 * Reads the customer records after a round, and keeps what was read. While a new pair is on its way the last one stays.
 *
 * @returns `failed` when the records could not be read; `retry` tries again
 */
export function useCustomerViews(round: number): {
  readonly pair: ViewPair | null;
  readonly failed: boolean;
  readonly retry: () => void;
} {
  const commands = useCommands();
  const read = useRef(new Map<number, CustomerView>());
  const [pair, setPair] = useState<ViewPair | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads again.
  useEffect(() => {
    let here = true;
    async function viewAfter(wanted: number): Promise<CustomerView | null> {
      const kept = read.current.get(wanted);
      if (kept) return kept;
      const view = await commands.observeCustomers(wanted);
      if (view) read.current.set(wanted, view);
      return view;
    }
    void Promise.all([viewAfter(round), round > FIRST_VIEW ? viewAfter(round - 1) : null]).then(([now, before]) => {
      if (!here) return;
      setFailed(now === null);
      if (now) setPair({ now, before });
    });
    return () => {
      here = false;
    };
  }, [commands, round, attempt]);

  return { pair, failed, retry: () => setAttempt((count) => count + 1) };
}
