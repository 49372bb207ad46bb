import type { CDPSession, Page } from 'playwright-core';

/** What a screen reader says of the thing that has the focus: from the browser's own accessibility tree. */
export type Heard = {
  readonly role: string;
  readonly name: string;
  readonly value: string;
  readonly description: string;
};

/**
 * Reads a page as a screen reader does: what has the focus, from the tree that the browser gives to assistive technology, and what live
 * regions announce, as it is announced. To be made before the page is loaded.
 */
export type ScreenReader = {
  readonly focused: () => Promise<Heard>;
  /** All announcements so far, oldest first. */
  readonly announced: () => Promise<readonly string[]>;
};

export async function screenReader(page: Page): Promise<ScreenReader> {
  await page.addInitScript(listen);
  let session: CDPSession | null = null;
  return {
    async focused() {
      session ??= await page.context().newCDPSession(page);
      const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
      const { nodes } = await session.send('Accessibility.getPartialAXTree', {
        objectId: result.objectId ?? '',
        fetchRelatives: false,
      });
      await session.send('Runtime.releaseObject', { objectId: result.objectId ?? '' });
      const [node] = nodes;
      const spoken = (part: { value?: unknown } | undefined) => String(part?.value ?? '').trim();
      return {
        role: spoken(node.role),
        name: spoken(node.name),
        value: spoken(node.value),
        description: spoken(node.description),
      };
    },
    announced: () => page.evaluate(() => (globalThis as unknown as { announced: string[] }).announced),
  };
}

/** Runs in the page. */
function listen(): void {
  const announced: string[] = [];
  Object.assign(globalThis, { announced });
  const LIVE = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
  /** A status that comes with its words is not announced by all readers; one that is there when its words come is. An alert always is. */
  const regionOf = (node: Node, isNew: boolean) => {
    const region = (node instanceof Element ? node : node.parentElement)?.closest(LIVE) ?? null;
    return isNew && region === node && region.getAttribute('role') !== 'alert' ? null : region;
  };
  const say = (text: string | null | undefined) => {
    const words = text?.replace(/\s+/g, ' ').trim();
    if (words && announced.at(-1) !== words) announced.push(words);
  };
  new MutationObserver((records) => {
    const atomic = new Set<Element>();
    for (const record of records) {
      const changed = record.type === 'childList' ? [...record.addedNodes] : [record.target];
      for (const node of changed) {
        const isNew = record.type === 'childList';
        const region = regionOf(node, isNew);
        if (region?.hasAttribute('role')) atomic.add(region);
        else if (region) say(node.textContent);
        if (isNew && node instanceof Element)
          for (const alert of node.querySelectorAll('[role=alert]')) atomic.add(alert);
      }
    }
    for (const region of atomic) say(region.textContent);
  }).observe(document, { childList: true, characterData: true, subtree: true });
}
