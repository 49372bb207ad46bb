import type { Catalogue } from '../scenarios/catalogue.ts';
import { askToLast } from '../storage/ask-to-last.ts';
import { openDeviceStorage } from '../storage/device-storage.ts';
import { createEngineClient, type WorkerLike } from '../worker/client.ts';
import type { DebriefWorker } from '../worker/debrief-pool.ts';
import { createClientele, type LiveClientele } from './create-clientele.ts';
import { debriefPoolWhenNeeded } from './debrief-pool-when-needed.ts';

/** Milliseconds from an edit of the draft to its saving. */
const AUTOSAVE_DELAY = 200;

export type PageParts = {
  readonly catalogue: Catalogue;
  /** Starts the engine's worker. */
  readonly makeWorker: () => WorkerLike;
  /** Starts one of the workers that play many games for a debrief. */
  readonly makeDebriefWorker: () => DebriefWorker;
};

/**
 * The store of a real page: on the device's storage, the engine's worker, the clock and the browser's random numbers.
 * The draft is saved when the page is hidden or closed. To be called once, by `main.tsx`.
 */
export function initialiseClientele({ catalogue, makeWorker, makeDebriefWorker }: PageParts): LiveClientele {
  const clientele = createClientele({
    catalogue,
    openStorage: openDeviceStorage,
    client: createEngineClient(makeWorker),
    debriefPool: debriefPoolWhenNeeded(async () => {
      const { createDebriefPool } = await import('../worker/debrief-pool.ts');
      const { poolSize } = await import('../worker/worker-pool.ts');
      return createDebriefPool(makeDebriefWorker, poolSize(navigator.hardwareConcurrency || 1));
    }),
    askToLast: () => askToLast(navigator.storage ?? null),
    now: () => new Date(),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    autosaveDelay: AUTOSAVE_DELAY,
  });
  // Phones may end a hidden page without another word; `pagehide` is what a closed tab still hears.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') clientele.saveBeforeLeaving();
  });
  window.addEventListener('pagehide', clientele.saveBeforeLeaving);
  return clientele;
}
