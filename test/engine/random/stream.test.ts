import { expect, test } from 'vitest';
import { keysFromSeed, type RandomKeys } from '../../../src/engine/random/keys.ts';
import { ATTEMPTS, drawKeys, LANES, mix, streamOf, uniform, wordAt } from '../../../src/engine/random/stream.ts';
import { correlation, kolmogorovStatistic, LARGEST_KS, LARGEST_Z } from './goodness-of-fit.ts';

const N = 20000;
const base = keysFromSeed('harbour');

type Address = { keys?: RandomKeys; round?: number; purpose?: number; attempt?: number; lane?: number; shift?: number };

function uniforms(address: Address): Float64Array {
  const { keys = base, round = 0, purpose = 0, attempt = 0, lane = 0, shift = 0 } = address;
  const ready = drawKeys(keys, round, purpose);
  return Float64Array.from({ length: N }, (_, id) => uniform(wordAt(streamOf(id + shift, keys), ready, attempt, lane)));
}

test('keys are those of seedrandom', () => {
  expect(keysFromSeed('harbour')).toEqual(keysFromSeed('harbour'));
  expect([keysFromSeed('harbour'), keysFromSeed(''), keysFromSeed('Überraschung 7')]).toMatchInlineSnapshot(`
    [
      {
        "k0": -1231335228,
        "k1": 1518344955,
        "k2": 1626577340,
        "k3": 560262335,
      },
      {
        "k0": 994027583,
        "k1": -749346234,
        "k2": 669454676,
        "k3": -1001141691,
      },
      {
        "k0": -717017607,
        "k1": 1662686061,
        "k2": 1996262791,
        "k3": 100841991,
      },
    ]
  `);
});

test('words are the pinned ones', () => {
  const ready = drawKeys(base, 5, 3);
  const words = [0, 1, 2, -1].map((id) => wordAt(streamOf(id, base), ready, 1, 2));
  expect([mix(0), mix(1), mix(-1), ...words]).toMatchInlineSnapshot(`
    [
      0,
      -2032993677,
      -1716132221,
      1696916534,
      1566102375,
      -1318348416,
      1046949636,
    ]
  `);
});

test('mix is one to one on a sample, and each input bit turns about half of the output bits', () => {
  const seen = new Set<number>();
  for (let x = 0; x < 100000; x++) seen.add(mix(x));
  expect(seen.size).toBe(100000);
  for (let bit = 0; bit < 32; bit++) {
    let turned = 0;
    for (let x = 0; x < 1000; x++) {
      let difference = mix(mix(x)) ^ mix(mix(x) ^ (1 << bit));
      for (; difference !== 0; difference &= difference - 1) turned++;
    }
    expect(Math.abs(turned / 32000 - 0.5)).toBeLessThan(0.03);
  }
});

test('no two addresses share a key', () => {
  const seen = new Set<number>();
  for (const round of [0, 1, 64, 127]) {
    for (const purpose of [0, 1, 16, 31]) {
      for (const key of drawKeys(base, round, purpose)) seen.add(key);
    }
  }
  // The keys are a one-to-one image of the packed counter.
  expect(seen.size).toBe(16 * ATTEMPTS * LANES);
});

test('rounds and purposes out of range are refused', () => {
  for (const [round, purpose] of [
    [-1, 0],
    [128, 0],
    [0, -1],
    [0, 32],
    [0.5, 0],
    [0, Number.NaN],
  ]) {
    expect(() => drawKeys(base, round, purpose)).toThrow(RangeError);
  }
});

test('uniform is never 0 nor 1', () => {
  expect(uniform(0)).toBe(2 ** -32);
  expect(uniform(1)).toBe(2 ** -32);
  expect(uniform(-1)).toBe(1 - 2 ** -32);
  expect(uniform(-2147483648)).toBe(0.5 + 2 ** -32);
});

test('uniforms of one address over customers are uniform', () => {
  for (const address of [{}, { round: 127 }, { purpose: 31 }, { attempt: 31, lane: 3 }, { keys: keysFromSeed('') }]) {
    expect(kolmogorovStatistic(uniforms(address), (u) => u)).toBeLessThan(LARGEST_KS);
  }
});

test('uniforms of one customer over addresses are uniform', () => {
  const values: number[] = [];
  const stream = streamOf(7, base);
  for (let round = 0; round < 16; round++) {
    for (let purpose = 0; purpose < 8; purpose++) {
      const ready = drawKeys(base, round, purpose);
      for (let word = 0; word < ready.length; word++) values.push(uniform(wordAt(stream, ready, word >> 2, word & 3)));
    }
  }
  expect(kolmogorovStatistic(Float64Array.from(values), (u) => u)).toBeLessThan(LARGEST_KS);
});

test('neighbouring addresses do not correlate, in the numbers nor in their squares around the middle', () => {
  const here = uniforms({});
  const neighbours: Record<string, Address> = {
    id: { shift: 1 },
    'id, 256 on': { shift: 256 },
    round: { round: 1 },
    purpose: { purpose: 1 },
    attempt: { attempt: 1 },
    lane: { lane: 1 },
    seed: { keys: keysFromSeed('harbour1') },
    k0: { keys: { ...base, k0: base.k0 ^ 1 } },
    k1: { keys: { ...base, k1: (base.k1 + 1) | 0 } },
    k2: { keys: { ...base, k2: base.k2 ^ 1 } },
    k3: { keys: { ...base, k3: (base.k3 + 1) | 0 } },
  };
  const spread = here.map((u) => (u - 0.5) ** 2);
  for (const [name, address] of Object.entries(neighbours)) {
    const there = uniforms(address);
    expect(Math.abs(correlation(here, there)) * Math.sqrt(N), name).toBeLessThan(LARGEST_Z);
    const thereSpread = there.map((u) => (u - 0.5) ** 2);
    expect(Math.abs(correlation(spread, thereSpread)) * Math.sqrt(N), `${name}, spread`).toBeLessThan(LARGEST_Z);
    expect(Math.abs(correlation(here, thereSpread)) * Math.sqrt(N), `${name}, mixed`).toBeLessThan(LARGEST_Z);
  }
});

test('a neighbouring seed does not give the same words to shifted customers', () => {
  const ready = drawKeys(base, 0, 0);
  const words = new Set(Array.from({ length: N }, (_, id) => wordAt(streamOf(id, base), ready, 0, 0)));
  const other = keysFromSeed('harbour1');
  const otherReady = drawKeys(other, 0, 0);
  let shared = 0;
  for (let id = 0; id < N; id++) if (words.has(wordAt(streamOf(id, other), otherReady, 0, 0))) shared++;
  // Chance expects N * N / 2^32 = 0.09.
  expect(shared).toBeLessThan(5);
});

test('bits of the words are balanced, each by itself', () => {
  const ready = drawKeys(base, 2, 2);
  const ones = new Int32Array(32);
  for (let id = 0; id < N; id++) {
    const word = wordAt(streamOf(id, base), ready, 0, 0);
    for (let bit = 0; bit < 32; bit++) ones[bit] += (word >>> bit) & 1;
  }
  // 32 bits are looked at, so 4.7 standard deviations.
  for (const count of ones) expect(Math.abs(count - N / 2) / Math.sqrt(N / 4)).toBeLessThan(4.7);
});
