import { checkClass } from '../classroom/class-settings.ts';
import { plainAlias } from '../classroom/plain-text.ts';
import type { Decision, RunLog, ScenarioFacts } from '../engine/index.ts';
import type { ClassSeat } from '../storage/class-seat.ts';
import { type Branch, NO_NOTES, type PlayerNotes } from '../storage/player-notes.ts';
import type { SaveStamp } from '../storage/saved-game.ts';
import type { OpenedGame } from '../worker/protocol.ts';
import { openInWorker } from './ask-worker.ts';
import type { Autosave } from './autosave.ts';
import {
  type CommandContext,
  notify,
  notifyProblem,
  refusalsOf,
  showProgress,
  withdrawNotices,
} from './command-context.ts';
import type { Commands } from './commands.ts';
import { logProblem, refusedLogNotice, replaysExactly } from './log-problem.ts';
import { prepareDebrief } from './prepare-debrief.ts';
import { EMPTY_DECISION, fitToBudget } from './presets.ts';
import { scoreOpenGame } from './round-commands.ts';
import { saveGame } from './save-game.ts';
import { refreshSavedGames } from './saved-game-commands.ts';
import { newGameId, newSeed } from './seed-text.ts';
import { type GameState, NO_DEBRIEF, type NoticeCode } from './state.ts';

type GameCommands = Pick<Commands, 'startGame' | 'joinClass' | 'continueGame' | 'closeGame'>;

/** Opening and leaving games. */
export function createGameCommands(context: CommandContext, autosave: Autosave): GameCommands {
  const { dependencies, queue, store } = context;

  async function leaveGame(): Promise<void> {
    await autosave.saveNow();
    dependencies.debriefPool.cancel();
    context.session = null;
    store.setState({ game: null });
  }

  /** Opens a new game and saves it; games begun before stay as they are. */
  async function begin(
    facts: ScenarioFacts,
    rules: Pick<RunLog, 'seed' | 'level' | 'rounds' | 'roundKeys'>,
    seat: ClassSeat | null,
  ): Promise<string | null> {
    await leaveGame();
    const id = newGameId(dependencies.randomBytes);
    const log: RunLog = {
      format: 'clientele/run',
      formatVersion: 1,
      engineVersion: dependencies.catalogue.engineVersion,
      scenario: { id: facts.id, hash: facts.hash },
      ...rules,
      decisions: [],
      digests: [],
    };
    const beginning = { notes: NO_NOTES, branch: null, seat };
    const game = await openLog(context, { id, log, facts, stored: null, draft: null, ...beginning });
    if (!game) return null;
    await saveGame(context, log, game.draft, 'strict');
    await refreshSavedGames(context);
    return id;
  }

  return {
    startGame: (options) =>
      queue(async () => {
        const facts = dependencies.catalogue.factsOf(options.scenarioId);
        if (!facts) {
          notify(context, 'save/unknown-scenario', null, options.scenarioId);
          return null;
        }
        return begin(
          facts,
          {
            seed: options.seed?.trim() || newSeed(dependencies.randomBytes),
            level: options.level ?? 'essentials',
            rounds: options.rounds ?? facts.rounds,
          },
          null,
        );
      }),

    joinClass: (settings, alias) =>
      queue(async () => {
        const facts = dependencies.catalogue.factsOf(settings.scenario.id);
        const name = plainAlias(alias);
        // What else can be wrong with a class is told before anyone joins.
        if (!facts || name === '' || !checkClass(settings, facts.hash).ok) {
          notify(context, 'save/unknown-scenario', null, settings.scenario.id);
          return null;
        }
        const { seed, level, rounds, roundKeys } = settings;
        const seat = { settings, alias: name, reflections: [], handedIn: null, debriefUnlocked: false };
        return begin(facts, { seed, level, rounds, ...(roundKeys ? { roundKeys: [] } : {}) }, seat);
      }),

    continueGame: (id) =>
      queue(async () => {
        const open = store.getState().game;
        if (open?.id === id && !open.behind && open.status !== 'opening') return true;
        await leaveGame();
        const storage = await context.storage();
        const read = await storage.read(id);
        if (!read.ok) {
          notifyProblem(context, read, id);
          return false;
        }
        if (!read.value) {
          // Its link is older than its deletion, or it was played in another browser.
          notify(context, 'save/not-found', id);
          return false;
        }
        withdrawNotices(context, id, ['storage/changed-elsewhere', 'worker/failed']);
        const {
          log,
          draft,
          revision,
          savedAt,
          predictions = [],
          reasons = [],
          branch = null,
          seat = null,
        } = read.value;
        const facts = dependencies.catalogue.factsOf(log.scenario.id);
        const problem = logProblem(dependencies.catalogue, log);
        if (problem || !facts) {
          notify(context, problem ?? 'save/unknown-scenario', id);
          return false;
        }
        const notes = { predictions, reasons };
        const stored = { revision, savedAt };
        const game = await openLog(context, { id, log, facts, stored, draft, notes, branch, seat });
        if (game?.status === 'scoring') await scoreOpenGame(context);
        return game !== null;
      }),

    closeGame() {
      const { game } = store.getState();
      const isWaiting =
        game?.status === 'opening' || game?.status === 'scoring' || game?.debrief.reveal.kind === 'waiting';
      if (isWaiting) dependencies.client.cancel();
      return queue(async () => {
        await leaveGame();
        await refreshSavedGames(context);
      });
    },
  };
}

