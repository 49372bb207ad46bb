import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  copyFirm,
  type Decision,
  type Firm,
  newRunLog,
  openFirm,
  playRound,
  trueFirmValue,
} from '../../src/engine/index.ts';
import type { Population } from '../../src/engine/population/columns.ts';
import { playPolicy } from '../../src/policies/play-policy.ts';
import { customerCentric } from '../../src/policies/value-based.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { resized } from '../../src/scenarios/resized.ts';
import { createEngineService } from '../../src/worker/engine-service.ts';
import type { Reply } from '../../src/worker/protocol.ts';
import { BENCHMARKS } from '../../src/worker/score-game.ts';
import { everywhere, noSpending } from '../support/decisions.ts';
import { smallHarbour } from '../support/small-harbour.ts';

/** Every number and every key in a message, however deep. */
function contentsOf(message: unknown, numbers = new Set<number>(), keys = new Set<string>()) {
  if (typeof message === 'number') numbers.add(message);
  else if (ArrayBuffer.isView(message)) for (const number of message as Float64Array) numbers.add(number);
  else if (typeof message === 'object' && message !== null) {
    for (const [key, inner] of Object.entries(message)) {
      keys.add(key);
      contentsOf(inner, numbers, keys);
    }
  }
  return { numbers, keys };
}

const LATENT_COLUMNS = [
  'truePurchaseRate',
  'trueDropoutRate',
  'trueOrderValue',
  'trueMargin',
  'trueContactRate',
  'trueResponse',
  'trueLifetimeLeft',
  'trueWalletShare',
  'trueSatisfaction',
] as const satisfies readonly (keyof Population)[];

/** Every latent value of a firm's customers that is told apart from an ordinary figure by its fraction. */
function latentsOf({ population }: Firm): Set<number> {
  const latents = new Set<number>();
  for (const name of LATENT_COLUMNS) {
    for (const value of population[name].subarray(0, population.count))
      if (!Number.isInteger(value * 1000)) latents.add(value);
  }
  return latents;
}

/**
 * The messages with files unpacked to numbers. Times of orders are left out: they have so many digits that some fall on a latent
 * value by chance. Those on record are compared with the record instead.
 */
function readable(replies: readonly Reply[], firm: Firm): unknown[] {
  return replies.map((reply) => {
    if (reply.kind === 'customersObserved') {
      const { lastOrder, ...customers } = reply.view.customers;
      const { observedLastOrder } = firm.population;
      if (reply.view.customers.round === 2) expect(lastOrder).toEqual(observedLastOrder.slice(0, lastOrder.length));
      expect(lastOrder.includes(MARK)).toBe(false);
      return { ...reply.view, customers };
    }
    if (reply.kind === 'customerTraced') {
      const { quarters } = reply.trace;
      return quarters.map((quarter) => ({ ...quarter, orders: quarter.orders.map(({ revenue }) => revenue) }));
    }
    if (reply.kind !== 'dataExported') return reply;
    const sheets = Object.entries(unzipSync(reply.file.bytes)).filter(([path]) => path.includes('sheet'));
    return sheets.map(([, bytes]) => [...strFromU8(bytes).matchAll(/<v>([^<]*)</g)].map(([, value]) => Number(value)));
  });
}

const MARK = Math.fround(0.123456789);

