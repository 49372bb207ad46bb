import { expect } from 'vitest';
import { expectNoAxeViolations, test } from '../support/browser.ts';

test('the built app opens from a sub-path without a fault', async ({ page }) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.title()).toContain('Clientele');
  await expectNoAxeViolations(page);
});
