import type { Page } from 'playwright-core';

/**
 * Translates all texts within an element as Google's translation does in Chrome: each is taken out, and two `<font>`s with other words stand
 * in its place. What is marked `translate="no"`, pictures and fields are left. Runs in the page: it uses nothing from outside itself.
 *
 * @returns how many texts were translated
 */
export function translatePage(root: Element): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (text) =>
    !text.textContent?.trim() || text.parentElement?.closest('[translate="no"], svg, script, style, textarea, font')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const texts: Node[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    for (const font of [outer, inner]) font.style.verticalAlign = 'inherit';
    inner.textContent = `⟦${text.textContent}⟧`;
    outer.append(inner);
    text.parentNode?.insertBefore(outer, text);
    text.parentNode?.removeChild(text);
  }
  return texts.length;
}

/** Has a page translated from its first text on, and every new text as it comes. */
export async function startTranslating(page: Page): Promise<void> {
  await page.addInitScript(`
    ${translatePage}
    const observer = new MutationObserver(() => {
      if (document.body) translatePage(document.body);
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  `);
}

type Fiber = {
  readonly tag: number;
  readonly type: unknown;
  readonly memoizedProps: { readonly children?: unknown } | string | null;
  readonly stateNode: unknown;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
};

/**
 * The text that a translated page shows, without the translator's marks, and the one that React means it to show, from React's own tree.
 * They differ where something old was left on the page.
 */
export function translatedTexts(page: Page): Promise<{ shown: string; meant: string; translated: number }> {
  return page.evaluate(() => {
    const HOST_ELEMENT = 5;
    const HOST_TEXT = 6;
    const PORTAL = 4;
    const root = document.getElementById('root') as HTMLElement & Record<string, { stateNode: { current: Fiber } }>;
    const key = Object.keys(root).find((name) => name.startsWith('__reactContainer$')) ?? '';
    const texts: string[] = [];
    const walk = (fiber: Fiber | null) => {
      for (let at = fiber; at; at = at.sibling) {
        const { tag, memoizedProps: props } = at;
        // What the translator leaves alone; charts are put together from portals, too.
        if (tag === PORTAL || at.type === 'svg') continue;
        if (tag === HOST_TEXT) texts.push(String(props));
        const only = tag === HOST_ELEMENT && props && typeof props === 'object' ? props.children : undefined;
        if (typeof only === 'string' || typeof only === 'number') texts.push(String(only));
        walk(at.child);
      }
    };
    walk(root[key].stateNode.current);
    const copy = root.cloneNode(true) as HTMLElement;
    for (const picture of copy.querySelectorAll('svg')) picture.remove();
    return {
      shown: (copy.textContent ?? '').replaceAll(/[⟦⟧]/g, ''),
      meant: texts.join(''),
      translated: root.querySelectorAll('font > font').length,
    };
  });
}
