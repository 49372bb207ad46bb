import { type BuildName, type OfflineRequest, versionOfLock } from './offline-protocol.ts';
import { type Build, createVersionCaches } from './version-caches.ts';

/** What of the service worker's global scope is used here; the types of pages and of workers do not go together. */
type ServiceWorkerScope = {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(kind: 'fetch', listener: (event: FetchLike) => void): void;
  addEventListener(kind: 'message', listener: (event: Extendable & MessageEvent<OfflineRequest>) => void): void;
};

type Extendable = { waitUntil(work: Promise<unknown>): void };

type FetchLike = Extendable & { readonly request: Request; respondWith(answer: Promise<Response>): void };

/** The build that this worker was made for; put in when the app is built. */
declare const CLIENTELE_BUILD: Build;

const build = CLIENTELE_BUILD;
const worker = self as unknown as ServiceWorkerScope;
const scope = new URL(worker.registration.scope);
const versions = createVersionCaches(build, scope.href, caches, fetch.bind(self));

worker.addEventListener('install', (event) => event.waitUntil(versions.fill()));

worker.addEventListener('activate', (event) =>
  event.waitUntil(
    versions
      .chooseIfModelIsTheSame()
      // The page of the first visit: what it has not loaded yet it gets from here.
      .then(() => worker.clients.claim())
      .then(sweep),
  ),
);

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return;
  if (request.mode !== 'navigate') {
    event.respondWith(versions.file(request.url).then((found) => found ?? fetch(request)));
  } else if (pathname === scope.pathname || pathname === `${scope.pathname}index.html`) {
    event.respondWith(versions.page().then((found) => found ?? fetch(request)));
    event.waitUntil(sweep());
  }
});

worker.addEventListener('message', (event) => event.waitUntil(answer(event)));

async function answer({ data, ports }: MessageEvent<OfflineRequest>): Promise<void> {
  if (data.kind === 'take-over') {
    await versions.choose();
    await worker.skipWaiting();
  }
  const { version, engineVersion } = build;
  ports[0]?.postMessage({ version, engineVersion } satisfies BuildName);
}

/** Lets go of what no open page is made of. While a newer version arrives, its files look as if nobody used them. */
async function sweep(): Promise<void> {
  if (!navigator.locks || worker.registration.installing || worker.registration.waiting) return;
  const { held = [] } = await navigator.locks.query();
  await versions.sweep(new Set(held.flatMap(({ name }) => versionOfLock(name ?? '') ?? [])));
}
