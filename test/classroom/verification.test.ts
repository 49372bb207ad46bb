import { describe, expect, test } from 'vitest';
import { keyOf } from '../../src/classroom/class-file.ts';
import { FOLLOWED_GAMES, followedGames } from '../../src/classroom/followed-games.ts';
import type { FormatStep } from '../../src/classroom/format-steps.ts';
import { HAND_IN_FORMAT, HAND_IN_STEPS, type HandIn, parseHandIn, receiptOf } from '../../src/classroom/hand-in.ts';
import {
  handInCodeOf,
  handInFileName,
  handInFileText,
  readHandInCode,
  readHandInFile,
} from '../../src/classroom/hand-in-file.ts';
import { checkKey, keyFromSecret } from '../../src/classroom/round-key.ts';
import { shortDigest } from '../../src/classroom/short-digest.ts';
import { printTextCode } from '../../src/classroom/text-code.ts';
import { statusQuo } from '../../src/policies/fixed-shares.ts';
import { customerCentric } from '../../src/policies/value-based.ts';
import { gamesToReplay, logToReplay, verificationOf } from '../../src/worker/verify-hand-in.ts';
import { replaySmall, smallClass, smallHandIn, verifySmall } from './small-class.ts';

const file = smallClass();
const handIn = smallHandIn(file, customerCentric, 'Blue Otters', 8, {
  predictions: Array.from({ length: 8 }, () => ({ equity: 'rises', loser: 'gold' }) as const),
  reasons: Array.from({ length: 8 }, (_, round) => `because of ${round}`),
});

function submissionOf(given: HandIn, index: number) {
  const found = { path: [`${index}`], source: 'file', lms: null, tableKey: null } as const;
  return { ...found, index, handIn: given, receipt: receiptOf(given) };
}

describe('a hand-in', () => {
  test('is the same from its file and from its code, down to the receipt', () => {
    expect(readHandInFile(handInFileText(handIn))).toEqual({ ok: true, value: handIn });
    expect(readHandInCode(printTextCode(handInCodeOf(handIn)))).toEqual({ ok: true, value: handIn });
    expect(receiptOf(handIn)).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  });

  test('with an alias that plays tricks is shown without them', () => {
    const tricky = { ...handIn, alias: 'Eve\u202Egnp.exe\u0000\u200B<script>alert(1)</script>' };
    const read = readHandInFile(JSON.stringify(tricky));
    expect(read.ok && read.value.alias).toBe('Evegnp.exe<script>alert(1)</script>');
    const long = readHandInFile(JSON.stringify({ ...handIn, alias: `A${'\u0301'.repeat(300)}` }));
    expect(long.ok && long.value.alias.length).toBeLessThan(6);
    expect(readHandInFile(JSON.stringify({ ...handIn, alias: '\u202E \u200B' }))).toMatchObject({ where: 'alias' });
    expect(handInFileName('../../etc/pass wd')).toBe('etc-pass-wd.clientele.json');
  });

  test('that is damaged says where', () => {
    const broken = { ...handIn, decisions: handIn.decisions.with(3, { ...handIn.decisions[3], insight: 9 as never }) };
    expect(readHandInFile(JSON.stringify(broken))).toMatchObject({
      code: 'hand-in/damaged',
      where: 'decisions.3.insight',
    });
    expect(readHandInFile(JSON.stringify({ ...handIn, formatVersion: 2 }))).toMatchObject({
      code: 'hand-in/newer-format',
    });
    expect(readHandInFile(JSON.stringify({ ...handIn, formatVersion: 0 }))).toMatchObject({
      code: 'hand-in/damaged',
      where: 'formatVersion 0',
    });
    expect(readHandInFile('{"format":"clientele/run"}')).toMatchObject({ code: 'hand-in/not-a-hand-in' });
    expect(readHandInFile(' '.repeat(5_000_000))).toMatchObject({ code: 'hand-in/too-large' });
  });
});

describe('a hand-in of an older format', () => {
  /** As a format before the first might have been: a team instead of an alias. */
  const { alias, ...rest } = handIn;
  const older = { ...rest, formatVersion: 0, team: alias };
  const toFirst: FormatStep<unknown> = {
    from: 0,
    what: 'calls a team by an alias',
    migrate: (written) => {
      const { team, ...others } = written as { readonly team: string };
      return { ...others, alias: team.trim(), formatVersion: 1 };
    },
  };

  test('is brought to the present one by numbered steps, and checked after them', () => {
    expect(parseHandIn(older, [toFirst])).toEqual({ ok: true, value: handIn });
    expect(parseHandIn({ ...older, digests: [] }, [toFirst])).toMatchObject({ code: 'hand-in/damaged' });
    expect(parseHandIn({ ...older, team: 7 }, [toFirst])).toMatchObject({ where: 'formatVersion 0' });
    expect(parseHandIn({ ...older, formatVersion: -1 }, [toFirst])).toMatchObject({ where: 'formatVersion -1' });
  });

  test('and the released steps lead from format 1 to the present one without a gap', () => {
    expect(HAND_IN_STEPS.map(({ from }) => from)).toEqual(Array.from({ length: HAND_IN_FORMAT - 1 }, (_, i) => i + 1));
  });
});

