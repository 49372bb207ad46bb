import type { BrowserContext, Page } from 'playwright-core';

type Held = { holdWorker: string | null; releaseWorker: () => void };

/**
 * Lets a test stop the clock between the page and its worker: while a kind of request is held, it waits on the page's side, so that what
 * is shown in the meantime can be looked at. Nothing else changes.
 */
export async function canHoldWorker(device: BrowserContext): Promise<void> {
  await device.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    const waiting: (() => void)[] = [];
    const hold = globalThis as unknown as Held;
    // An empty page has no storage.
    hold.holdWorker = location.protocol.startsWith('http') ? sessionStorage.getItem('hold-worker') : null;
    hold.releaseWorker = () => {
      hold.holdWorker = null;
      sessionStorage.removeItem('hold-worker');
      for (const send of waiting.splice(0)) send();
    };
    Worker.prototype.postMessage = function held(this: Worker, message: { kind?: string }, ...rest: never[]) {
      const send = () => post.call(this, message, ...rest);
      if (hold.holdWorker !== null && hold.holdWorker === message?.kind) waiting.push(send);
      else send();
    };
  });
}

/** Holds requests of a kind, such as `playRound`, until released; a reload holds on. */
export async function holdWorker(page: Page, kind: string): Promise<void> {
  await page.evaluate((wanted) => {
    (globalThis as unknown as Held).holdWorker = wanted;
    sessionStorage.setItem('hold-worker', wanted);
  }, kind);
}

export async function releaseWorker(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as Held).releaseWorker());
}
