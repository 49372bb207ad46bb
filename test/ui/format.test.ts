import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../src/ui/format.ts';

const formats = formatsOf('en-US', 'USD');

describe('formatsOf', () => {
  it('takes integer cents and shows money', () => {
    expect(formats.money(123_456)).toBe('$1,235');
    expect(formats.moneyExact(123_456)).toBe('$1,234.56');
    expect(formats.moneyCompact(497_000_000)).toBe('$4.97M');
  });

  it('signs changes, with a true minus', () => {
    expect(formats.moneyChange(5_430_000)).toBe('+$54.3K');
    expect(formats.moneyChange(-5_430_000)).toBe('−$54.3K');
    expect(formats.moneyChange(0)).toBe('$0');
    expect(formats.countChange(-12)).toBe('−12');
    expect(formats.percentChange(0.042)).toBe('+4.2%');
  });

  it('never shows a negative zero', () => {
    expect(formats.money(-20)).toBe('$0');
    expect(formats.count(-0)).toBe('0');
    expect(formats.hundredthsChange(-0.001)).toBe('0.00');
  });

  it('follows the locale', () => {
    expect(formatsOf('de-DE', 'EUR').money(123_456_700).replace(/\s/g, ' ')).toBe('1.234.567 €');
  });

  it('is made once for each locale and currency', () => {
    expect(formatsOf('en-US', 'USD')).toBe(formats);
  });

  test.prop([fc.integer({ min: -1e12, max: 1e12 })])('moneyExact loses no cent', (cents) => {
    const digits = formats.moneyExact(cents).replace('−', '-').replace(/[$,]/g, '');
    expect(Math.round(Number(digits) * 100) + 0).toBe(cents + 0);
  });
});
