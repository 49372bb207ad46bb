import type { Outcome } from '../worker/client.ts';
import type { BandPrediction } from '../worker/report/habits.ts';
import { askWorker } from './ask-worker.ts';
import { type CommandContext, gameIn, notify, type Session } from './command-context.ts';
import type { Commands, PooledPart } from './commands.ts';
import { EQUITY_BANDS, outcomeOf } from './selectors/prediction-score.ts';
import { createSerialQueue } from './serial-queue.ts';
import type { DebriefPart, DebriefState, GameState } from './state.ts';

type DebriefCommands = Pick<
  Commands,
  'revealGame' | 'valueChoices' | 'measureLuck' | 'cancelDebrief' | 'playOtherwise'
>;

type PartName = 'reveal' | PooledPart;

/** What a game is that is over. */
const OVER = ['scoring', 'scored', 'finished'] as const;

/** A game that is over, as long as it is open. */
type Told = { readonly game: GameState; readonly session: Session };

/** What is told of a game that is over. Each part is worked out once, and kept as long as the game is open. */
export function createDebriefCommands(context: CommandContext): DebriefCommands {
  const { queue, dependencies, store } = context;
  // The pool gives up all that it has been asked for at once: asked for one part at a time, it gives up that part alone.
  const line = createSerialQueue();
  let inPool: PooledPart | null = null;

  function partOf(part: PartName): DebriefPart<unknown>['kind'] | null {
    return store.getState().game?.debrief[part].kind ?? null;
  }

  /** Changes what is told, unless the game has been left meanwhile (even if it has been opened again since). */
  function change(session: Session, next: Partial<DebriefState>): void {
    if (context.session !== session) return;
    store.setState(({ game }) =>
      game?.id === session.id ? { game: { ...game, debrief: { ...game.debrief, ...next } } } : {},
    );
  }

  /** The game when it is over and the part neither there nor under way; marks it as coming. */
  function begin(part: PartName): Told | null {
    const game = gameIn(context, ...OVER);
    const { session } = context;
    if (!game || !session || !['idle', 'stopped'].includes(game.debrief[part].kind)) return null;
    change(session, { [part]: { kind: 'waiting' } });
    return { game, session };
  }

  function end<T>(part: PartName, { game, session }: Told, outcome: Outcome<T> | null): void {
    if (outcome?.kind === 'refused') {
      notify(context, 'worker/failed', game.id, outcome.refusals.map(({ code }) => code).join(', '));
    }
    const result: DebriefPart<T> =
      outcome?.kind === 'ok'
        ? { kind: 'ready', value: outcome.value }
        : { kind: 'stopped', why: outcome?.kind === 'cancelled' ? 'cancelled' : 'failed' };
    change(session, { [part]: result });
  }

  /**
   * Asks the pool for a part when those asked for before are done, and the engine's own worker with what it has been asked: what is read first
   * comes first, and on two cores they would only take them from each other and from the page. Not if it has been given up by then.
   */
  async function workOut<T>(
    part: PooledPart,
    ask: (told: Told, onProgress: (progress: number) => void) => Promise<Outcome<T>>,
  ): Promise<void> {
    const told = begin(part);
    if (!told) return;
    await line(async () => {
      await queue(async () => {});
      if (context.session !== told.session || partOf(part) !== 'waiting') return;
      const showProgress = (progress: number) => change(told.session, { [part]: { kind: 'working', progress } });
      showProgress(0);
      inPool = part;
      const outcome = await ask(told, (progress) => {
        if (partOf(part) === 'working') showProgress(progress);
      });
      inPool = null;
      if (outcome.kind === 'failed') notify(context, 'worker/failed', told.game.id, outcome.message);
      end(part, told, outcome);
    });
  }

  return {
    async revealGame() {
      const told = begin('reveal');
      if (!told) return;
      const { game, session } = told;
      await queue(async () => {
        const bands = predictedBands(game);
        const isOpen = context.session === session;
        end('reveal', told, isOpen ? await askWorker(context, session, (client) => client.revealGame(bands)) : null);
      });
    },
    valueChoices: () =>
      workOut('choices', ({ session }, onProgress) =>
        dependencies.debriefPool.valueChoices(session.log, onProgress, (cells) => change(session, { cells })),
      ),
    measureLuck: () =>
      workOut('luck', ({ session }, onProgress) =>
        dependencies.debriefPool.measureLuck(session.log, onProgress, (futures) => change(session, { futures })),
      ),
    cancelDebrief(part) {
      const { session } = context;
      if (inPool === part) dependencies.debriefPool.cancel();
      else if (session && partOf(part) === 'waiting')
        change(session, { [part]: { kind: 'stopped', why: 'cancelled' } });
    },
    playOtherwise: (round, decision) =>
      queue(async () => {
        const { session } = context;
        const game = gameIn(context, 'scored');
        if (!session || !game) return null;
        const outcome = await askWorker(context, session, (client) => client.playOtherwise(round, decision));
        if (outcome?.kind === 'refused') return { kind: 'refused', refusals: outcome.refusals };
        return outcome?.kind === 'ok' ? { kind: 'played', counterfactual: outcome.value } : null;
      }),
  };
}

/** What was said of customer equity, and what came, as bands counted from the middle one. */
function predictedBands({ notes, reports }: GameState): readonly BandPrediction[] {
  const middle = EQUITY_BANDS.indexOf('level');
  return reports.flatMap((report) => {
    const predicted = notes.predictions[report.round]?.equity;
    if (!predicted) return [];
    const came = outcomeOf(report).band;
    return [{ predicted: EQUITY_BANDS.indexOf(predicted) - middle, came: EQUITY_BANDS.indexOf(came) - middle }];
  });
}
