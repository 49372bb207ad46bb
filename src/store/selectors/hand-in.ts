import { type HandIn, type HandInChoices, handInOf, LONGEST_REFLECTION, receiptOf } from '../../classroom/hand-in.ts';
import {
  handInCodeOf,
  handInFileName,
  handInFileText,
  readHandInCode,
  readHandInFile,
} from '../../classroom/hand-in-file.ts';
import { printTextCode } from '../../classroom/text-code.ts';
import type { GameState } from '../state.ts';

export { type HandIn, LONGEST_REFLECTION };

/** What is chosen to be handed in besides the decisions; the alias is the seat's. */
export type HandInParts = Omit<HandInChoices, 'alias' | 'reflections'> & { readonly reflections: boolean };

export type PreparedHandIn = {
  readonly handIn: HandIn;
  readonly receipt: string;
  readonly fileName: string;
  readonly fileText: string;
  /** In lines, as it is shown and copied. */
  readonly code: string;
  /** Whether file and code, read back, are this hand-in to the last digit. */
  readonly readsBack: boolean;
};

/** The hand-in of a class's game as it stands; null in practice and before the first round. */
export function prepareHandIn(game: GameState, parts: HandInParts): PreparedHandIn | null {
  const { seat } = game;
  if (!seat || game.reports.length === 0) return null;
  const handIn = handInOf(seat.settings, logOf(game), game.notes, game.score?.firmValue ?? null, {
    ...parts,
    alias: seat.alias,
    reflections: parts.reflections ? seat.reflections : [],
  });
  const fileText = handInFileText(handIn);
  const code = printTextCode(handInCodeOf(handIn));
  const receipt = receiptOf(handIn);
  const same = (back: ReturnType<typeof readHandInFile>) => back.ok && receiptOf(back.value) === receipt;
  return {
    handIn,
    receipt,
    fileName: handInFileName(handIn.alias),
    fileText,
    code,
    readsBack: same(readHandInFile(fileText)) && same(readHandInCode(code)),
  };
}

function logOf(game: GameState): Parameters<typeof handInOf>[1] {
  const { scenario, seed, rounds, roundKeys, digests, seat } = game;
  return {
    format: 'clientele/run',
    formatVersion: 1,
    engineVersion: seat?.settings.engineVersion ?? '',
    scenario: { id: scenario.id, hash: scenario.hash },
    seed,
    level: scenario.level,
    rounds,
    ...(roundKeys ? { roundKeys } : {}),
    decisions: game.reports.map(({ decision }) => decision),
    digests,
  };
}
