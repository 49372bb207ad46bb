import type { Outcome } from '../worker/client.ts';
import { type CommandContext, notify, type Session } from './command-context.ts';
import type { Commands } from './commands.ts';
import { ensureWorkerHoldsGame } from './round-commands.ts';

type CustomerCommands = Pick<Commands, 'observeCustomers' | 'traceCustomer' | 'exportData'>;

/** Looking at the firm's records. Nothing is changed by it. */
export function createCustomerCommands(context: CommandContext): CustomerCommands {
  const { client } = context.dependencies;

  /** Asks the worker when it is free and holds the game; null when that, or the answer, fails. */
  function ask<T>(request: () => Promise<Outcome<T>>): Promise<T | null> {
    return context.queue(async () => {
      const { session } = context;
      if (!session || !(await ensureWorkerHoldsGame(context, session.log))) return null;
      return answerOf(session, await request());
    });
  }

  function answerOf<T>(session: Session, outcome: Outcome<T>): T | null {
    if (outcome.kind === 'ok') return outcome.value;
    if (outcome.kind === 'failed') notify(context, 'worker/failed', session.id, outcome.message);
    return null;
  }

  return {
    observeCustomers: (round) => ask(() => client.observeCustomers(round)),
    traceCustomer: (row, round) => ask(() => client.traceCustomer(row, round)),
    exportData: (order, onProgress) => ask(() => client.exportData(order, onProgress)),
  };
}
