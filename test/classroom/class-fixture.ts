import type { ClassFile } from '../../src/classroom/class-file.ts';
import { keyOf, newClass } from '../../src/classroom/class-file.ts';
import { type HandIn, handInOf } from '../../src/classroom/hand-in.ts';
import {
  type Decision,
  gameOf,
  newRunLog,
  type OpenedFirm,
  openFirm,
  type RunLog,
  scenarioHash,
  trueFirmValue,
} from '../../src/engine/index.ts';
import { playPolicy } from '../../src/policies/play-policy.ts';
import type { Policy } from '../../src/policies/policy.ts';
import { findScenario } from '../../src/scenarios/all-scenarios.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { NO_NOTES, type PlayerNotes } from '../../src/storage/player-notes.ts';

/** Not random at all: the same secret in every test. */
export const countedBytes = (count: number) => Uint8Array.from({ length: count }, (_, index) => index * 7 + 1);

export const CLASS_SEED = 'class-seed';

/** A class of the default scenario. */
export function makeClass(choices: Partial<Parameters<typeof newClass>[2]> = {}): ClassFile {
  const scenario = { id: harbour.id, hash: scenarioHash(harbour), rounds: harbour.rounds };
  return newClass(scenario, CLASS_SEED, { isPaced: false, ...choices }, countedBytes);
}

const warmUps = new Map<string, OpenedFirm>();

/** A game of the class played by a policy, as a log; games of all tests share the warm-up. */
export function playClassGame(file: ClassFile, policy: Policy, rounds = file.settings.rounds) {
  const { settings } = file;
  const scenario = findScenario(settings.scenario.id);
  if (!scenario) throw new Error('no scenario');
  const key = JSON.stringify([settings.seed, settings.level]);
  const opened = warmUps.get(key) ?? openFirm(scenario, settings.seed, settings.level);
  warmUps.set(key, opened);
  const roundKeys = settings.roundKeys?.map((_, round) => keyOf(file, round));
  const decisions: Decision[] = [];
  const digests: string[] = [];
  const game = gameOf(opened, { rounds: settings.rounds, ...(roundKeys ? { roundKeys } : {}) });
  const firm = playPolicy(
    policy,
    game,
    (current, report) => {
      decisions.push(report.decision);
      digests.push(current.digest);
    },
    rounds,
  );
  const log: RunLog = {
    ...newRunLog(scenario, settings.seed, settings.level),
    rounds: settings.rounds,
    ...(roundKeys ? { roundKeys: roundKeys.slice(0, rounds) } : {}),
    decisions,
    digests,
  };
  return { log, firmValue: trueFirmValue(firm).firmValue };
}

export function handInBy(file: ClassFile, policy: Policy, alias: string, rounds?: number, notes?: PlayerNotes): HandIn {
  const { log, firmValue } = playClassGame(file, policy, rounds);
  return handInOf(file.settings, log, notes ?? NO_NOTES, firmValue, {
    alias,
    predictions: true,
    reasons: true,
    reflections: [],
  });
}
