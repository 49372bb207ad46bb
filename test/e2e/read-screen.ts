import type { Page } from 'playwright-core';

export type ScreenTable = {
  /** Heads of the columns, the corner left out. */
  readonly columns: readonly string[];
  /** Heads of the rows. */
  readonly names: readonly string[];
  /** The other cells, row by row. */
  readonly cells: readonly (readonly string[])[];
};

/** Turns every chart of the page into its table. */
export async function showAllAsTables(page: Page): Promise<void> {
  // What is folded away is not read either.
  await page.locator('main details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
  await page.getByRole('button', { name: 'Show as table' }).evaluateAll((buttons) => {
    for (const button of buttons) (button as HTMLElement).click();
  });
  await page.getByRole('button', { name: 'Show as table' }).first().waitFor({ state: 'detached' });
}

/** All tables of the screen as they are read, by the heading that they stand under. */
export function readTables(page: Page): Promise<Record<string, ScreenTable[]>> {
  return page.evaluate(() => {
    const textOf = (cell: HTMLElement) =>
      cell.innerText
        .replace(/\s+/g, ' ')
        .replace(/ ?Why\?/, '')
        .trim();
    const found: Record<string, ScreenTable[]> = {};
    for (const table of document.querySelectorAll<HTMLTableElement>('main table')) {
      const heading = table.closest('section')?.querySelector<HTMLElement>('h2');
      if (!heading || table.hasAttribute('aria-rowcount')) continue;
      const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')];
      const spoken = [...heading.childNodes].filter((node) => !(node instanceof Element && node.ariaHidden === 'true'));
      const title = spoken
        .map((node) => node.textContent)
        .join('')
        .trim();
      found[title] = [
        ...(found[title] ?? []),
        {
          columns: [...table.querySelectorAll<HTMLElement>('thead th')].slice(1).map(textOf),
          names: rows.map((row) => textOf(row.querySelector('th') as HTMLElement)),
          cells: rows.map((row) => [...row.querySelectorAll<HTMLElement>('td')].map(textOf)),
        },
      ];
    }
    return found;
  });
}

/** The large figures at the head of a screen, in order. */
export function readHeadFigures(page: Page): Promise<string[]> {
  return page
    .locator('main header dl > div')
    .evaluateAll((figures) => figures.map((figure) => figure.querySelector('dd')?.innerText.trim() ?? ''));
}
