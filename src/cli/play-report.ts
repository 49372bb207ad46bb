import {
  copyFirm,
  type Decision,
  type Firm,
  type ObservedCustomers,
  type OpenedFirm,
  observe,
  playRound,
  type RoundReport,
  type Scenario,
  trueFirmValue,
} from '../engine/index.ts';
import { type CustomerRecords, keepCustomerRecords } from '../worker/customer-records.ts';
import { traceCustomer } from '../worker/customer-trace.ts';
import { customerView } from '../worker/customer-view.ts';
import type { CustomerTrace, CustomerView, GameScore, RoundExplanation } from '../worker/protocol.ts';
import { playBenchmarks, scoreGame } from '../worker/score-game.ts';
import { explainRound } from '../worker/why-round.ts';
import { UsageError } from './command.ts';

/** What the screens of a game show, as figures: everything that their charts and tables are made of. */
export type PlayReport = {
  /** The quarters before the game and those played, as the player sees them. */
  readonly history: readonly RoundReport[];
  readonly reports: readonly RoundReport[];
  /** The final result; null when not every round was played. */
  readonly score: GameScore | null;
  /** The customer base after the last round played, as the customers' screen has it. */
  readonly base: Omit<CustomerView, 'customers' | 'scores'>;
};

type Columns<View> = { readonly [Name in keyof View]: View[Name] extends number ? number : readonly number[] };

/** Answers to what a screen is asked: made only when wanted. */
export type PlayAnswers = {
  /** Every customer after the last round played, one array a column. */
  readonly customers?: Columns<ObservedCustomers> & { readonly scores: Columns<CustomerView['scores']> };
  /** One customer's history. */
  readonly customer?: CustomerTrace;
  /** What each choice of a round did, against spending nothing and against the quarter before. */
  readonly why?: readonly RoundExplanation[];
};

export type Questions = {
  readonly customers: boolean;
  /** Number of a customer, from 1. */
  readonly customer: number | null;
  /** 0-based. */
  readonly whyRound: number | null;
};

/** Plays the decisions once more and takes down all that a player could see on the way. */
export function reportPlay(
  scenario: Scenario,
  open: (afterEach: (firm: Firm) => void) => OpenedFirm,
  decisions: readonly Decision[],
  questions: Questions,
): { readonly report: PlayReport; readonly answers: PlayAnswers } {
  const records = keepCustomerRecords();
  const opened = open(records.note);
  const firm = copyFirm(opened.firm);
  const path = [trueFirmValue(firm)];
  const reports = decisions.map((decision) => {
    const played = playRound(firm, decision);
    if (!played.ok) throw new Error(`a decision that was played is refused: ${played.refusals[0].code}`);
    records.note(firm);
    path.push(trueFirmValue(firm));
    return observe(firm);
  });
  const last = decisions.length - 1;
  const view = customerView(records, last);
  return {
    report: {
      history: opened.history,
      reports,
      score: decisions.length === scenario.rounds ? scoreGame(path, finished(playBenchmarks(opened))) : null,
      base: { concentration: view.concentration, retention: view.retention },
    },
    answers: {
      ...(questions.customers ? { customers: columnsOf(view) } : {}),
      ...(questions.customer === null ? {} : { customer: historyOf(firm, records, questions.customer) }),
      ...(questions.whyRound === null
        ? {}
        : {
            why: (['nothing', 'as-before'] as const).map((withdrawal) =>
              finished(explainRound(opened, decisions, questions.whyRound ?? 0, withdrawal)),
            ),
          }),
    },
  };
}

function historyOf(firm: Firm, records: CustomerRecords, number: number): CustomerTrace {
  const known = firm.population.count;
  if (number > known) throw new UsageError(`--customer ${number}: the customers' numbers end at ${known}`);
  return traceCustomer(firm, records, number - 1, firm.round - 1);
}

function columnsOf({ customers, scores }: CustomerView): NonNullable<PlayAnswers['customers']> {
  return { ...plain(customers), scores: plain(scores) };
}

/** Typed arrays as JSON writes arrays. */
function plain<View extends object>(view: View): Columns<View> {
  const columns = Object.entries(view).map(([name, column]) => [
    name,
    typeof column === 'number' ? column : Array.from(column as ArrayLike<number>),
  ]);
  return Object.fromEntries(columns) as Columns<View>;
}

/** Lets a generator run to its end. */
function finished<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
