import type { RunLog } from '../engine/index.ts';
import { askWorker } from './ask-worker.ts';
import {
  type CommandContext,
  gameIn,
  notify,
  refusalsOf,
  type Session,
  showProgress,
  updateGame,
} from './command-context.ts';
import type { Commands } from './commands.ts';
import { prepareDebrief } from './prepare-debrief.ts';
import { fitToBudget } from './presets.ts';
import { isConflict, markBehind, saveGame } from './save-game.ts';
import { refreshSavedGames } from './saved-game-commands.ts';
import { isRoundKeyDue } from './selectors/class-rules.ts';
import type { GameState } from './state.ts';

type RoundCommands = Pick<Commands, 'submitRound' | 'cancel' | 'scoreGame'>;

/** Playing a round and scoring the game. */
export function createRoundCommands(context: CommandContext): RoundCommands {
  const { dependencies, queue } = context;
  let submitting = false;

  async function submit(): Promise<boolean> {
    const { session } = context;
    const game = gameIn(context, 'deciding');
    if (!game || !session) return false;
    if (game.behind) {
      const read = await (await context.storage()).read(game.id);
      markBehind(context, game.id, read.ok && !read.value ? 'storage/gone' : 'storage/changed-elsewhere');
      return false;
    }
    // The draws of the round depend on its key.
    if (isRoundKeyDue(game)) return false;
    const refusals = refusalsOf(game, game.draft);
    if (refusals.length > 0) {
      updateGame(context, game.id, { refusals });
      return false;
    }
    session.gesture = null;
    updateGame(context, game.id, { status: 'running', progress: 0, refusals: [] });
    if (!(await playDraft(context, session, game))) {
      updateGame(context, game.id, { status: 'deciding', progress: 0 });
      return false;
    }
    await refreshSavedGames(context);
    if (gameIn(context, 'scoring')) await scoreOpenGame(context);
    return true;
  }

  return {
    async submitRound() {
      // A second press while the first is being played must not play the next round as well.
      if (submitting || !gameIn(context, 'deciding')) return false;
      submitting = true;
      try {
        return await queue(submit);
      } finally {
        submitting = false;
      }
    },
    cancel: () => dependencies.client.cancel(),
    scoreGame: () =>
      queue(async () => {
        const game = gameIn(context, 'finished');
        if (!game) return;
        updateGame(context, game.id, { status: 'scoring', progress: 0 });
        await scoreOpenGame(context);
      }),
  };
}

/** Plays the frozen draft and commits the round to the device and the state; false when it was not played. */
async function playDraft(context: CommandContext, session: Session, game: GameState): Promise<boolean> {
  const { dependencies } = context;
  const { draft } = game;
  // If the tab dies during the round, the decision is there when the game is opened again. It also shows, before
  // anything is played, whether another tab has moved on.
  const savedDraft = session.unsaved ? await saveGame(context, session.log, draft, 'relaxed') : null;
  if (savedDraft && isConflict(savedDraft)) return false;
  const outcome = await askWorker(context, session, (client) =>
    client.playRound(draft, showProgress(context, game.id), game.roundKeys?.[game.reports.length]),
  );
  if (outcome?.kind === 'refused') updateGame(context, game.id, { refusals: outcome.refusals });
  if (outcome?.kind !== 'ok') return false;

  const { report, digest } = outcome.value;
  const log: RunLog = {
    ...session.log,
    decisions: [...session.log.decisions, draft],
    digests: [...session.log.digests, digest],
  };
  const isOver = log.decisions.length >= log.rounds;
  const nextDraft = fitToBudget(draft, report.nextBudget, game.scenario.insightPrices);
  const saved = await saveGame(context, log, isOver ? null : nextDraft, 'strict');
  if (isConflict(saved)) {
    // Another tab has decided this round, or deleted the game: two futures of one game must not both count.
    dependencies.client.forgetGame();
    return false;
  }
  session.log = log;
  // Now there is something to lose.
  if (saved.ok && log.decisions.length === 1) void dependencies.askToLast();
  session.unsaved = !saved.ok;
  prepareDebrief(context, log);
  updateGame(context, game.id, {
    status: isOver ? 'scoring' : 'deciding',
    progress: 0,
    reports: [...game.reports, report],
    digests: log.digests,
    budget: report.nextBudget,
    draft: isOver ? draft : nextDraft,
    undo: [],
    redo: [],
    refusals: [],
  });
  return true;
}

/** Scores the open game, whose status is `scoring`; without a score it is `finished`. */
export async function scoreOpenGame(context: CommandContext): Promise<void> {
  const { session } = context;
  if (!session) return;
  const outcome = await askWorker(context, session, (client) => client.scoreGame(showProgress(context, session.id)));
  if (outcome?.kind === 'ok') {
    updateGame(context, session.id, { status: 'scored', progress: 1, score: outcome.value });
    return;
  }
  if (outcome?.kind === 'refused') {
    notify(context, 'worker/failed', session.id, outcome.refusals.map(({ code }) => code).join(', '));
  }
  updateGame(context, session.id, { status: 'finished', progress: 0 });
}
