import { catchUpCodeOf } from '../../classroom/catch-up-code.ts';
import { CLASS_FILE_ENDING, type ClassFile, classFileText, keyOf } from '../../classroom/class-file.ts';
import {
  type ClassSettings,
  LONGEST_QUESTION,
  LONGEST_SEED,
  LONGEST_TITLE,
  MOST_QUESTIONS,
  newClassSettings,
} from '../../classroom/class-settings.ts';
import { joinCodeOf, joinFragmentOf } from '../../classroom/join-code.ts';
import { printKey } from '../../classroom/round-key.ts';
import { printTextCode } from '../../classroom/text-code.ts';
import { FEWEST_ROUNDS, MOST_ROUNDS } from '../../engine/index.ts';
import type { ClassDraft } from '../teach/class-draft.ts';

export { LONGEST_QUESTION, LONGEST_SEED, LONGEST_TITLE, MOST_QUESTIONS };

/** Whole address of the class, for a page that is served at `pageAddress`. */
export function joinLink(settings: ClassSettings, pageAddress: string): string {
  return pageAddress.replace(/#.*$/, '') + joinFragmentOf(settings);
}

/** In lines, to be read out or copied. */
export function printedJoinCode(settings: ClassSettings): string {
  return printTextCode(joinCodeOf(settings));
}

/** The key of a round (0-based) or of the debrief, as it is shown; null where the class has none. */
export function printedKey(file: ClassFile, purpose: number | 'debrief'): string | null {
  const { settings, keySecret } = file;
  const has = purpose === 'debrief' ? settings.debriefKey !== null : settings.roundKeys !== null;
  return has && keySecret !== null ? printKey(keyOf(file, purpose)) : null;
}

/** The keys of the first rounds in one code, in lines; null before the first. */
export function printedCatchUpCode(file: ClassFile, released: number): string | null {
  if (file.settings.roundKeys === null || file.keySecret === null || released === 0) return null;
  return printTextCode(catchUpCodeOf(file, released));
}

export function classFileOf(file: ClassFile): { readonly fileName: string; readonly text: string } {
  const plain = file.settings.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return { fileName: `${plain || 'class'}${CLASS_FILE_ENDING}`, text: classFileText(file) };
}

/** What students will read of a class that is still being set up. The seed and the keys come when it is made. */
export function previewOf({ scenarioId, isPaced, seed: _, ...choices }: ClassDraft, untitled: string): ClassSettings {
  const settings = newClassSettings({ id: scenarioId, hash: '', rounds: choices.rounds }, '-', {
    ...choices,
    title: choices.title.trim() || untitled,
  });
  return isPaced ? { ...settings, roundKeys: Array.from({ length: choices.rounds }, () => 0) } : settings;
}

/** Lengths that a class's game may have, in rounds. */
export const ROUND_COUNTS = Array.from({ length: MOST_ROUNDS - FEWEST_ROUNDS + 1 }, (_, at) => FEWEST_ROUNDS + at);
