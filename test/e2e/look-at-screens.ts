import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeViolations } from '../support/browser.ts';
import { canHoldWorker } from '../support/hold-worker.ts';
import { focusFault, misfitsOf, motionOf, unseenInForcedColours } from '../support/screen-checks.ts';
import { thorough } from '../support/thorough.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
/** 1280 × 1024 at a zoom of 400 %, which is narrower than any phone and much lower. */
export const ZOOMED = { width: 320, height: 256 };
/** Enough to go from the header into the page. */
const FOCUS_STOPS = 8;
/** Milliseconds in which a page that draws something in turns has drawn the next of it. */
const SOME_TURNS = 250;

export const LOOKED_AT_BY = { viewport: DESKTOP, colorScheme: 'light', reducedMotion: 'reduce' } as const;

/** A page that is looked at as readers do; `problems` grows by what is wrong. */
export type LookedAt = {
  readonly page: Page;
  readonly problems: readonly string[];
  /** @param state the screen, and after a comma the state it is in, if that is not the one that readers mostly meet */
  readonly look: (state: string, options?: { readonly inDialog?: boolean }) => Promise<void>;
  /** The same with all charts as tables, and all unfolded that is folded. */
  readonly lookAtTables: (screen: string) => Promise<void>;
};

type Note = (way: string, lines: readonly string[]) => void;

/** A new page of a device that was opened with `LOOKED_AT_BY`. */
export async function pageToLookAt(device: BrowserContext): Promise<LookedAt> {
  await canHoldWorker(device);
  const page = await device.newPage();
  const problems: string[] = [];

  /** What is wrong with the focus at the first stops of a page in forced colours. */
  async function focusFaults(): Promise<string[]> {
    await page.emulateMedia({ forcedColors: 'active' });
    const found: string[] = [];
    for (let stop = 0; stop < FOCUS_STOPS; stop++) {
      await page.keyboard.press('Tab');
      const fault = await focusFault(page);
      if (fault) found.push(fault);
    }
    await page.emulateMedia({ forcedColors: 'none' });
    // The way past the header lies on it only while it has the focus.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    return found;
  }

  /** Looks at what is on the screen in all the ways that readers do; in short, with axe alone, and at no other states of a screen. */
  async function look(state: string, { inDialog = false } = {}): Promise<void> {
    const note: Note = (way, lines) => problems.push(...lines.map((line) => `${state}, ${way}: ${line}`));
    if (!thorough && state.includes(',')) return;
    note('light', await axeViolations(page));
    if (thorough) await lookInOtherWays(note, inDialog);
  }

  async function lookInOtherWays(note: Note, inDialog: boolean): Promise<void> {
    if (!inDialog) note('focus in forced colours', await focusFaults());
    note('without motion', await motionOf(page));
    note('forced colours', await unseenInForcedColours(page));
    await page.emulateMedia({ colorScheme: 'dark' });
    note('dark', await axeViolations(page, 'contrast'));
    await page.emulateMedia({ colorScheme: 'light' });
    await mirrored(page, async () => {
      note('mirrored', await misfitsOf(page));
    });
    await page.setViewportSize(ZOOMED);
    await settled(page);
    note('400 %', await misfitsOf(page));
    await mirrored(page, async () => {
      note('400 %, mirrored', await misfitsOf(page));
    });
    await spaced(page, async () => {
      for (const size of [PHONE, DESKTOP]) {
        await page.setViewportSize(size);
        await settled(page);
        note(`spaced, ${size.width}`, await misfitsOf(page));
      }
    });
  }

  async function lookAtTables(screen: string): Promise<void> {
    await openAllTwins(page);
    await look(`${screen}, as tables`);
  }

  return { page, problems, look, lookAtTables };
}

/** Opens a game from a file with this text. */
export async function openFile(page: Page, text: string): Promise<void> {
  await page
    .getByLabel('Open a game from a file')
    .setInputFiles({ name: 'game.clientele.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** Unfolds all that is folded, and turns every chart into its table. */
export async function openAllTwins(page: Page): Promise<void> {
  await page.locator('main details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
  // Charts come one after the other, and so do their buttons.
  const buttons = page.getByRole('button', { name: 'Show as table' });
  await expect
    .poll(
      async () => {
        await buttons.evaluateAll((all) => {
          for (const button of all) (button as HTMLElement).click();
        });
        await settled(page);
        return buttons.count();
      },
      { timeout: 30_000 },
    )
    .toBe(0);
}

/** Waits until the charts have come, and whatever else is drawn in turns of the page. */
export async function drawn(page: Page): Promise<void> {
  for (let before = -1; ; ) {
    await page.getByText('Drawing the chart …').first().waitFor({ state: 'detached' });
    const now = await countElements(page);
    if (now === before) break;
    before = now;
    await page.waitForTimeout(SOME_TURNS);
  }
  await settled(page);
}

const countElements = (page: Page) => page.locator('main *').count();

/** Waits for what follows a change of size: observers, and the drawing after them. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resume) => requestAnimationFrame(() => requestAnimationFrame(resume))));
}

/** What the criterion on text spacing asks a page to bear (WCAG 1.4.12). */
const WIDE_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }';

/** Does something while the reader's own spacing is in force. */
export async function spaced(page: Page, then: () => Promise<void>): Promise<void> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, WIDE_SPACING);
  await settled(page);
  await then();
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  await settled(page);
}

/** Does something while the page runs from right to left. */
export async function mirrored(page: Page, then: () => Promise<void>): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await settled(page);
  await then();
  await page.evaluate(() => document.documentElement.removeAttribute('dir'));
  await settled(page);
}
