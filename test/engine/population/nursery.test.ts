import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Decision, openFirm, playRound } from '../../../src/engine/index.ts';
import { createNursery, type Nursery } from '../../../src/engine/population/nursery.ts';
import { copyFirm } from '../../../src/engine/round/firm.ts';
import { byTier } from '../../../src/engine/tiering/tiers.ts';
import { smallHarbour } from '../../support/small-harbour.ts';

const { firm: opened } = openFirm(smallHarbour, 'nursery', 'full');

/** Who comes hangs on acquisition money, and, aimed by insight, on whom the firm takes for its best. */
const anyDecision = fc
  .record({
    acquisition: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 4 }),
    insight: fc.constantFrom<Decision['insight']>(0, 1, 2, 3),
  })
  .map(({ acquisition, insight }): Decision => {
    const shares = byTier((_, t) => acquisition[t] / 60);
    return {
      acquisition: byTier((tier) => Math.floor((opened.budget * shares[tier]) / 4)),
      retention: byTier(() => 0),
      service: byTier(() => Math.floor(opened.budget / 40)),
      insight,
    };
  });
const anyGame = fc.array(anyDecision, { minLength: 1, maxLength: 3 });

/** The digests of a game, and how many came. */
function play(decisions: readonly Decision[], nursery: Nursery | null, roundKeys: readonly string[] | null) {
  const firm = { ...copyFirm(opened), nursery, roundKeys };
  firm.budget = Number.MAX_SAFE_INTEGER;
  const digests = decisions.map((decision) => {
    expect(playRound(firm, decision)).toEqual({ ok: true });
    firm.budget = Number.MAX_SAFE_INTEGER;
    return firm.digest;
  });
  return { digests, came: firm.population.count - opened.population.count };
}

test('games whose newcomers are drawn once are the same games to the bit, one after the other and under any round keys', () => {
  const keys = [null, ['A', 'B', 'C'], ['A', 'other', 'C']];
  fc.assert(
    fc.property(fc.array(fc.tuple(anyGame, fc.constantFrom(...keys)), { minLength: 1, maxLength: 4 }), (games) => {
      const nursery = createNursery();
      for (const [decisions, roundKeys] of games) {
        const drawn = play(decisions, null, roundKeys);
        expect(drawn.came).toBeGreaterThan(0);
        expect(play(decisions, nursery, roundKeys)).toEqual(drawn);
      }
    }),
    { seed: 31, numRuns: 40 },
  );
});
