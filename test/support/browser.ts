import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';

const LAUNCH_ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What a browser may complain about while a test runs. Whatever is left at the end fails the test. */
export type Faults = {
  /** Everything so far, one line each. */
  readonly found: readonly string[];
  /** For a test that provokes a fault: lines that match are expected, and must come. */
  readonly expect: (line: RegExp) => void;
};

type Fixtures = {
  /** One browser for all tests of a run. */
  readonly browser: Browser;
  readonly faults: Faults;
  /** Where the watching writes what `faults` judges. */
  readonly faultLines: string[];
  /**
   * A new device: own storage, own settings (`viewport`, `colorScheme`, `locale`, …), watched for faults.
   * Its pages take addresses relative to the app: `page.goto('./#/')`.
   */
  readonly openDevice: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A page of a new device, at 1280 × 800, with the app loaded. */
  readonly page: Page;
};

/**
 * `test` for the browser: on the built app, in a new device each time. Anything on the console, an uncaught error, a failed or
 * refused request, or any request to another origin than the app's fails the test.
 */
export const test = base.extend<Fixtures>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from this pattern.
    async ({}, use) => {
      const asRoot = process.getuid?.() === 0;
      const browser = await chromium.launch({
        executablePath: inject('browserPath'),
        args: asRoot ? ['--no-sandbox', ...LAUNCH_ARGUMENTS] : LAUNCH_ARGUMENTS,
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from this pattern.
  faultLines: async ({}, use) => use([]),

  faults: async ({ faultLines: found }, use) => {
    const expected: RegExp[] = [];
    await use({ found, expect: (line) => expected.push(line) });
    expect(
      found.filter((line) => !expected.some((pattern) => pattern.test(line))),
      'faults seen by the browser',
    ).toEqual([]);
    expect(
      expected.filter((pattern) => !found.some((line) => pattern.test(line))).map(String),
      'expected faults that did not come',
    ).toEqual([]);
  },

  openDevice: async ({ browser, faults: _judge, faultLines }, use) => {
    const devices: BrowserContext[] = [];
    await use(async (options = {}) => {
      const device = await browser.newContext({
        baseURL: inject('appAddress'),
        viewport: { width: 1280, height: 800 },
        // Each device would lay in the whole app for later; only tests of that need it.
        serviceWorkers: 'block',
        ...options,
      });
      devices.push(device);
      watch(device, new URL(options.baseURL ?? inject('appAddress')).origin, faultLines);
      return device;
    });
    await Promise.all(devices.map((device) => device.close()));
  },

  page: async ({ openDevice }, use) => {
    const page = await (await openDevice()).newPage();
    await page.goto('./');
    await use(page);
  },
});

/** Fails with the rules broken and where, unless axe finds the page free of WCAG 2.2 A and AA faults. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  expect(await axeViolations(page), 'accessibility faults (axe)').toEqual([]);
}

/**
 * The faults by WCAG 2.2 A and AA that axe finds on the page: the rules broken and where, one line each.
 *
 * @param only `contrast`: colours alone, for a page that was looked at in other colours
 */
export async function axeViolations(page: Page, only?: 'contrast'): Promise<string[]> {
  // The page has no frames: what legacy mode leaves out is the page opened each time to merge their results.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (only ? axe.withRules('color-contrast') : axe.withTags(WCAG_2_2_AA)).analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help}: ${node.target.join(' ')}`),
  );
}

/** What the browser says of what the tests do: no service worker, and a canvas that is read back. */
const OF_THE_TESTS = /^Service Worker registration blocked by Playwright$|^Canvas2D: Multiple readback operations/;

function watch(device: BrowserContext, origin: string, found: string[]): void {
  device.on('console', (message) => {
    if (OF_THE_TESTS.test(message.text())) return;
    found.push(`console: ${message.text()}`);
  });
  device.on('weberror', (error) => found.push(`uncaught: ${error.error().message}`));
  device.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin) found.push(`request to elsewhere: ${request.url()}`);
  });
  device.on('response', (response) => {
    if (response.status() >= 400) found.push(`status ${response.status()}: ${response.url()}`);
  });
  device.on('page', (page) => page.on('crash', () => found.push('crash: the page crashed')));
}
