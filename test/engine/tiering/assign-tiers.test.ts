import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPopulation } from '../../../src/engine/population/columns.ts';
import { assignTiers } from '../../../src/engine/tiering/assign-tiers.ts';

const TIERING = { shares: { platinum: 0.05, gold: 0.15, silver: 0.3, bronze: 0.5 }, onFileRounds: 4 };

function tiersOf(values: readonly number[], shuffle: boolean): number[] {
  const population = createPopulation(values.length);
  values.forEach((_, row) => {
    population.id[row] = row;
  });
  const rows = Int32Array.from(values, (_, row) => (shuffle ? values.length - 1 - row : row));
  assignTiers(
    population,
    TIERING,
    rows,
    rows.map((row) => values[row]),
  );
  return Array.from(population.tier);
}

/** By sorting: the plain way to say the same. */
function expectedTiers(values: readonly number[]): number[] {
  const order = values.map((_, row) => row).sort((a, b) => values[b] - values[a] || a - b);
  const cuts = [0.05, 0.05 + 0.15, 0.05 + 0.15 + 0.3].map((share) => Math.floor(share * values.length + 0.5));
  const tiers = new Array<number>(values.length);
  order.forEach((row, rank) => {
    tiers[row] = cuts.filter((cut) => rank >= cut).length;
  });
  return tiers;
}

describe('assignTiers', () => {
  it('cuts like a sort by value and then by id, in any order of rows, with many ties', () => {
    const values = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -2e9, max: 2e9 })), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(values, (given) => {
        expect(tiersOf(given, false)).toEqual(expectedTiers(given));
        expect(tiersOf(given, true)).toEqual(expectedTiers(given));
      }),
      { numRuns: 300 },
    );
  });

  it('holds when all are equal, and when there are too few for a tier', () => {
    for (const count of [0, 1, 2, 9, 10, 40]) {
      const equal = new Array<number>(count).fill(7);
      expect(tiersOf(equal, true)).toEqual(expectedTiers(equal));
    }
  });
});
