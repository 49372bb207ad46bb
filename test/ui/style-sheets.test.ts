import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
/** Left, right and the sizes of a page that runs from left to right: they would not follow a page that runs the other way. */
const PHYSICAL = [
  /^(margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right)\b/,
  /^(left|right)$/,
  /^border-(top|bottom)-(left|right)-radius$/,
];
const SIDES = /^(text-align|float|clear|justify-content|justify-items|justify-self)$/;

/** Declarations of a style sheet that name a left or a right. */
function physicalOf(css: string): string[] {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(/(?:^|[;{])\s*([a-z-]+)\s*:([^;{}]+)(?=[;}])/g)]
    .map(([, property, value]) => ({ property, value: value.trim() }))
    .filter(
      ({ property, value }) =>
        PHYSICAL.some((pattern) => pattern.test(property)) || (SIDES.test(property) && /\b(left|right)\b/.test(value)),
    )
    .map(({ property, value }) => `${property}: ${value}`);
}

describe('style sheets', () => {
  it.each(readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css')))(
    '%s knows no left and no right',
    (file) => {
      expect(physicalOf(readFileSync(SRC + file, 'utf8'))).toEqual([]);
    },
  );

  it('a left is found', () => {
    const css =
      '.a { margin-inline: 0; left: 1px; /* right: 0; */ } .b { text-align: right; float: inline-end } .c{padding-left:2px}';
    expect(physicalOf(css)).toEqual(['left: 1px', 'text-align: right', 'padding-left: 2px']);
  });
});
