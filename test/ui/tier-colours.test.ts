import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');
const TIERS = ['platinum', 'gold', 'silver', 'bronze'] as const;
const PAIRS = TIERS.flatMap((a, i) => TIERS.slice(i + 1).map((b) => [a, b] as const));

/** How colours are seen, as matrices on linear RGB. *Source:* Machado, Oliveira & Fernandes 2009, severity 1. */
const EYES = {
  ordinary: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  greyscale: [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722],
} as const;

function tokenOf(name: string, theme: 0 | 1): string {
  const value = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens);
  if (!value) throw new Error(`no token ${name}`);
  return value[theme + 1];
}

function linear(hex: string): number[] {
  return [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
}

function seenBy(rgb: readonly number[], eye: readonly number[]): number[] {
  return [0, 3, 6].map((row) =>
    Math.min(1, Math.max(0, eye[row] * rgb[0] + eye[row + 1] * rgb[1] + eye[row + 2] * rgb[2])),
  );
}

/** CIE L*a*b*, D65. */
function labOf([r, g, b]: readonly number[]): number[] {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function luminance([r, g, b]: readonly number[]): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('the tiers in the %s theme', (_, theme) => {
  it.each(Object.entries(EYES))('are told apart by %s', (eye, matrix) => {
    // In grey only lightness is left; shape and name help there.
    const least = eye === 'greyscale' ? 8 : 18;
    for (const [a, b] of PAIRS) {
      const [one, other] = [a, b].map((tier) => labOf(seenBy(linear(tokenOf(`tier-${tier}`, theme)), matrix)));
      const distance = Math.hypot(...one.map((value, at) => value - other[at]));
      expect(distance, `${a} and ${b}`).toBeGreaterThan(least);
    }
  });

  it.each([...TIERS, 'lapsed'])('%s stands out from the page by 3 to 1', (tier) => {
    const page = luminance(linear(tokenOf('color-page', theme)));
    const mark = luminance(linear(tokenOf(`tier-${tier}`, theme)));
    expect((Math.max(page, mark) + 0.05) / (Math.min(page, mark) + 0.05)).toBeGreaterThan(3);
  });
});
