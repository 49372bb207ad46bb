import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STYLES_OF_REACT_ARIA, styleSources } from '../../tools/strict-policy.ts';

const ROOT = dirname(createRequire(import.meta.url).resolve('react-aria/package.json'));

describe('the styles that the policy lets through', () => {
  it('are what react-aria puts into a page today', () => {
    const source = ['interactions/usePress.mjs', 'overlays/usePreventScroll.mjs']
      .map((file) => readFileSync(join(ROOT, 'dist/private', file), 'utf8'))
      .join('\n');
    const found = [...source.matchAll(/style\.textContent = `([^`]+)`\.trim\(\)/g)].map(([, text]) =>
      text.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, 'data-react-aria-pressable').trim(),
    );
    expect(found).toEqual(STYLES_OF_REACT_ARIA);
    expect(source).toContain("PRESSABLE_ATTRIBUTE = 'data-react-aria-pressable'");
  });

  it('are named by hash, and no other inline style is', () => {
    expect(styleSources()).toMatch(/^'self'( 'sha256-[\w+/]{43}='){2}$/);
  });
});
