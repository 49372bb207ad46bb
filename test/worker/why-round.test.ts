import { describe, expect, it } from 'vitest';
import {
  copyFirm,
  type Decision,
  newRunLog,
  type OpenedFirm,
  observe,
  openFirm,
  playRound,
  roundFigures,
} from '../../src/engine/index.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { compareFutures } from '../../src/worker/future-paths.ts';
import { explainRound } from '../../src/worker/why-round.ts';
import { everywhere, noSpending } from '../support/decisions.ts';

const opened = openFirm(harbour, 'why');
const decisions: readonly Decision[] = [everywhere(1_000_000), everywhere(1_200_000, 2), everywhere(900_000, 2)];

function finished<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The plain way: a firm that plays these decisions and nothing else. */
function plain({ firm: start }: OpenedFirm, played: readonly Decision[]) {
  const firm = copyFirm(start);
  const digests: string[] = [];
  for (const decision of played) {
    const outcome = playRound(firm, decision);
    if (!outcome.ok) throw new Error(outcome.refusals[0].code);
    digests.push(firm.digest);
  }
  return { figures: roundFigures(observe(firm)), digests };
}

describe('why a round came out as it did', () => {
  it('equals plain replays with one choice withdrawn', () => {
    const explanation = finished(explainRound(opened, decisions, 1, 'nothing'));
    expect(explanation.before).toEqual(plain(opened, decisions.slice(0, 1)).figures);
    expect(explanation.actual).toEqual(plain(opened, decisions.slice(0, 2)).figures);
    expect(explanation.withoutAll).toEqual(plain(opened, [decisions[0], noSpending]).figures);
    expect(explanation.choices).toHaveLength(13);
    for (const { choice, figures } of explanation.choices) {
      const without =
        choice.kind === 'insight'
          ? { ...decisions[1], insight: 0 as const }
          : { ...decisions[1], [choice.lever]: { ...decisions[1][choice.lever], [choice.tier]: 0 } };
      expect(figures).toEqual(plain(opened, [decisions[0], without]).figures);
    }
    const service = explanation.choices.find(
      ({ choice }) => choice.kind === 'cell' && choice.lever === 'service' && choice.tier === 'gold',
    );
    expect(service?.figures['quality.gold']).toBeLessThan(explanation.actual['quality.gold']);
    expect(service?.figures['quality.silver']).toBe(explanation.actual['quality.silver']);
  });

  it('goes back to the round before in the second mode, insight included', () => {
    const explanation = finished(explainRound(opened, decisions, 1, 'as-before'));
    expect(explanation.reference).toEqual(decisions[0]);
    expect(explanation.withoutAll).toEqual(plain(opened, [decisions[0], decisions[0]]).figures);
    expect(explanation.choices.at(-1)?.choice).toEqual({ kind: 'insight' });
    const first = finished(explainRound(opened, decisions, 0, 'as-before'));
    expect(first.reference).toEqual(opened.history.at(-1)?.decision);
  });

  it('is made in under a second for the default game', () => {
    // Time of the processor, not of the wall: other tests run beside this one. The better of two, for the first warms up.
    const milliseconds = [1, 2].map(() => {
      const start = process.cpuUsage();
      finished(explainRound(opened, decisions, 2, 'nothing'));
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    expect(Math.min(...milliseconds)).toBeLessThan(1000);
  });

  it('knows no round that was not played', () => {
    expect(() => finished(explainRound(opened, decisions, 3, 'nothing'))).toThrow('has not been played');
  });
});

describe('futures on the same luck', () => {
  const log = newRunLog(harbour, 'why');
  const { digests } = plain(opened, decisions);

  it('are the figures of plain replays, from a common start', () => {
    const other = [decisions[0], noSpending];
    const logs = [
      { ...log, decisions, digests },
      { ...log, decisions: other, digests: plain(opened, other).digests },
    ];
    const [one, two] = finished(compareFutures(opened, logs));
    if (!one || !two) throw new Error('refused');
    expect(one.map(({ round }) => round)).toEqual([-1, 0, 1, 2]);
    expect(one[0]).toEqual(two[0]);
    expect(one[1]).toEqual(two[1]);
    expect(one[3].figures).toEqual(plain(opened, decisions).figures);
    expect(two[2].figures).toEqual(plain(opened, other).figures);
  });

  it('leave out a game on another luck or level, and one that does not come out as it says', () => {
    const forged = { ...log, decisions, digests: [digests[0], 'aa', digests[2]] };
    const logs = [newRunLog(harbour, 'other'), newRunLog(harbour, 'why', 'full'), forged, log];
    expect(finished(compareFutures(opened, logs)).map((path) => path?.length ?? null)).toEqual([null, null, null, 1]);
  });
});
