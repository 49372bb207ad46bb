import { exponential } from '../random/exponential.ts';
import { keysFromSeed } from '../random/keys.ts';
import { PURPOSE } from '../random/purposes.ts';
import { drawKeys, streamOf, uniform, wordAt } from '../random/stream.ts';
import { gameOf } from '../replay/replay.ts';
import { copyFirm, type Firm } from '../round/firm.ts';
import { type OpenedFirm, openFirm } from '../round/open-firm.ts';
import type { Scenario } from '../scenario/scenario.ts';

/**
 * The same firm with the same history and another future: every living customer gets a new residual lifetime, and everything that is still to be
 * drawn is drawn anew. Who the customers are, what they did so far and what the firm knows stay. The firm given is not touched.
 *
 * Lifetimes are Exp(1) in accumulated hazard, which has no memory: given that a customer is still there, what is left is Exp(1) again,
 * so every future is as likely as the one that came.
 *
 * *Source:* Sellke 1983 (lifetime as a threshold of accumulated hazard). *Draws:* lifetime, in the future's own keys.
 *
 * @param name tells futures of one firm apart; the same name gives the same future
 */
export function otherFuture(firm: Firm, name: string): Firm {
  const keys = keysFromSeed(`${firm.seed}\nfuture ${name}`);
  const future = copyFirm(firm);
  future.keys = keys;
  // Under other keys other persons come.
  future.nursery = null;
  const { id, stream, trueLifetimeLeft, count } = future.population;
  const draws = drawKeys(keys, firm.round + firm.scenario.warmUpRounds, PURPOSE.lifetime);
  for (let row = 0; row < count; row++) {
    stream[row] = streamOf(id[row], keys);
    if (trueLifetimeLeft[row] > 0) trueLifetimeLeft[row] = exponential(uniform(wordAt(stream[row], draws, 0, 0)));
  }
  return future;
}

/** `count` other futures of an opened firm, each made when it is asked for. */
export function* otherFutures({ firm, history }: OpenedFirm, count: number): Generator<OpenedFirm> {
  for (let n = 1; n <= count; n++) yield { firm: otherFuture(firm, String(n)), history };
}

/** Firms of the same scenario, for games of so many rounds, on the seeds `base-1` … `base-count`, each opened when it is asked for. */
export function* otherSeeds(
  scenario: Scenario,
  base: string,
  count: number,
  rounds: number = scenario.rounds,
): Generator<OpenedFirm> {
  for (let n = 1; n <= count; n++) yield gameOf(openFirm(scenario, `${base}-${n}`), { rounds });
}
