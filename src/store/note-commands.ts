import { LONGEST_REASON, type PlayerNotes, type Prediction } from '../storage/player-notes.ts';
import type { Autosave } from './autosave.ts';
import { type CommandContext, gameIn, updateGame } from './command-context.ts';
import type { Commands } from './commands.ts';

type NoteCommands = Pick<Commands, 'setPrediction' | 'setReason'>;

const NOTHING_SAID: Prediction = { equity: null, loser: null };

/** What the player writes beside a decision before it is played. Saved with the draft. */
export function createNoteCommands(context: CommandContext, autosave: Autosave): NoteCommands {
  function change(next: (notes: PlayerNotes, round: number) => PlayerNotes): void {
    const game = gameIn(context, 'deciding');
    if (!game || !context.session) return;
    updateGame(context, game.id, {
      notes: next(game.notes, game.reports.length),
      ...(game.behind ? {} : { saving: game.saving === 'not-saved' ? 'not-saved' : 'saving' }),
    });
    context.session.unsaved = true;
    autosave.schedule();
  }

  return {
    setPrediction: (changed) =>
      change((notes, round) => ({
        ...notes,
        predictions: withEntry(notes.predictions, round, null, {
          ...(notes.predictions[round] ?? NOTHING_SAID),
          ...changed,
        }),
      })),
    setReason: (text) =>
      change((notes, round) => ({
        ...notes,
        reasons: withEntry(notes.reasons, round, '', text.replace(/\s+/g, ' ').slice(0, LONGEST_REASON)),
      })),
  };
}

/** The list with the entry of a round replaced; rounds before it that have none get `blank`. */
function withEntry<T>(list: readonly T[], round: number, blank: T, entry: T): readonly T[] {
  return Array.from({ length: Math.max(list.length, round + 1) }, (_, at) =>
    at === round ? entry : at < list.length ? list[at] : blank,
  );
}
