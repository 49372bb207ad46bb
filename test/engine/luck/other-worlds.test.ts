import { describe, expect, it } from 'vitest';
import {
  copyFirm,
  type Firm,
  type OpenedFirm,
  openFirm,
  otherFuture,
  otherFutures,
  otherSeeds,
  playRound,
  trueFirmValue,
} from '../../../src/engine/index.ts';
import type { Population } from '../../../src/engine/population/columns.ts';
import { statusQuo } from '../../../src/policies/fixed-shares.ts';
import { playPolicy } from '../../../src/policies/play-policy.ts';
import { harbour } from '../../../src/scenarios/harbour.ts';
import { resized } from '../../../src/scenarios/resized.ts';
import { everywhere } from '../../support/decisions.ts';
import { smallHarbour } from '../../support/small-harbour.ts';

const opened = openFirm(smallHarbour, 'luck');

function columnsOf(population: Population) {
  return Object.entries(population).filter((entry): entry is [string, Int32Array] => ArrayBuffer.isView(entry[1]));
}

function used(firm: Firm, name: keyof Population): readonly number[] {
  const column = firm.population[name] as Int32Array;
  const { count, capacity, activeCount } = firm.population;
  return Array.from(column.subarray(0, name === 'active' ? activeCount : count * (column.length / capacity)));
}

describe('another future of a firm', () => {
  const future = otherFuture(opened.firm, '1');

  it('has the same customers, the same records and the same tiers', () => {
    for (const [name] of columnsOf(future.population)) {
      const column = name as keyof Population;
      if (column === 'stream' || column === 'trueLifetimeLeft') continue;
      expect(used(future, column), name).toEqual(used(opened.firm, column));
    }
    expect({ budget: future.budget, reputation: future.reputation, round: future.round }).toEqual({
      budget: opened.firm.budget,
      reputation: opened.firm.reputation,
      round: opened.firm.round,
    });
  });

  it('gives each living customer an Exp(1) of lifetime, and none to those who are gone', () => {
    const before = used(opened.firm, 'trueLifetimeLeft');
    const after = used(future, 'trueLifetimeLeft');
    expect(after.map((left) => left > 0)).toEqual(before.map((left) => left > 0));
    const lives = after.filter((left) => left > 0).sort((a, b) => a - b);
    expect(lives.length).toBeGreaterThan(1_000);
    // Kolmogorov's distance; 1.95 / √n is exceeded once in a thousand.
    const distance = Math.max(...lives.map((left, k) => Math.abs((k + 0.5) / lives.length - (1 - Math.exp(-left)))));
    expect(distance).toBeLessThan(1.95 / Math.sqrt(lives.length));
    const changed = after.filter((left, row) => left > 0 && left !== before[row]).length;
    expect(changed).toBe(lives.length);
  });

  it('leaves the firm it was made of alone', () => {
    const start = openFirm(smallHarbour, 'luck').firm;
    const played = otherFuture(start, '2');
    playRound(played, everywhere(100_000));
    for (const [name, column] of columnsOf(start.population)) {
      expect(column, name).toEqual(opened.firm.population[name as keyof Population]);
    }
    expect(start.keys).toEqual(opened.firm.keys);
  });

  it('is the same for the same name, and another for another', () => {
    const digests = ['1', '1', '2'].map((name) => {
      const firm = otherFuture(opened.firm, name);
      playRound(firm, everywhere(100_000));
      return firm.digest;
    });
    const now = copyFirm(opened.firm);
    playRound(now, everywhere(100_000));
    expect(digests[1]).toBe(digests[0]);
    expect(new Set([digests[0], digests[2], now.digest]).size).toBe(3);
  });

  it('is as likely as the one that came', () => {
    // The future that came must rank neither high nor low among others.
    const FIRMS = 12;
    const OTHERS = 4;
    const tiny = resized(harbour, 500);
    const value = (world: OpenedFirm) => trueFirmValue(playPolicy(statusQuo, world, undefined, 3)).firmValue;
    const ranks = Array.from({ length: FIRMS }, (_, n) => {
      const world = openFirm(tiny, `rank-${n}`);
      const came = value(world);
      return [...otherFutures(world, OTHERS)].filter((other) => value(other) < came).length;
    });
    const mean = ranks.reduce((sum, rank) => sum + rank, 0) / FIRMS;
    // Ranks are uniform over 0 … OTHERS.
    const deviation = Math.sqrt(((OTHERS + 1) ** 2 - 1) / 12 / FIRMS);
    expect(Math.abs(mean - OTHERS / 2)).toBeLessThan(3.3 * deviation);
  });
});

describe('other seeds', () => {
  it('are firms of their own, opened when asked for', () => {
    const seeds = otherSeeds(smallHarbour, 'other', 2);
    const first = seeds.next().value;
    expect(first?.firm.seed).toBe('other-1');
    expect(first?.firm.digest).toBe(openFirm(smallHarbour, 'other-1').firm.digest);
    expect([...seeds].map(({ firm }) => firm.seed)).toEqual(['other-2']);
  });
});
