import type { ClassFile } from '../../src/classroom/class-file.ts';
import { keyOf, newClass } from '../../src/classroom/class-file.ts';
import { type HandIn, handInOf } from '../../src/classroom/hand-in.ts';
import type { Verification } from '../../src/classroom/verification.ts';
import {
  type Decision,
  gameOf,
  newRunLog,
  openFirm,
  type RunLog,
  scenarioHash,
  trueFirmValue,
} from '../../src/engine/index.ts';
import { playPolicy } from '../../src/policies/play-policy.ts';
import type { Policy } from '../../src/policies/policy.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { resized } from '../../src/scenarios/resized.ts';
import { NO_NOTES, type PlayerNotes } from '../../src/storage/player-notes.ts';
import { type ClassReplay, classStartOf, replayClassGame } from '../../src/worker/replay-class-game.ts';
import { keysOfClass, logToReplay, verificationOf, verifyWithoutReplay } from '../../src/worker/verify-hand-in.ts';
import { countedBytes } from './class-fixture.ts';

/** So few customers that a game takes a millisecond or two: for tests that verify thousands of hand-ins. */
const scenario = resized(harbour, 60);

const opened = openFirm(scenario, 'small');

export function smallClass(choices: Partial<Parameters<typeof newClass>[2]> = {}): ClassFile {
  const facts = { id: scenario.id, hash: scenarioHash(scenario), rounds: scenario.rounds };
  return newClass(facts, 'small', { isPaced: false, ...choices }, countedBytes);
}

export function smallHandIn(
  file: ClassFile,
  policy: Policy,
  alias: string,
  rounds = file.settings.rounds,
  notes: PlayerNotes = NO_NOTES,
): HandIn {
  const keys = file.settings.roundKeys?.map((_, round) => keyOf(file, round));
  const keyed = keys ? { roundKeys: keys } : {};
  const decisions: Decision[] = [];
  const digests: string[] = [];
  const firm = playPolicy(
    policy,
    gameOf(opened, { rounds: file.settings.rounds, ...keyed }),
    (current, report) => {
      decisions.push(report.decision);
      digests.push(current.digest);
    },
    rounds,
  );
  const log = { ...newRunLog(scenario, 'small'), rounds: file.settings.rounds, ...keyed, decisions, digests };
  const choices = { alias, predictions: true, reasons: true, reflections: [] };
  return handInOf(file.settings, log, notes, trueFirmValue(firm).firmValue, choices);
}

/** Verified as the class's worker does it, on the small firm. */
export function verifySmall(file: ClassFile, handIn: HandIn): Verification {
  const known = verifyWithoutReplay(file, handIn);
  if (known) return known;
  const keys = keysOfClass(file, []);
  const replay = replaySmall(logToReplay(file, keys, handIn), true);
  return verificationOf(file, keys, handIn, { kind: 'class-game', replay });
}

/** Played as a worker of the pool does it, on the small firm. */
export function replaySmall(log: RunLog, isFollowed: boolean): ClassReplay {
  return replayClassGame(classStartOf(opened), log, isFollowed);
}
