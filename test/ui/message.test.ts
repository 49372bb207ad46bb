import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../src/ui/format.ts';
import { formatMessage, messagesOf } from '../../src/ui/message.ts';

describe('formatMessage', () => {
  it('fills in placeholders, numbers in the reader’s notation', () => {
    expect(formatMessage('{firm} has {n} customers', { firm: 'Harbour', n: 20_134 })).toBe(
      'Harbour has 20,134 customers',
    );
  });

  it.each([
    [0, 'Nobody came.'],
    [1, 'One came.'],
    [1200, '1,200 came.'],
  ])('chooses the plural of %d', (n, expected) => {
    expect(formatMessage('{n, plural, =0 {Nobody} one {One} other {#}} came.', { n })).toBe(expected);
  });

  it('prefers an exact match to the plural class', () => {
    expect(formatMessage('{n, plural, one {class} =1 {exact} other {many}}', { n: 1 })).toBe('exact');
  });

  it('selects by word, falls back on other, and nests', () => {
    const message = '{way, select, up {rose by {n, plural, one {# point} other {# points}}} other {stayed}}';
    expect(formatMessage(message, { way: 'up', n: 2 })).toBe('rose by 2 points');
    expect(formatMessage(message, { way: 'sideways', n: 2 })).toBe('stayed');
  });

  it('keeps a sign and its currency on one line', () => {
    const money = formatsOf('en-US', 'USD').moneyChange;
    const text = formatMessage('From {less} to {more}, {n}', { less: money(-164_000_00), more: money(3_00), n: '−7' });
    expect(text).toBe('From −\u2060$164K to +\u2060$3, −7');
  });

  it('keeps # outside a plural, and quoted braces', () => {
    expect(formatMessage("No # here, but '{braces}' and it''s fine", {})).toBe("No # here, but {braces} and it's fine");
  });

  it.each([
    ['{n', {}],
    ['{n}}', { n: 1 }],
    ['{missing}', {}],
    ['{n, plural, one {x}}', { n: 5 }],
    ['{n, plural, other {x}}', { n: 'text' }],
    ['{n, plural, other {x}', { n: 5 }],
    ['{n, date, short}', { n: 5 }],
  ])('throws on %s', (message, values) => {
    expect(() => formatMessage(message, values)).toThrow();
  });

  test.prop([fc.string().filter((text) => !/[{}']/.test(text))])('leaves text without braces alone', (text) => {
    expect(formatMessage(text)).toBe(text);
  });

  test.prop([fc.string(), fc.string()])('never reads a value as a message', (before, value) => {
    const plain = before.replace(/[{}'#]/g, '');
    const written = formatMessage(`${plain}{value}`, { value });
    expect(written.slice(0, plain.length)).toBe(plain);
    expect(written.slice(plain.length).replaceAll('\u2060', '')).toBe(value.replaceAll('\u2060', ''));
  });
});

describe('messagesOf', () => {
  it('writes by id', () => {
    expect(messagesOf({ hello: 'Hello {name}' })('hello', { name: 'you' })).toBe('Hello you');
  });
});
