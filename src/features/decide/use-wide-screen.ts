import { useSyncExternalStore } from 'react';

/** Room for the whole grid: below it the tiers are stacked. In rem, so that zoomed text counts as a narrow screen. */
const WIDE = '(min-width: 64rem)';

/** Whether the desk has room for its grid. */
export function useWideScreen(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia?.(WIDE).matches ?? true);
}

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia?.(WIDE);
  query?.addEventListener('change', onChange);
  return () => query?.removeEventListener('change', onChange);
}