describe('the worker service', () => {
  it('lets no latent value out during play', { timeout: 180_000 }, async () => {
    const replies: Reply[] = [];
    const firms: Firm[] = [];
    const found: typeof openFirm = (scenario, seed, level, onRound) => {
      const opened = openFirm(scenario, seed, level, onRound);
      firms.push(opened.firm);
      for (const name of LATENT_COLUMNS) opened.firm.population[name].fill(MARK, 10, 20);
      return opened;
    };
    const serve = createEngineService((reply) => replies.push(reply), found);
    await serve({ kind: 'openGame', id: 1, log: newRunLog(harbour, 'leak') });
    for (let round = 0; round < 3; round++) {
      await serve({ kind: 'playRound', id: 2 + round, decision: everywhere(1_000_000, 2) });
    }
    expect(replies.filter(({ kind }) => kind === 'roundPlayed')).toHaveLength(3);
    const played = copyFirm(firms[0]);
    for (let round = 0; round < 3; round++) playRound(played, everywhere(1_000_000, 2));
    for (const round of [-1, 2]) await serve({ kind: 'observeCustomers', id: 10 + round, round });
    for (let row = 0; row < 30; row++) await serve({ kind: 'traceCustomer', id: 20 + row, row, round: 2 });
    const tables = ['snapshot', 'firm'] as const;
    await serve({ kind: 'exportData', id: 60, tables, format: 'xlsx', descriptions: {} });
    expect(replies.filter(({ kind }) => kind === 'failed')).toEqual([]);
    await serve({ kind: 'explainRound', id: 10, round: 2, withdrawal: 'nothing' });
    await serve({ kind: 'explainRound', id: 11, round: 1, withdrawal: 'as-before' });
    const decisions = Array.from({ length: 3 }, () => everywhere(1_000_000, 2));
    const digests = replies.flatMap((reply) => (reply.kind === 'roundPlayed' ? [reply.digest] : []));
    const log = { ...newRunLog(harbour, 'leak'), decisions, digests };
    await serve({ kind: 'compareFutures', id: 12, logs: [log] });
    expect(replies.slice(-3).map(({ kind }) => kind)).toEqual(['roundExplained', 'roundExplained', 'futuresCompared']);
    // What tells the truth is not answered before the last round.
    await serve({ kind: 'scoreGame', id: 70 });
    await serve({ kind: 'revealGame', id: 71, predictions: [] });
    await serve({ kind: 'playOtherwise', id: 72, round: 0, decision: everywhere(1_000_000) });
    for (const table of ['latents', 'latent_panel'] as const) {
      await serve({ kind: 'exportData', id: 73, tables: ['firm', table], format: 'csv', descriptions: {} });
    }
    expect(replies.slice(-5).map(({ kind }) => kind)).toEqual(Array(5).fill('failed'));

    const { numbers, keys } = contentsOf(readable(replies, played));
    expect(numbers.size).toBeGreaterThan(1000);
    const latents = new Set([...latentsOf(firms[0]), ...latentsOf(played)]);
    expect(latents.has(MARK)).toBe(true);
    expect(latents.size).toBeGreaterThan(100_000);
    expect([...numbers].filter((number) => latents.has(number))).toEqual([]);
    const { customerEquity } = trueFirmValue(firms[0]);
    expect(numbers.has(customerEquity)).toBe(false);
    expect([...keys].filter((key) => /true|latent|lambda|dropout|class/i.test(key))).toEqual([]);
    // The search itself finds a latent value that is planted in a message.
    expect(contentsOf([{ hidden: { deep: [MARK] } }]).numbers.has(MARK)).toBe(true);
  });

  it('plays a game to its score beside the policies on the same seed', async () => {
    const replies: Reply[] = [];
    const smaller: typeof openFirm = (scenario, ...rest) => openFirm(resized(scenario, 3_000), ...rest);
    const serve = createEngineService((reply) => replies.push(reply), smaller);
    await serve({ kind: 'openGame', id: 1, log: newRunLog(harbour, 'score') });
    const opened = smaller(harbour, 'score');
    const decisions: unknown[] = [];
    const firm = playPolicy(customerCentric, opened, (_, report) => decisions.push(report.decision));
    for (const [round, decision] of decisions.entries()) {
      await serve({ kind: 'playRound', id: 2 + round, decision: decision as never });
    }
    await serve({ kind: 'scoreGame', id: 20 });
    const scored = replies.find((reply) => reply.kind === 'gameScored');
    if (scored?.kind !== 'gameScored') throw new Error('not scored');
    const { score } = scored;
    expect(score.firmValue).toBe(trueFirmValue(firm).firmValue);
    expect(score.discountedCash + score.discountedClosingEquity).toBe(score.firmValue);
    expect(score.valueCreated).toBe(score.firmValue - score.openingEquity);
    expect(score.firmValueByRound).toHaveLength(harbour.rounds + 1);
    expect(score.firmValueByRound.at(-1)).toBe(score.firmValue);
    const own = score.benchmarks.find(({ policy }) => policy === 'customer-centric');
    expect(own?.firmValue).toBe(score.firmValue);
    expect(score.benchmarks.length).toBeGreaterThanOrEqual(4);
    expect(score.benchmarks.find(({ policy }) => policy === 'status-quo')?.index).toBe(100);
    expect(score.index).toBeGreaterThan(100);
    expect(score.benchmarks[0].policy).toBe('near-oracle');
    expect(score.equityByRound[0]).toBe(score.openingEquity);
    expect(score.discountedCashByRound.at(-1)).toBe(score.discountedCash);

    await serve({ kind: 'revealGame', id: 21, predictions: [{ predicted: 1, came: 1 }] });
    const revealed = replies.at(-1);
    if (revealed?.kind !== 'gameRevealed') throw new Error('not revealed');
    const { reveal, habits } = revealed.revelation;
    expect(reveal.totals.trueEquity).toBe(score.closingEquity);
    expect(reveal.customers.count).toBe(Math.min(20_000, reveal.customers.of));
    expect(habits.predictions).toMatchObject({ rounds: 1, hits: 1 });
    const changed = { ...(decisions[0] as Decision), insight: 0 } as Decision;
    await serve({ kind: 'playOtherwise', id: 22, round: 0, decision: changed });
    expect(replies.at(-1)).toMatchObject({ kind: 'playedOtherwise', counterfactual: { round: 0 } });
    const tables = ['latents', 'dictionary'] as const;
    await serve({ kind: 'exportData', id: 23, tables, format: 'csv', descriptions: { 'latents.true_value': 'truth' } });
    const exported = replies.at(-1);
    if (exported?.kind !== 'dataExported') throw new Error('not exported');
    const files = unzipSync(exported.file.bytes);
    const [header, ...rows] = strFromU8(files['latents.csv']).trim().split(/\r?\n/);
    const columns = header.replace('\uFEFF', '').split(',');
    expect(rows).toHaveLength(firm.population.count);
    const values = rows.map((row) => Number(row.split(',')[columns.indexOf('true_value')]));
    expect(Math.round(100 * values.reduce((sum, value) => sum + value, 0))).toBe(score.closingEquity);
    expect(strFromU8(files['dictionary.csv'])).toMatch(/latents,true_value,number,USD,truth/);
  });

  it('plays ahead for the truth after each round, and the benchmarks of a game paced by keys once the last key is known', {
    timeout: 120_000,
  }, async () => {
    const replies: Reply[] = [];
    const idle: (() => void)[] = [];
    const serve = createEngineService(
      (reply) => replies.push(reply),
      (_, ...rest) => openFirm(smallHarbour, ...rest),
      (work) => idle.push(work),
    );
    const workedWhenIdle = () => {
      let steps = 0;
      for (let work = idle.shift(); work; work = idle.shift(), steps++) work();
      return steps;
    };
    const rounds = 6;
    await serve({ kind: 'openGame', id: 0, log: { ...newRunLog(harbour, 'paced'), rounds, roundKeys: [] } });
    for (let round = 0; round < rounds; round++) {
      // At first there is nothing to do, then the round just played is played again for the truth.
      expect(workedWhenIdle()).toBe(1);
      await serve({ kind: 'playRound', id: 1 + round, decision: everywhere(10_00), roundKey: `KEY-${round}` });
      expect(replies.at(-1)?.kind).toBe('roundPlayed');
    }
    expect(workedWhenIdle()).toBe(rounds * BENCHMARKS.length + 1);
    await serve({ kind: 'scoreGame', id: 20 });
    expect(replies.at(-1)).toMatchObject({ kind: 'gameScored', score: { firmValueByRound: { length: rounds + 1 } } });
  });

  it('refuses a decision and an unknown or foreign log, and says that a digest differs', async () => {
    const replies: Reply[] = [];
    const serve = createEngineService((reply) => replies.push(reply));
    const log = newRunLog(harbour, 'refuse');
    const refusalOf = async (request: Parameters<typeof serve>[0]) => {
      await serve(request);
      const reply = replies.at(-1);
      return reply?.kind === 'refused' ? reply.refusals[0].code : reply?.kind;
    };
    expect(await refusalOf({ kind: 'openGame', id: 1, log: { ...log, scenario: { id: 'moon', hash: '' } } })).toBe(
      'run-log/unknown-scenario',
    );
    expect(await refusalOf({ kind: 'openGame', id: 2, log: { ...log, engineVersion: '0' } })).toBe(
      'run-log/other-engine-version',
    );
    const forged = { ...log, decisions: [noSpending], digests: ['0123456789abcdef'] };
    expect(await refusalOf({ kind: 'openGame', id: 3, log: forged })).toBe('run-log/differs');
    expect(await refusalOf({ kind: 'openGame', id: 4, log })).toBe('gameOpened');
    const overspent = everywhere(100_000_000);
    expect(await refusalOf({ kind: 'playRound', id: 5, decision: overspent })).toBe('decision/over-budget');
    expect(await refusalOf({ kind: 'scoreGame', id: 6 })).toBe('failed');
  });

  it('hears a cancel between the parts of long work', async () => {
    const replies: Reply[] = [];
    const serve = createEngineService((reply) => replies.push(reply));
    const played = openFirm(harbour, 'cancel');
    const log = newRunLog(harbour, 'cancel');
    const decisions: (typeof noSpending)[] = [];
    const digests: string[] = [];
    playPolicy(customerCentric, played, (firm, report) => {
      decisions.push(report.decision);
      digests.push(firm.digest);
    });
    const opening = serve({ kind: 'openGame', id: 1, log: { ...log, decisions, digests } });
    await serve({ kind: 'cancel', id: 1 });
    await opening;
    expect(replies.at(-1)).toEqual({ kind: 'cancelled', id: 1 });
  });
});
