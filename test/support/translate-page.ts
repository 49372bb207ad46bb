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
    outer.setAttribute('style', 'vertical-align: inherit;');
    const inner = outer.cloneNode() as HTMLElement;
    inner.textContent = `⟦${text.textContent}⟧`;
    outer.append(inner);
    text.parentNode?.insertBefore(outer, text);
    text.parentNode?.removeChild(text);
  }
  return texts.length;
}

type Translator = { on: boolean };

/** Has a page translated from its first text on, and every new text as it comes, until `stopTranslating`. */
export async function startTranslating(page: Page): Promise<void> {
  await page.addInitScript(`
    ${translatePage}
    globalThis.translator = { on: true };
    const observer = new MutationObserver(() => {
      if (globalThis.translator.on && document.body) translatePage(document.body);
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  `);
}

/** What React writes from now on stays as it is. */
export async function stopTranslating(page: Page): Promise<void> {
  await page.evaluate(() => {
    (globalThis as unknown as { translator: Translator }).translator.on = false;
  });
}

export async function goOnTranslating(page: Page): Promise<void> {
  await page.evaluate(() => {
    (globalThis as unknown as { translator: Translator }).translator.on = true;
    document.body.append(document.createElement('i'));
    document.body.lastChild?.remove();
  });
}
