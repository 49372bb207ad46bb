import type { Outcome } from '../worker/client.ts';
import type { BandPrediction } from '../worker/report/habits.ts';
import { askWorker } from './ask-worker.ts';
import { type CommandContext, gameIn, notify, type Session } from './command-context.ts';
import type { Commands } from './commands.ts';
import { EQUITY_BANDS, outcomeOf } from './selectors/prediction-score.ts';
import type { DebriefPart, DebriefState, GameState } from './state.ts';

type DebriefCommands = Pick<
  Commands,
  'revealGame' | 'valueChoices' | 'measureLuck' | 'cancelDebrief' | 'playOtherwise'
>;

type PartName = 'reveal' | 'choices' | 'luck';

/** What is told of a game that is over. Each part is worked out once, and kept as long as the game is open. */
export function createDebriefCommands(context: CommandContext): DebriefCommands {
  const { queue, dependencies, store } = context;

  function change(id: string, next: (debrief: DebriefState) => Partial<DebriefState>): void {
    store.setState(({ game }) =>
      game?.id === id ? { game: { ...game, debrief: { ...game.debrief, ...next(game.debrief) } } } : {},
    );
  }

  /** The game when it is over and the part neither there nor under way; marks it as under way. */
  function begin(part: PartName): { readonly game: GameState; readonly session: Session } | null {
    const game = gameIn(context, 'scored');
    const { session } = context;
    if (!game || !session || game.debrief[part].kind === 'ready' || game.debrief[part].kind === 'working') return null;
    change(game.id, () => ({ [part]: { kind: 'working', progress: 0 } }));
    return { game, session };
  }

  function end<T>(part: PartName, game: GameState, outcome: Outcome<T> | null): void {
    if (outcome?.kind === 'failed') notify(context, 'worker/failed', game.id, outcome.message);
    if (outcome?.kind === 'refused') {
      notify(context, 'worker/failed', game.id, outcome.refusals.map(({ code }) => code).join(', '));
    }
    const result: DebriefPart<T> =
      outcome?.kind === 'ok'
        ? { kind: 'ready', value: outcome.value }
        : { kind: 'stopped', why: outcome?.kind === 'cancelled' ? 'cancelled' : 'failed' };
    change(game.id, () => ({ [part]: result }));
  }

  /** Shows how far a part has come, unless it is over meanwhile. */
  function showPart(part: PartName, id: string): (progress: number) => void {
    return (progress) =>
      change(id, (debrief) => (debrief[part].kind === 'working' ? { [part]: { kind: 'working', progress } } : {}));
  }

  return {
    async revealGame() {
      const begun = begin('reveal');
      if (!begun) return;
      const { game, session } = begun;
      await queue(async () => {
        const bands = predictedBands(game);
        const isOpen = context.session === session;
        end('reveal', game, isOpen ? await askWorker(context, session, (client) => client.revealGame(bands)) : null);
      });
    },
    async valueChoices() {
      const begun = begin('choices');
      if (!begun) return;
      const { game, session } = begun;
      const outcome = await dependencies.debriefPool.valueChoices(session.log, showPart('choices', game.id), (cells) =>
        change(game.id, () => ({ cells })),
      );
      end('choices', game, outcome);
    },
    async measureLuck() {
      const begun = begin('luck');
      if (!begun) return;
      const { game, session } = begun;
      const outcome = await dependencies.debriefPool.measureLuck(session.log, showPart('luck', game.id), (futures) =>
        change(game.id, () => ({ futures })),
      );
      end('luck', game, outcome);
    },
    cancelDebrief: () => dependencies.debriefPool.cancel(),
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
