import type { RunLog } from '../engine/index.ts';
import type { SavedGame } from '../storage/saved-game.ts';
import type { Outcome } from '../worker/client.ts';
import type { FuturePath } from '../worker/protocol.ts';
import { askWorker } from './ask-worker.ts';
import { type CommandContext, gameIn, notify, notifyProblem } from './command-context.ts';
import type { Commands, Future } from './commands.ts';
import { refreshSavedGames } from './saved-game-commands.ts';
import { newGameId } from './seed-text.ts';

type FutureCommands = Pick<Commands, 'explainRound' | 'branchGame' | 'compareFutures'>;

/** What else could have become of the open game: one choice withdrawn, another way from some round on. */
export function createFutureCommands(context: CommandContext): FutureCommands {
  const { queue, dependencies } = context;

  /** Asks the worker for something that leaves the game as it is. */
  async function ask<T>(request: () => Promise<Outcome<T>>): Promise<T | null> {
    const { session } = context;
    const game = gameIn(context, 'deciding', 'finished', 'scored');
    const outcome = session && game && (await askWorker(context, session, request));
    if (outcome?.kind === 'ok') return outcome.value;
    if (game && outcome?.kind === 'refused') {
      notify(context, 'worker/failed', game.id, outcome.refusals.map(({ code }) => code).join(', '));
    }
    return null;
  }

  return {
    explainRound: (round, withdrawal) => queue(() => ask(() => dependencies.client.explainRound(round, withdrawal))),

    branchGame: (round) =>
      queue(async () => {
        const { session } = context;
        const game = gameIn(context, 'deciding', 'finished', 'scored');
        if (!session || !game || round < 0 || round >= session.log.decisions.length) return null;
        const { log } = session;
        const id = newGameId(dependencies.randomBytes);
        const branch: Omit<SavedGame, 'revision'> = {
          id,
          log: { ...log, decisions: log.decisions.slice(0, round), digests: log.digests.slice(0, round) },
          draft: log.decisions[round],
          // What was expected and why up to there belongs to both futures.
          predictions: game.notes.predictions.slice(0, round),
          reasons: game.notes.reasons.slice(0, round),
          branch: { parent: game.id, round },
          ...(game.seat ? { seat: { ...game.seat, handedIn: null } } : {}),
          savedAt: dependencies.now().toISOString(),
        };
        const written = await (await context.storage()).write(branch, null, 'strict');
        if (!written.ok) {
          notifyProblem(context, written, game.id);
          return null;
        }
        await refreshSavedGames(context);
        return id;
      }),

    compareFutures: () =>
      queue(async () => {
        const { session } = context;
        const open = gameIn(context, 'deciding', 'finished', 'scored');
        if (!session || !open) return null;
        const listed = await (await context.storage()).list();
        if (!listed.ok) notifyProblem(context, listed, open.id);
        const saved = listed.ok ? listed.value.flatMap((entry) => ('game' in entry ? [entry.game] : [])) : [];
        const others = saved.filter((game) => game.id !== open.id && isOnSameLuck(game.log, session.log));
        const now = dependencies.now().toISOString();
        const games: readonly FutureGame[] = [
          ...others,
          { id: open.id, log: session.log, savedAt: now, ...(open.branch ? { branch: open.branch } : {}) },
        ];
        const paths = await ask(() => dependencies.client.compareFutures(games.map(({ log }) => log)));
        if (!paths) return null;
        return games
          .flatMap((game, index): Future[] => {
            const path = paths[index];
            return path === null ? [] : [futureOf(game, path, open.id)];
          })
          .toSorted((a, b) => (a.branchedAt ?? -1) - (b.branchedAt ?? -1) || (a.savedAt < b.savedAt ? -1 : 1));
      }),
  };
}

function futureOf(game: FutureGame, path: FuturePath, openId: string): Future {
  return {
    id: game.id,
    parent: game.branch?.parent ?? null,
    branchedAt: game.branch?.round ?? null,
    savedAt: game.savedAt,
    isOpen: game.id === openId,
    rounds: game.log.rounds,
    decisions: game.log.decisions,
    path,
  };
}

type FutureGame = Pick<SavedGame, 'id' | 'log' | 'savedAt' | 'branch'>;

/** Whether two games meet the same customers with the same luck: then their figures differ by the decisions alone. */
function isOnSameLuck(one: RunLog, other: RunLog): boolean {
  return (
    one.seed === other.seed &&
    one.level === other.level &&
    one.engineVersion === other.engineVersion &&
    one.scenario.hash === other.scenario.hash &&
    one.rounds === other.rounds
  );
}
