import { fc, test } from '@fast-check/vitest';
import { describe, expect, it, vi } from 'vitest';
import { formatsOf } from '../../src/ui/format.ts';
import { readerLocale } from '../../src/ui/reader-locale.ts';

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

  it.each([
    [
      'de-DE',
      {
        money: '1.234.567 $',
        moneyCompact: '1,23 Mio. $',
        percentExact: '12,3 %',
        count: '1.234.567',
        hundredths: '0,62',
      },
    ],
    ['ar-EG', { money: '‏١٬٢٣٤٬٥٦٧ US$', count: '١٬٢٣٤٬٥٦٧', hundredths: '٠٫٦٢' }],
    ['hi-IN', { money: '$12,34,567', moneyCompact: '$12.3 लाख', percentExact: '12.3%', count: '12,34,567' }],
  ] as const)('writes as is usual in %s', (locale, expected) => {
    const inLocale = formatsOf(locale, 'USD');
    const written = {
      money: inLocale.money(123_456_700),
      moneyCompact: inLocale.moneyCompact(123_456_700),
      percentExact: inLocale.percentExact(0.123),
      count: inLocale.count(1_234_567),
      hundredths: inLocale.hundredths(0.62),
    };
    const plain = Object.fromEntries(Object.entries(written).map(([name, text]) => [name, text.replace(/\s/g, ' ')]));
    expect(plain).toMatchObject(expected);
  });

  it.each(['C', 'en_US', 'tlh', 'de-AT'])('has a reader whose browser says %s', (language) => {
    vi.stubGlobal('navigator', { language });
    expect(readerLocale()).toBe(language === 'de-AT' ? 'de-AT' : 'en');
    vi.unstubAllGlobals();
  });

  it('is made once for each locale and currency', () => {
    expect(formatsOf('en-US', 'USD')).toBe(formats);
  });

  test.prop([fc.integer({ min: -1e12, max: 1e12 })])('moneyExact loses no cent', (cents) => {
    const digits = formats.moneyExact(cents).replace('−', '-').replace(/[$,]/g, '');
    expect(Math.round(Number(digits) * 100) + 0).toBe(cents + 0);
  });
});
