import type { DebriefPool } from '../worker/debrief-pool.ts';

/**
 * A debrief's pool that is loaded when it is first asked for: a page that only begins a game does without its code. When that cannot be loaded, what
 * was asked for has failed, and asking again tries again.
 */
export function debriefPoolWhenNeeded(load: () => Promise<DebriefPool>): DebriefPool {
  let loading: Promise<DebriefPool> | null = null;

  function pool(): Promise<DebriefPool> {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  const failed = (error: unknown) => ({ kind: 'failed', message: String(error) }) as const;
  return {
    prepare: (log) =>
      pool().then(
        (loaded) => loaded.prepare(log),
        // What could not be prepared is begun when it is asked for.
        () => {},
      ),
    valueChoices: (...asked) => pool().then((loaded) => loaded.valueChoices(...asked), failed),
    measureLuck: (...asked) => pool().then((loaded) => loaded.measureLuck(...asked), failed),
    cancel: () => void loading?.then((loaded) => loaded.cancel()).catch(() => {}),
    dispose: () => void loading?.then((loaded) => loaded.dispose()).catch(() => {}),
  };
}
