/** Milliseconds after which what waits for an idle page does not wait any longer. */
const PATIENCE = 3_000;

/** Settles when the page has nothing else to do: what it still loads and draws goes before what is done for later. */
export async function whenIdle(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  }
  await new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: PATIENCE });
    else setTimeout(resolve, 500);
  });
}
