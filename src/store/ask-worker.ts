import type { RunLog } from '../engine/index.ts';
import type { EngineClient, OnProgress, Outcome } from '../worker/client.ts';
import { type CommandContext, notify, type Session, showProgress } from './command-context.ts';
import { refusedLogNotice, replaysExactly } from './log-problem.ts';

/**
 * Asks the worker for something of the open game. A worker that has died is replaced, the game replayed in the new one from its log, and
 * the question asked once more; a notice says so. What cannot be mended leaves a notice.
 *
 * @returns null when the worker could not be brought to hold the game
 */
export async function askWorker<T>(
  context: CommandContext,
  session: Session,
  request: (client: EngineClient) => Promise<Outcome<T>>,
): Promise<Outcome<T> | null> {
  const { client } = context.dependencies;
  if (!(await ensureWorkerHoldsGame(context, session.log))) return null;
  let outcome = await request(client);
  if (outcome.kind === 'failed' && outcome.died) {
    const death = outcome.message;
    if (!(await ensureWorkerHoldsGame(context, session.log))) return null;
    outcome = await request(client);
    if (outcome.kind !== 'failed') notify(context, 'worker/restarted', session.id, death);
  }
  if (outcome.kind === 'failed') notify(context, 'worker/failed', session.id, outcome.message);
  return outcome;
}

/** Opens a game in the worker; once more in a fresh one when the first died of something. */
export async function openInWorker(
  { dependencies: { client } }: CommandContext,
  log: RunLog,
  onProgress: OnProgress,
): ReturnType<EngineClient['openGame']> {
  const outcome = await client.openGame(log, onProgress);
  return outcome.kind === 'failed' && outcome.died ? client.openGame(log, onProgress) : outcome;
}

/** After the worker died or gave up a round, the log is replayed in a fresh one before playing on. */
export async function ensureWorkerHoldsGame(context: CommandContext, log: RunLog): Promise<boolean> {
  const { client } = context.dependencies;
  const { session } = context;
  if (!session) return false;
  if (client.holdsGame()) return true;
  const outcome = await openInWorker(context, log, showProgress(context, session.id));
  if (outcome.kind === 'ok' && replaysExactly(log, outcome.value)) return true;
  if (outcome.kind === 'ok') {
    client.forgetGame();
    notify(context, 'save/does-not-replay', session.id);
  }
  if (outcome.kind === 'refused') notify(context, refusedLogNotice(outcome.refusals), session.id);
  if (outcome.kind === 'failed') notify(context, 'worker/failed', session.id, outcome.message);
  return false;
}
