import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newRunLog, type RunLog } from '../../src/engine/index.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import type { CommandContext } from '../../src/store/command-context.ts';
import { prepareDebrief } from '../../src/store/prepare-debrief.ts';

const before = { ...newRunLog(harbour, 'prepared'), decisions: new Array(harbour.rounds - 1).fill({}) } as RunLog;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function contextOf(log: RunLog) {
  const prepared: RunLog[] = [];
  const debriefPool = { prepare: async (given: RunLog) => void prepared.push(given) };
  return { prepared, context: { session: { log }, dependencies: { debriefPool } } as unknown as CommandContext };
}

it('the debrief is prepared once the last round has been thought over for a while', () => {
  const { prepared, context } = contextOf(before);
  prepareDebrief(context, before);
  expect(prepared).toEqual([]);
  vi.runAllTimers();
  expect(prepared).toEqual([before]);
});

it('not when the last round was played, or the game left, before that; and before no other round', () => {
  const { prepared, context } = contextOf(before);
  prepareDebrief(context, { ...before, decisions: before.decisions.slice(1) });
  prepareDebrief(context, before);
  const played = { ...before, decisions: [...before.decisions, before.decisions[0]] };
  (context as { session: unknown }).session = { log: played };
  prepareDebrief(context, played);
  vi.runAllTimers();
  (context as { session: unknown }).session = { log: before };
  prepareDebrief(context, before);
  (context as { session: unknown }).session = null;
  vi.runAllTimers();
  expect(prepared).toEqual([]);
});
