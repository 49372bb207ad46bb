import { whenIdle } from '../ui/when-idle.ts';
import { type BuildName, lockOfVersion, type OfflineRequest, readBuildName } from './offline-protocol.ts';

/** A version of the app other than the page's, complete on this device. */
export type Update = BuildName & {
  /** Makes it the version of this and all later pages, and loads this page anew. */
  readonly take: () => Promise<void>;
};

/** Milliseconds that a worker has to answer. */
const PATIENCE = 3_000;
/** Milliseconds between two looks for a new version while the page stays open. */
const LOOK_AGAIN = 60 * 60_000;

/**
 * Makes the app work without a connection, and tells of new versions. Does nothing where the page is of no built version, or the
 * browser keeps no pages: then the app needs its host, as any page does.
 *
 * @param version of this page; empty while developing and in the single file
 * @param onUpdate called for each version that could be taken instead
 */
export async function keepOffline(version: string, onUpdate: (update: Update) => void): Promise<void> {
  if (version === '') return;
  try {
    await whenIdle();
    // Held until the page is gone, however it goes. A frame that may keep nothing is refused it.
    navigator.locks?.request(lockOfVersion(version), { mode: 'shared' }, () => new Promise(() => {})).catch(() => {});
    const registration = await navigator.serviceWorker.register('./sw.js', { scope: './' });

    const look = async () => {
      const worker = registration.waiting ?? registration.active;
      const build = worker && (await ask(worker, { kind: 'describe' }));
      if (build && build.version !== version) onUpdate({ ...build, take: () => takeOver(worker) });
    };
    registration.addEventListener('updatefound', () => {
      const arriving = registration.installing;
      arriving?.addEventListener('statechange', () => {
        if (arriving.state === 'installed') void look();
      });
    });
    navigator.serviceWorker.addEventListener('controllerchange', () => void look());
    lookForMore(registration);
    await look();
  } catch {
    // Refused (a frame without storage, a private window, an address that is not secure) or not to be had just now.
  }
}

/** A class may leave the page open for days. */
function lookForMore(registration: ServiceWorkerRegistration): void {
  let last = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || !navigator.onLine || Date.now() - last < LOOK_AGAIN) return;
    last = Date.now();
    registration.update().catch(() => {});
  });
}

async function takeOver(worker: ServiceWorker): Promise<void> {
  await ask(worker, { kind: 'take-over' });
  await new Promise<void>((resolve) => {
    const check = () => {
      if (worker.state === 'activated') resolve();
    };
    worker.addEventListener('statechange', check);
    check();
    setTimeout(resolve, PATIENCE);
  });
  window.location.reload();
}

function ask(worker: ServiceWorker, request: OfflineRequest): Promise<BuildName | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<unknown>) => resolve(readBuildName(data));
    setTimeout(() => resolve(null), PATIENCE);
    worker.postMessage(request, [port2]);
  });
}
