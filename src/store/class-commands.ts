import { checkClass } from '../classroom/class-settings.ts';
import { problem, read } from '../classroom/classroom-problem.ts';
import { checkKey } from '../classroom/round-key.ts';
import type { ClassSeat } from '../storage/class-seat.ts';
import { ensureWorkerHoldsGame } from './ask-worker.ts';
import type { Autosave } from './autosave.ts';
import { type CommandContext, gameIn, updateGame } from './command-context.ts';
import type { Commands } from './commands.ts';
import type { GameState } from './state.ts';

type ClassCommands = Pick<
  Commands,
  'checkClass' | 'takeRoundKeys' | 'unlockDebrief' | 'setReflection' | 'replayGame' | 'noteHandIn'
>;

/** What a player does in a class besides playing. Saved with the game. */
export function createClassCommands(context: CommandContext, autosave: Autosave): ClassCommands {
  const { queue, dependencies } = context;

  function seatedGame(): (GameState & { readonly seat: ClassSeat }) | null {
    const game = gameIn(context, 'deciding', 'finished', 'scored');
    return game?.seat && context.session ? { ...game, seat: game.seat } : null;
  }

  function change(game: GameState, changed: Partial<Pick<GameState, 'seat' | 'roundKeys'>>): void {
    if (!context.session) return;
    const isKept = !game.behind && game.saving !== 'not-saved';
    updateGame(context, game.id, { ...changed, ...(isKept ? { saving: 'saving' as const } : {}) });
    context.session.unsaved = true;
    autosave.schedule();
  }

  return {
    checkClass(settings) {
      return checkClass(settings, dependencies.catalogue.factsOf(settings.scenario.id)?.hash ?? null);
    },

    takeRoundKeys(released) {
      const game = seatedGame();
      if (!game || !context.session || game.roundKeys === null || game.status !== 'deciding') {
        return problem('key/none-wanted');
      }
      const played = game.reports.length;
      // What was played stays as it was played.
      const keys = [...game.roundKeys.slice(0, played)];
      for (const [round, typed] of released.entries()) {
        if (round < played) continue;
        const key = checkKey(game.seat.settings, round, typed);
        if (!key.ok) return key;
        keys.push(key.value);
      }
      context.session.log = { ...context.session.log, roundKeys: keys };
      change(game, { roundKeys: keys });
      return read(keys.length);
    },

    unlockDebrief(typed) {
      const game = seatedGame();
      if (!game) return problem('key/none-wanted');
      const key = checkKey(game.seat.settings, 'debrief', typed);
      if (!key.ok) return key;
      change(game, { seat: { ...game.seat, debriefUnlocked: true } });
      return read(null);
    },

    setReflection(question, text) {
      const game = seatedGame();
      if (!game) return;
      const { reflections, settings } = game.seat;
      const answers = settings.prompts.reflections.map((_, at) => (at === question ? text : (reflections[at] ?? '')));
      change(game, { seat: { ...game.seat, reflections: answers } });
    },

    replayGame: () =>
      queue(async () => {
        const { session } = context;
        if (!session || !gameIn(context, 'deciding', 'finished', 'scored')) return false;
        dependencies.client.forgetGame();
        return ensureWorkerHoldsGame(context, session.log);
      }),

    noteHandIn(receipt) {
      const game = seatedGame();
      if (!game) return;
      const handedIn = { receipt, rounds: game.reports.length, at: dependencies.now().toISOString() };
      change(game, { seat: { ...game.seat, handedIn } });
    },
  };
}
