import { type CommandContext, gameIn } from './command-context.ts';
import { saveGame } from './save-game.ts';
import type { GameState } from './state.ts';

export type Autosave = {
  /** The draft changed: it will be saved soon. */
  schedule(): void;
  /** Saves the game now, when something of it is unsaved. To be called from a task of the queue. */
  saveNow(): Promise<void>;
  /** The page may be going: hands the draft over at once, and saves it in the ordinary way if there is time. */
  saveBeforeLeaving(): void;
};

/** Saves the draft a moment after it was edited, and at once when the page is hidden or closed. */
export function createAutosave(context: CommandContext): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The open game when something of it should be saved: its draft, or rounds that found no room before. */
  function unsavedGame(): GameState | null {
    const { session } = context;
    const game = gameIn(context, 'deciding', 'finished', 'scored');
    return game && session?.unsaved && session.id === game.id && !game.behind ? game : null;
  }

  async function saveNow(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const game = unsavedGame();
    if (!game || !context.session) return;
    await saveGame(context, context.session.log, game.status === 'deciding' ? game.draft : null, 'relaxed');
  }

  return {
    schedule() {
      // Not put off again by each edit: during a long drag it is saved every now and then.
      timer ??= setTimeout(() => void context.queue(saveNow), context.dependencies.autosaveDelay);
    },
    saveNow,
    saveBeforeLeaving() {
      const game = unsavedGame();
      if (!game || !context.session) return;
      const { id, stored, writing } = context.session;
      const known = [stored, writing].filter((stamp) => stamp !== null);
      if (game.status === 'deciding') context.openStorage?.writeLastWords(id, known, game.draft);
      void context.queue(saveNow);
    },
  };
}
