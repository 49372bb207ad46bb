import { describe, expect, it } from 'vitest';
import { firmName } from '../../src/content/firm-name.ts';
import { openFirm, scenarioFacts, scenarioHash, trueFirmValue } from '../../src/engine/index.ts';
import { massAcquisition, statusQuo } from '../../src/policies/fixed-shares.ts';
import { playPolicy } from '../../src/policies/play-policy.ts';
import { customerCentric } from '../../src/policies/value-based.ts';
import { findScenario } from '../../src/scenarios/all-scenarios.ts';
import { catalogue } from '../../src/scenarios/catalogue.ts';
import { CHECKED_VARIANTS, checkedNumbers } from '../../src/scenarios/checked-variants.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { resized } from '../../src/scenarios/resized.ts';
import { variantOf } from '../../src/scenarios/variant.ts';

describe('a variant', () => {
  it('is the same for the same number, and another for another', () => {
    const hashes = [1, 2, 3, 4, 5, 6].map((number) => scenarioHash(variantOf(harbour, number, 0)));
    expect(new Set([...hashes, scenarioHash(harbour)]).size).toBe(7);
    expect(scenarioHash(variantOf(harbour, 3, 0))).toBe(hashes[2]);
    expect(scenarioHash(variantOf(harbour, 3, 1))).not.toBe(scenarioHash(variantOf(harbour, 3, 0)));
  });

  it('is found by its id once it has been checked, and nothing else is', () => {
    const numbers = checkedNumbers('harbour');
    expect(numbers.length).toBeGreaterThanOrEqual(12);
    for (const number of numbers) {
      const found = findScenario(`harbour-v${number}`);
      expect(found).toEqual(variantOf(harbour, number, CHECKED_VARIANTS.harbour[number].draw));
      expect(found?.id).toBe(`harbour-v${number}`);
      // The page's facts are those of the scenario that the worker plays.
      expect(found && catalogue().factsOf(found.id)).toEqual(found && scenarioFacts(found));
    }
    const hashes = catalogue().scenarioIds.map((id) => catalogue().factsOf(id)?.hash);
    expect(new Set(hashes).size).toBe(numbers.length + 1);
    for (const id of [
      `harbour-v${Math.max(...numbers) + 1}`,
      'harbour-v0',
      'harbour-v07',
      'harbour-v',
      'harbour-v10000',
      'harbour-v1.5',
      'harbour-v-1',
      'elsewhere-v1',
      'harbour-v7-v2',
      '',
    ]) {
      expect(findScenario(id), id).toBeNull();
    }
    expect(() => variantOf(harbour, 0, 0)).toThrow(RangeError);
    expect(() => variantOf(harbour, 1.5, 0)).toThrow(RangeError);
  });

  it('keeps the classes in their kind and the rules of the game', () => {
    for (let number = 1; number <= 30; number++) {
      const variant = variantOf(harbour, number, 0);
      expect(variant.classes.map(({ name }) => name)).toEqual(harbour.classes.map(({ name }) => name));
      const { rounds, warmUpRounds, customers, tiering, annualDiscountRate } = variant;
      expect({ rounds, warmUpRounds, customers, tiering, annualDiscountRate }).toEqual({
        rounds: harbour.rounds,
        warmUpRounds: harbour.warmUpRounds,
        customers: harbour.customers,
        tiering: harbour.tiering,
        annualDiscountRate: harbour.annualDiscountRate,
      });
      const money = [
        ...variant.classes.map(({ orderValue }) => orderValue),
        ...Object.values(variant.costs),
        ...variant.insight.prices,
        ...Object.values(variant.acquisition.firstCost),
        variant.staying.retentionHalfPoint,
      ];
      for (const cents of money) expect(Number.isInteger(cents) && cents >= 0).toBe(true);
    }
  });

  it('can be played at once, and rewards the same way of playing', () => {
    for (const id of ['harbour-v1', 'harbour-v2']) {
      const scenario = findScenario(id);
      if (!scenario) throw new Error(id);
      const opened = openFirm(resized(scenario, 2_500), 'variant');
      const [best, usual, worst] = [customerCentric, statusQuo, massAcquisition].map(
        (policy) => trueFirmValue(playPolicy(policy, opened)).firmValue,
      );
      expect(best).toBeGreaterThan(1.03 * usual);
      expect(worst).toBeLessThan(0.95 * usual);
    }
  });

  it('has a firm of its own name', () => {
    const names = Array.from({ length: 221 }, (_, n) => firmName(`harbour-v${n + 1}`));
    expect(new Set(names).size).toBe(221);
    for (const name of names) expect(name).toMatch(/^[A-Z][a-z]+ & [A-Z][a-z]+$/);
  });
});
