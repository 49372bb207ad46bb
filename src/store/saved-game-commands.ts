import { classIdOf } from '../classroom/class-settings.ts';
import type { ListedGame } from '../storage/game-storage.ts';
import { readRunLogFile, runLogFileName, runLogFileText } from '../storage/run-log-file.ts';
import { type CommandContext, gameIn, notify, notifyProblem, updateGame, withdrawNotices } from './command-context.ts';
import type { Commands, ExportedFile } from './commands.ts';
import { logProblem } from './log-problem.ts';
import { saveGame } from './save-game.ts';
import { newGameId } from './seed-text.ts';
import type { SavedGameSummary } from './state.ts';

type SavedGameCommands = Pick<
  Commands,
  'loadSavedGames' | 'readGame' | 'saveAgain' | 'deleteGame' | 'exportGame' | 'importGame' | 'dismissNotice'
>;

/** The games on this device: list, delete, export, import. */
export function createSavedGameCommands(context: CommandContext): SavedGameCommands {
  const { store, queue, dependencies } = context;
  return {
    loadSavedGames: () => queue(() => refreshSavedGames(context)),

    saveAgain: () =>
      queue(async () => {
        const { session } = context;
        const game = gameIn(context, 'deciding', 'finished', 'scored');
        if (!game?.behind || !session) return;
        const read = await (await context.storage()).read(game.id);
        if (!read.ok || read.value) return;
        session.stored = null;
        updateGame(context, game.id, { behind: false });
        withdrawNotices(context, game.id, ['storage/gone']);
        await saveGame(context, session.log, game.status === 'deciding' ? game.draft : null, 'strict');
        await refreshSavedGames(context);
      }),

    deleteGame: (id) =>
      queue(async () => {
        const removed = await (await context.storage()).remove(id);
        if (!removed.ok) {
          notifyProblem(context, removed, id);
          return;
        }
        if (context.session?.id === id) {
          context.session = null;
          store.setState({ game: null });
        }
        context.foundProblems.delete(id);
        store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.gameId !== id) }));
        await refreshSavedGames(context);
      }),

    async readGame(id) {
      const read = await (await context.storage()).read(id);
      if (!read.ok || !read.value) return null;
      const { catalogue } = dependencies;
      const { log, reasons = [] } = read.value;
      const problem = logProblem(catalogue, log) ?? context.foundProblems.get(id) ?? null;
      if (!problem) return null;
      return {
        problem,
        scenarioId: log.scenario.id,
        currency: catalogue.factsOf(log.scenario.id)?.currency ?? 'USD',
        seed: log.seed,
        rounds: log.rounds,
        engineVersion: log.engineVersion,
        engineVersionHere: catalogue.engineVersion,
        decisions: log.decisions,
        reasons,
      };
    },

    // Only reads, so that it need not wait: a game must be exportable even when everything else is stuck.
    async exportGame(id): Promise<ExportedFile | null> {
      if (context.session?.id === id) return logFile(context.session.log);
      const storage = await context.storage();
      const read = await storage.read(id);
      if (read.ok && read.value) return logFile(read.value.log);
      const raw = await storage.readRaw(id);
      if (!raw.ok || raw.value === null) {
        notifyProblem(context, raw.ok ? { ok: false, code: 'storage/failed', detail: 'no such game' } : raw, id);
        return null;
      }
      return { fileName: `clientele-${id}.json`, text: rawText(raw.value) };
    },

    importGame: (text) =>
      queue(async () => {
        const log = readRunLogFile(text);
        if (!log.ok) {
          notifyProblem(context, log, null);
          return null;
        }
        const problem = logProblem(dependencies.catalogue, log.value);
        if (problem) {
          notify(context, problem, null);
          return null;
        }
        const id = newGameId(dependencies.randomBytes);
        const savedAt = dependencies.now().toISOString();
        const storage = await context.storage();
        const written = await storage.write({ id, log: log.value, draft: null, savedAt }, null, 'strict');
        if (!written.ok) {
          notifyProblem(context, written, null);
          return null;
        }
        await refreshSavedGames(context);
        return id;
      }),

    dismissNotice(key) {
      store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.key !== key) }));
    },
  };
}

/** Reads the list again. To be called from a task of the queue. */
export async function refreshSavedGames(context: CommandContext): Promise<void> {
  const listed = await (await context.storage()).list();
  if (!listed.ok) {
    notifyProblem(context, listed, null);
    context.store.setState({ savedGamesStatus: 'ready' });
    return;
  }
  const savedGames = listed.value
    .map((entry) => summaryOf(context, entry))
    .toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : a.savedAt > b.savedAt ? -1 : 0));
  context.store.setState({ savedGames, savedGamesStatus: 'ready' });
}

function summaryOf(context: CommandContext, entry: ListedGame): SavedGameSummary {
  if ('problem' in entry) {
    const unknown = {
      scenarioId: '',
      seed: '',
      roundsPlayed: 0,
      rounds: 0,
      branch: null,
      classroom: null,
      savedAt: '',
    };
    return { id: entry.id, ...unknown, problem: entry.problem.code };
  }
  const { id, log, savedAt, branch = null, seat } = entry.game;
  return {
    id,
    scenarioId: log.scenario.id,
    seed: log.seed,
    roundsPlayed: log.decisions.length,
    rounds: log.rounds,
    branch,
    classroom: seat
      ? {
          classId: classIdOf(seat.settings),
          title: seat.settings.title,
          alias: seat.alias,
          isHandedIn: seat.handedIn !== null,
        }
      : null,
    savedAt,
    problem: logProblem(context.dependencies.catalogue, log) ?? context.foundProblems.get(id) ?? null,
  };
}

function logFile(log: Parameters<typeof runLogFileText>[0]): ExportedFile {
  return { fileName: runLogFileName(log.scenario.id, log.seed), text: runLogFileText(log) };
}

/** A damaged save may hold anything, even what JSON cannot say. */
function rawText(raw: unknown): string {
  try {
    return `${JSON.stringify(raw, null, 2)}\n`;
  } catch {
    return String(raw);
  }
}
