import { fc, it } from '@fast-check/vitest';
import { expect } from 'vitest';
import { type ByteSink, createByteSink, writeMoney, writeShortMoney } from '../../src/worker/byte-sink.ts';

function written(write: (sink: ByteSink) => void): string {
  const sink = createByteSink();
  write(sink);
  return new TextDecoder().decode(sink.take());
}

const anyCents = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -1000, max: 1000 }), fc.double({ noNaN: true }));

it.prop([fc.array(fc.string({ unit: 'grapheme' }))])('texts come out as they went in', (texts) => {
  expect(written((sink) => texts.forEach(sink.text))).toBe(texts.join(''));
});

it.prop([anyCents])('numbers are written as JavaScript writes them', (value) => {
  expect(written((sink) => sink.integer(value))).toBe(Object.is(value, -0) ? '0' : String(value));
});

it.prop([fc.integer({ min: -2_000_000_000_00, max: 2_000_000_000_00 })])('cents become units', (cents) => {
  expect(written((sink) => writeMoney(sink, cents))).toBe((cents / 100).toFixed(2));
  expect(written((sink) => writeShortMoney(sink, cents))).toBe(String(cents / 100));
});

it('grows with what is written, and begins anew when it is taken', () => {
  const sink = createByteSink();
  const long = 'é'.repeat(400_000);
  sink.text(long);
  expect(sink.size()).toBe(800_000);
  expect(new TextDecoder().decode(sink.take())).toBe(long);
  sink.text('x');
  expect(new TextDecoder().decode(sink.take())).toBe('x');
});
