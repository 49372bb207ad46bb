import { varianceSplit } from '../../engine/index.ts';
import { statusQuo } from '../../policies/fixed-shares.ts';
import { worthOfPolicy } from '../../policies/play-policy.ts';
import { randomPolicy } from '../../policies/random.ts';
import { type CheckGroup, check, mean, part } from './check.ts';

/** Plausible student play: plans drawn at random, the same ones on every seed. */
const PLAYERS = Array.from({ length: 40 }, (_, n) => randomPolicy(`random-${n + 1}`));

/** Seeds on which all of them play: enough to tell the players apart. */
const FULL_SEEDS = 24;
/** On the others only a few play: the variance of luck needs many seeds, and luck meets all alike. */
const FEW = 4;

/** True firm values, cents: of the status quo, and of the players (the first few, or all). */
type Values = { readonly shadow: number; readonly players: readonly number[] };

/** How much of a result is skill, as firm value and as index. */
export const luckAndSkill: CheckGroup<Values> = {
  name: 'luck and skill',
  seeds: (asked) => asked,
  measure: (opened, { position }) => ({
    shadow: worthOfPolicy(statusQuo, opened),
    players: PLAYERS.slice(0, position < FULL_SEEDS ? PLAYERS.length : FEW).map((player) =>
      worthOfPolicy(player, opened),
    ),
  }),
  judge(measures) {
    const skill = (of: (value: number, shadow: number) => number) =>
      skillOf(measures.map(({ players, shadow }) => players.map((value) => of(value, shadow))));
    return [
      check('E9', `between-policy share of variance over ${PLAYERS.length} random students`, measures.length, [
        part(
          'firm value',
          skill((value) => value),
          { atLeast: 0.88 },
        ),
        part(
          'index',
          skill((value, shadow) => (100 * value) / shadow),
          { atLeast: 0.97 },
        ),
      ]),
    ];
  },
};

/**
 * Players' share of the variance: players and rest from the seeds on which all play, the seeds' own variance from all of them, as the
 * variance of the mean of the few who play everywhere.
 */
function skillOf(bySeed: readonly (readonly number[])[]): number {
  const full = bySeed.filter(({ length }) => length === PLAYERS.length);
  const { plans, rest } = varianceSplit(PLAYERS.map((_, p) => full.map((values) => values[p])));
  const ofFew = bySeed.map((values) => mean(values.slice(0, FEW)));
  const centre = mean(ofFew);
  const spread = ofFew.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (ofFew.length - 1);
  const worlds = Math.max(0, spread - rest / FEW);
  return plans / (plans + worlds + rest);
}