describe('replaying it', () => {
  test('verifies an honest one, whole or early, at its true value', () => {
    const verified = verifySmall(file, handIn);
    expect(verified).toMatchObject({
      kind: 'verified',
      game: { isComplete: true, firmValue: handIn.claimedFirmValue },
    });
    const early = smallHandIn(file, statusQuo, 'Early', 5);
    expect(early.claimedFirmValue).toBeNull();
    expect(verifySmall(file, early)).toMatchObject({ kind: 'verified', game: { isComplete: false } });
  });

  test('tells a changed decision, digest and score, and what the decisions are really worth', () => {
    const bribed = handIn.decisions.with(2, {
      ...handIn.decisions[2],
      retention: { ...handIn.decisions[2].retention, gold: 0 },
    });
    expect(verifySmall(file, { ...handIn, decisions: bribed })).toMatchObject({
      kind: 'differs',
      round: 2,
      about: 'digest',
    });
    const digests = handIn.digests.with(5, handIn.digests[4]);
    expect(verifySmall(file, { ...handIn, digests })).toMatchObject({ kind: 'differs', round: 5, about: 'digest' });
    const richer = { ...handIn, claimedFirmValue: (handIn.claimedFirmValue ?? 0) + 1 };
    expect(verifySmall(file, richer)).toMatchObject({
      kind: 'differs',
      about: 'score',
      game: { firmValue: handIn.claimedFirmValue },
    });
    const greedy = handIn.decisions.with(4, {
      ...handIn.decisions[4],
      service: { ...handIn.decisions[4].service, bronze: 1e12 },
    });
    expect(verifySmall(file, { ...handIn, decisions: greedy })).toMatchObject({
      kind: 'differs',
      round: 4,
      about: 'decision',
      replayed: 'decision/over-budget',
      game: null,
    });
    const more = {
      ...handIn,
      decisions: [...handIn.decisions, handIn.decisions[0]],
      digests: [...handIn.digests, handIn.digests[0]],
    };
    expect(verifySmall(file, more)).toMatchObject({ kind: 'differs', about: 'decision' });
  });

  test('tells another class and another engine', () => {
    const other = smallClass({ rounds: 7 });
    expect(verifySmall(other, handIn)).toEqual({ kind: 'other-class', classId: handIn.classId });
    const old = { ...handIn, engineVersion: '0' };
    expect(verifySmall(file, old)).toEqual({ kind: 'other-engine-version', engineVersion: '0' });
  });
});

describe('a game of a class', () => {
  test('is played once for all who decided the same, and each is still held to what it says', () => {
    const twin = { ...handIn, alias: 'Twin', predictions: [] };
    const liar = { ...handIn, alias: 'Liar', digests: handIn.digests.with(3, handIn.digests[2]) };
    const other = smallHandIn(file, statusQuo, 'Other');
    const submissions = [handIn, other, twin, liar].map(submissionOf);
    const games = gamesToReplay(file, null, submissions);
    expect(games.map(({ submissions: of }) => of.map(({ index }) => index))).toEqual([[0, 2, 3], [1]]);
    const replay = replaySmall(games[0].log, false);
    const outcomes = games[0].submissions.map((one) =>
      verificationOf(file, null, one.handIn, { kind: 'class-game', replay }),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['verified', 'verified', 'differs']);
    expect(outcomes[2]).toMatchObject({ round: 3, about: 'digest', claimed: handIn.digests[2] });
  });

  test('is the same followed or not, but for the truth of each quarter; the last one is the score', () => {
    const log = logToReplay(file, null, handIn);
    const [quick, followed] = [replaySmall(log, false), replaySmall(log, true)];
    const withoutTruth = followed.game && {
      ...followed.game,
      rounds: followed.game.rounds.map((round) => ({ ...round, truth: null })),
    };
    expect(quick).toEqual({ ...followed, game: withoutTruth });
    expect(followed.game?.rounds.at(-1)?.truth?.firmValue).toBe(quick.game?.firmValue);
    const opening = Object.values(followed.game?.rounds[0].truth?.valueByTier ?? {}).reduce((a, b) => a + b, 0);
    expect(Math.abs(opening)).toBeGreaterThan(0);
  });

  test('is in the sample of a large class by chance: whatever the order, and all of a small one', () => {
    const games = Array.from({ length: 3 * FOLLOWED_GAMES }, (_, n) => ({ receipt: shortDigest(`game ${n}`, 10), n }));
    const sample = followedGames(games);
    expect(sample).toHaveLength(FOLLOWED_GAMES);
    expect(followedGames(games.toReversed())).toEqual(sample);
    const thirds = [0, 1, 2].map((third) => sample.filter(({ n }) => Math.floor(n / FOLLOWED_GAMES) === third).length);
    expect(Math.min(...thirds)).toBeGreaterThan(FOLLOWED_GAMES / 5);
    expect(followedGames(games.slice(0, FOLLOWED_GAMES))).toEqual(games.slice(0, FOLLOWED_GAMES));
  });
});

describe('round keys', () => {
  const paced = smallClass({ isPaced: true, rounds: 10 });

  test('are part of the game: without them, or with others, it comes out otherwise', () => {
    const keyed = smallHandIn(paced, customerCentric, 'Paced');
    expect(keyed.roundKeys).toEqual(Array.from({ length: 10 }, (_, round) => keyOf(paced, round)));
    expect(keyed.decisions).toHaveLength(10);
    expect(verifySmall(paced, keyed)).toMatchObject({ kind: 'verified', game: { isComplete: true } });
    expect(keyed.digests.slice(0, 8)).not.toEqual(handIn.digests);
    expect(verifySmall(paced, { ...keyed, roundKeys: null })).toMatchObject({
      kind: 'differs',
      round: 0,
      about: 'round-key',
    });
    // A key that passes the commitment by trial, to choose one's luck, is not the class's.
    let forged = '';
    for (let n = 0; forged === ''; n++) {
      const guess = keyFromSecret(`trial ${n}`, 6);
      if (checkKey(paced.settings, 6, guess).ok) forged = guess;
    }
    const lucky = { ...keyed, roundKeys: (keyed.roundKeys ?? []).with(6, forged) };
    expect(verifySmall(paced, lucky)).toMatchObject({ kind: 'differs', round: 6, about: 'round-key' });
  });
});
