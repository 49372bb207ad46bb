import { type ClassFile, keyOf } from '../classroom/class-file.ts';
import { classIdOf } from '../classroom/class-settings.ts';
import { type HandIn, runLogOf } from '../classroom/hand-in.ts';
import { checkKey } from '../classroom/round-key.ts';
import type { Submission } from '../classroom/submission.ts';
import type { Verification } from '../classroom/verification.ts';
import type { RunLog } from '../engine/index.ts';
import type { ReplayResult } from './replay-protocol.ts';

/**
 * The keys of the class's rounds: by the instructor's secret; without it, those that most hand-ins were played with. Null for a class without
 * keys; fewer than rounds where nobody got further.
 */
export function keysOfClass(file: ClassFile, submissions: readonly Submission[]): readonly string[] | null {
  const { settings, keySecret } = file;
  if (settings.roundKeys === null) return null;
  if (keySecret !== null) return settings.roundKeys.map((_, round) => keyOf(file, round));
  const id = classIdOf(settings);
  const keys: string[] = [];
  for (let round = 0; round < settings.rounds; round++) {
    const votes = new Map<string, number>();
    for (const { handIn } of submissions) {
      const key = handIn.classId === id ? handIn.roundKeys?.[round] : undefined;
      if (key !== undefined && checkKey(settings, round, key).ok) votes.set(key, (votes.get(key) ?? 0) + 1);
    }
    const [best] = [...votes].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    if (!best) break;
    keys.push(best[0]);
  }
  return keys;
}

/** What can be told of a hand-in without playing it; null when it must be played. */
export function verifyWithoutReplay({ settings }: ClassFile, handIn: HandIn): Verification | null {
  if (handIn.engineVersion !== settings.engineVersion) {
    return { kind: 'other-engine-version', engineVersion: handIn.engineVersion };
  }
  return handIn.classId === classIdOf(settings) ? null : { kind: 'other-class', classId: handIn.classId };
}

/** The log to be played for a hand-in: with the class's settings and keys, and the student's decisions. Decisions after the last round are left out. */
export function logToReplay({ settings }: ClassFile, keys: readonly string[] | null, handIn: HandIn): RunLog {
  const rounds = Math.min(settings.rounds, keys?.length ?? settings.rounds);
  return {
    ...runLogOf(settings, handIn),
    ...(keys === null ? {} : { roundKeys: keys }),
    decisions: handIn.decisions.slice(0, rounds),
    digests: handIn.digests.slice(0, rounds),
  };
}

/** The log of a class's game before its first decision. */
export function startOfClass({ settings }: ClassFile, keys: readonly string[] | null): RunLog {
  return runLogOf(settings, { roundKeys: keys, decisions: [], digests: [] });
}

/** One game to be played again, and all that were handed in of it. */
export type GameToReplay = { readonly log: RunLog; readonly submissions: readonly Submission[] };

/** The games of hand-ins: those with the same decisions are one, which is played once. In the order of their first hand-ins. */
export function gamesToReplay(
  file: ClassFile,
  keys: readonly string[] | null,
  submissions: readonly Submission[],
): readonly GameToReplay[] {
  const games = new Map<string, { readonly log: RunLog; readonly submissions: Submission[] }>();
  for (const submission of submissions) {
    const log = logToReplay(file, keys, submission.handIn);
    const key = JSON.stringify(log.decisions);
    const game = games.get(key);
    if (game) game.submissions.push(submission);
    else games.set(key, { log, submissions: [submission] });
  }
  return [...games.values()];
}

/** The outcome of a hand-in whose log was played: the first thing that is other than it says. */
export function verificationOf(
  { settings }: ClassFile,
  keys: readonly string[] | null,
  handIn: HandIn,
  result: ReplayResult,
): Verification {
  if (result.kind === 'failed') return { kind: 'failed', message: result.message };
  if (result.kind === 'refused') return { kind: 'failed', message: result.refusals[0].code };
  if (result.kind !== 'class-game') return { kind: 'failed', message: `answered with ${result.kind}` };
  const { game, digests, refused } = result.replay;
  const differences: Extract<Verification, { kind: 'differs' }>[] = [];
  const note = (
    round: number,
    about: 'digest' | 'decision' | 'round-key' | 'score',
    claimed: string,
    replayed: string,
  ) => differences.push({ kind: 'differs', round, about, claimed, replayed, game });

  if (handIn.decisions.length > settings.rounds) {
    note(settings.rounds, 'decision', String(handIn.decisions.length), String(settings.rounds));
  }
  if (settings.roundKeys === null && handIn.roundKeys !== null) note(0, 'round-key', handIn.roundKeys[0] ?? '', '');
  for (let round = 0; keys !== null && round < handIn.decisions.length; round++) {
    const key = handIn.roundKeys?.[round] ?? '';
    if (key !== keys[round]) note(round, 'round-key', key, keys[round] ?? '');
  }
  if (refused) note(refused.round, 'decision', '', refused.refusal.code);
  const differs = digests.findIndex((digest, round) => handIn.digests[round] !== digest);
  if (differs >= 0) note(differs, 'digest', handIn.digests[differs] ?? '', digests[differs]);
  const claim = handIn.claimedFirmValue;
  if (game && claim !== null && claim !== game.firmValue) {
    note(Math.max(0, game.rounds.length - 1), 'score', String(claim), String(game.firmValue));
  }
  differences.sort((a, b) => a.round - b.round);
  if (differences.length > 0) return differences[0];
  return game ? { kind: 'verified', game } : { kind: 'failed', message: 'no game' };
}
