import type { Outcome } from '../worker/client.ts';
import { askWorker } from './ask-worker.ts';
import type { CommandContext } from './command-context.ts';
import type { Commands } from './commands.ts';

type CustomerCommands = Pick<Commands, 'observeCustomers' | 'traceCustomer' | 'exportData'>;

/** Looking at the firm's records. Nothing is changed by it. */
export function createCustomerCommands(context: CommandContext): CustomerCommands {
  const { client } = context.dependencies;

  /** Asks the worker when it is free and holds the game; null when that, or the answer, fails. */
  function ask<T>(request: () => Promise<Outcome<T>>): Promise<T | null> {
    return context.queue(async () => {
      const { session } = context;
      const outcome = session && (await askWorker(context, session, request));
      return outcome?.kind === 'ok' ? outcome.value : null;
    });
  }

  return {
    observeCustomers: (round) => ask(() => client.observeCustomers(round)),
    traceCustomer: (row, round) => ask(() => client.traceCustomer(row, round)),
    exportData: (order, onProgress) => ask(() => client.exportData(order, onProgress)),
  };
}
