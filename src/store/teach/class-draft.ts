import type { ClassFile } from '../../classroom/class-file.ts';
import type { ClassChoices } from '../../classroom/class-settings.ts';

/** A class as it is being set up. */
export type ClassDraft = Required<Omit<ClassChoices, 'title'>> & {
  readonly title: string;
  readonly scenarioId: string;
  /** Made up when blank. */
  readonly seed: string;
  /** Whether each round opens with a key. */
  readonly isPaced: boolean;
};

/** What suits most classes: one session, everyone for themselves, at their own pace. */
export function usualDraft(scenarioId: string, rounds: number): ClassDraft {
  return {
    title: '',
    scenarioId,
    seed: '',
    level: 'essentials',
    rounds,
    players: 'persons',
    help: { hints: true, why: true, rewind: false, customerRecords: true },
    prompts: { predictions: 'invited', reasons: 'invited', reflections: [] },
    standings: 'own-place',
    debrief: 'after-hand-in',
    isPaced: false,
  };
}

/** The same rules for another class. It gets a seed of its own, so that nobody can bring results from the first. */
export function draftOfClass({ settings }: ClassFile): ClassDraft {
  const { title, scenario, level, rounds, players, help, prompts, standings, debrief, roundKeys } = settings;
  return {
    ...{ title, level, rounds, players, help, prompts, standings, debrief },
    scenarioId: scenario.id,
    seed: '',
    isPaced: roundKeys !== null,
  };
}