type Opening = {
  readonly id: string;
  readonly log: RunLog;
  readonly facts: ScenarioFacts;
  readonly stored: SaveStamp | null;
  readonly draft: Decision | null;
  readonly notes: PlayerNotes;
  readonly branch: Branch | null;
  readonly seat: ClassSeat | null;
};

/** Replays a log in the worker and shows the game; null (and a notice) when it cannot be opened. */
async function openLog(context: CommandContext, opening: Opening): Promise<GameState | null> {
  const { id, log } = opening;
  const { store, dependencies } = context;
  store.setState({ game: gameBeingOpened(opening) });
  const outcome = await openInWorker(context, log, showProgress(context, id));
  if (outcome.kind === 'ok' && replaysExactly(log, outcome.value)) {
    const game = openedGame(opening, outcome.value);
    context.session = {
      id,
      log,
      stored: opening.stored,
      writing: null,
      unsaved: opening.stored === null,
      gesture: null,
    };
    context.foundProblems.delete(id);
    store.setState({ game });
    prepareDebrief(context, log);
    return game;
  }
  store.setState({ game: null });
  if (outcome.kind === 'failed') notify(context, 'worker/failed', id, outcome.message);
  if (outcome.kind === 'ok' || outcome.kind === 'refused') {
    const code: NoticeCode = outcome.kind === 'ok' ? 'save/does-not-replay' : refusedLogNotice(outcome.refusals);
    dependencies.client.forgetGame();
    context.foundProblems.set(id, code);
    notify(context, code, id);
    await refreshSavedGames(context);
  }
  return null;
}

function gameBeingOpened({ id, log, facts, notes, branch, seat }: Opening): GameState {
  return {
    id,
    scenario: facts,
    seed: log.seed,
    rounds: log.rounds,
    status: 'opening',
    progress: 0,
    history: [],
    reports: [],
    digests: [],
    budget: 0,
    draft: EMPTY_DECISION,
    undo: [],
    redo: [],
    refusals: [],
    score: null,
    debrief: NO_DEBRIEF,
    notes,
    branch,
    seat,
    roundKeys: log.roundKeys ?? null,
    saving: 'saved',
    behind: false,
  };
}

function openedGame(opening: Opening, opened: OpenedGame): GameState {
  const last = opened.reports.at(-1) ?? opened.history.at(-1);
  const budget = last?.nextBudget ?? 0;
  const firstDraft = last ? fitToBudget(last.decision, budget, opened.scenario.insightPrices) : EMPTY_DECISION;
  const game: GameState = {
    ...gameBeingOpened(opening),
    scenario: opened.scenario,
    status: opened.reports.length < opening.log.rounds ? 'deciding' : 'scoring',
    history: opened.history,
    reports: opened.reports,
    digests: opened.digests,
    budget,
    draft: opening.draft ?? firstDraft,
  };
  return game.status === 'deciding' ? { ...game, refusals: refusalsOf(game, game.draft) } : game;
}
