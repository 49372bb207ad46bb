import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inflateWithin } from '../../src/classroom/packed-json.ts';

/** Bytes that do and do not pack well: some take more than one step, others a single one. */
const anyBytes = fc
  .tuple(fc.uint8Array({ maxLength: 12_000 }), fc.nat({ max: 20_000 }), fc.nat({ max: 255 }))
  .map(([noise, repeats, byte]) => new Uint8Array([...noise, ...new Uint8Array(repeats).fill(byte), ...noise]));
const anyDictionary = fc.option(fc.uint8Array({ minLength: 1, maxLength: 300 }), { nil: undefined });

test('what another library deflates is inflated, unless it is more than was allowed', () => {
  fc.assert(
    fc.property(anyBytes, anyDictionary, fc.nat({ max: 3 }), (bytes, dictionary, room) => {
      const packed = deflateRawSync(bytes, dictionary ? { dictionary } : {});
      const inflated = inflateWithin(packed, bytes.length + room, dictionary);
      expect(inflated !== null && Buffer.compare(inflated, bytes) === 0).toBe(true);
      if (bytes.length > room) expect(inflateWithin(packed, bytes.length - 1 - room, dictionary)).toBeNull();
    }),
    { seed: 32, numRuns: 200 },
  );
});

test('what is cut off is damaged', () => {
  fc.assert(
    fc.property(anyBytes, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (bytes, share) => {
      const packed = deflateRawSync(bytes);
      const cut = packed.subarray(0, Math.floor((packed.length - 1) * share));
      expect(inflateWithin(cut, 1_000_000)).toBeNull();
    }),
    { seed: 33, numRuns: 200 },
  );
});

test('a bomb is given up as soon as it is too much, however it is packed', () => {
  for (const megabytes of [1, 100]) {
    const bomb = deflateRawSync(new Uint8Array(megabytes * 1_000_000));
    expect(inflateWithin(bomb, 10_000)).toBeNull();
  }
});
