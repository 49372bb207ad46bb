import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { playCommand } from '../../src/cli/play.ts';
import { replayCommand } from '../../src/cli/replay.ts';
import { tournamentCommand } from '../../src/cli/tournament.ts';
import { thorough } from '../support/thorough.ts';

const folder = mkdtempSync(join(tmpdir(), 'clientele-cli-'));
const file = (name: string) => join(folder, name);
let printed: string[] = [];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    printed.push(text);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function jsonOf(command: typeof playCommand, ...args: readonly string[]) {
  const code = await command.run([...args, '--json']);
  return { code, ...JSON.parse(printed.splice(0).join('\n')) };
}

/** The example of the help text, from its first bracket to its last. */
function exampleOfHelp(): string {
  const { help } = playCommand;
  return help.slice(help.indexOf('\n['), help.indexOf('\n]') + 2);
}

describe('clientele play', () => {
  it('plays a policy, saves a log that replays, and plays the log’s decisions to the same digests', async () => {
    const log = file('run.json');
    const byPolicy = await jsonOf(
      playCommand,
      '--scenario',
      'harbour',
      '--seed',
      'cli',
      '--policy',
      'uniform',
      '--rounds',
      '3',
      '--save',
      log,
    );
    expect(byPolicy.code).toBe(0);
    expect(byPolicy).toMatchObject({ scenario: 'harbour', seed: 'cli', policy: 'uniform' });
    expect(byPolicy.rounds).toHaveLength(3);
    expect(byPolicy.rounds[2].round).toBe(2);
    expect(Object.keys(byPolicy.rounds[0].customers)).toEqual(['platinum', 'gold', 'silver', 'bronze', 'lapsed']);
    expect(byPolicy.final.digest).toBe(byPolicy.rounds[2].digest);
    const fromLog = await jsonOf(playCommand, '--scenario', 'harbour', '--seed', 'cli', '--decisions', log);
    expect(fromLog.rounds).toEqual(byPolicy.rounds);
    expect(fromLog.final).toEqual(byPolicy.final);

    expect(await replayCommand.run([log])).toBe(0);
    expect(printed.splice(0).join('\n')).toContain('verified: 3 rounds');
    const forged = JSON.parse(readFileSync(log, 'utf8'));
    forged.digests[1] = '0000000000000000';
    writeFileSync(file('forged.json'), JSON.stringify(forged));
    const replayed = await jsonOf(replayCommand, file('forged.json'));
    expect(replayed).toMatchObject({ code: 1, outcome: 'differs', rounds: 1 });
  });

  it('tells what the player sees, and answers about customers and choices when asked', async () => {
    const args = ['--scenario', 'harbour', '--seed', 'seen', '--policy', 'uniform', '--rounds', '1'];
    const played = await jsonOf(playCommand, ...args, '--customers', '--customer', '42', '--why', '1');
    expect(played.history).toHaveLength(8);
    expect(played.score).toBeNull();
    const [report] = played.reports;
    expect(report.income.cashFlow).toBe(played.rounds[0].cashFlow);
    expect(report.nextTiers.gold.customers).toBe(played.rounds[0].customers.gold);

    const { customers, customer, why, base } = played;
    for (const column of [...Object.values(customers), ...Object.values(customers.scores)]) {
      if (Array.isArray(column)) expect(column).toHaveLength(customers.count);
    }
    expect(customers.tier.filter((tier: number) => tier === 1)).toHaveLength(report.nextTiers.gold.customers);
    expect(base.concentration.revenue.topFifth).toBeGreaterThan(0.2);
    expect(base.retention.at(-1).cohort).toBe(0);
    expect(customer.row).toBe(41);
    expect(customer.quarters.at(-1).tier).toBe(customers.tier[41]);
    expect(why.map(({ withdrawal }: { withdrawal: string }) => withdrawal)).toEqual(['nothing', 'as-before']);
    expect(why[0].actual.newCustomers).toBe(
      report.newCustomers.paid + report.newCustomers.referred + report.newCustomers.organic,
    );
  });

  it.each([
    ['a question without a place for the answer', ['--why', '1'], /--why needs --json/],
    ['a quarter that is not played', ['--json', '--why', '2'], /from 1 to 1, not '2'/],
    ['a customer who is not there', ['--json', '--customer', '9999999'], /numbers end at \d+/],
  ])('refuses %s', (_, args, message) => {
    const game = ['--scenario', 'harbour', '--seed', 'seen', '--policy', 'uniform', '--rounds', '1'];
    expect(() => playCommand.run([...game, ...args])).toThrow(UsageError);
    expect(() => playCommand.run([...game, ...args])).toThrow(message);
  });

  it('plays the example of its own help', async () => {
    writeFileSync(file('example.json'), exampleOfHelp());
    const played = await jsonOf(
      playCommand,
      '--scenario',
      'harbour',
      '--seed',
      'help',
      '--decisions',
      file('example.json'),
    );
    expect(played.code).toBe(0);
    expect(played.rounds).toHaveLength(1);
  });

  it('sells level 3 in the full game only', async () => {
    const [decision] = JSON.parse(exampleOfHelp());
    writeFileSync(file('full.json'), JSON.stringify([{ ...decision, insight: 3 }]));
    const args = ['--scenario', 'harbour', '--seed', 'full', '--decisions', file('full.json')];
    expect(() => playCommand.run(args)).toThrow(/decision 1: decision\/unknown-insight/);
    expect((await jsonOf(playCommand, ...args, '--level', 'full')).code).toBe(0);
  });

  it.each([
    ['no scenario', ['--seed', 'a', '--policy', 'uniform'], /--scenario is missing/],
    [
      'an unknown scenario',
      ['--scenario', 'moon', '--seed', 'a', '--policy', 'uniform'],
      /no scenario 'moon'; there is: harbour/,
    ],
    [
      'an unknown policy',
      ['--scenario', 'harbour', '--seed', 'a', '--policy', 'luck'],
      /no policy 'luck'; there is: status-quo/,
    ],
    [
      'both a policy and decisions',
      ['--scenario', 'harbour', '--seed', 'a', '--policy', 'uniform', '--decisions', 'x'],
      /either/,
    ],
    [
      'a bad number',
      ['--scenario', 'harbour', '--seed', 'a', '--policy', 'uniform', '--rounds', '9'],
      /from 1 to 8, not '9'/,
    ],
    ['an unknown option', ['--scenari', 'harbour'], /scenari/],
    [
      'a file that is not there',
      ['--scenario', 'harbour', '--seed', 'a', '--decisions', 'nowhere.json'],
      /no such file/,
    ],
  ])('says in one line what is wrong: %s', (_, args, message) => {
    expect(() => playCommand.run(args)).toThrow(UsageError);
    expect(() => playCommand.run(args)).toThrow(message);
  });

  it('refuses a file that is not JSON, or holds no decisions', () => {
    writeFileSync(file('broken.json'), '[{');
    writeFileSync(file('other.json'), '{"hello": 1}');
    const play = (name: string) => playCommand.run(['--scenario', 'harbour', '--seed', 'a', '--decisions', file(name)]);
    expect(() => play('broken.json')).toThrow(/is not JSON/);
    expect(() => play('other.json')).toThrow(/neither an array of decisions nor a run log/);
  });
});

describe('clientele tournament', () => {
  it.runIf(thorough)('gives firm value by policy and seed, paired, and the index against the status quo', async () => {
    const result = await jsonOf(
      tournamentCommand,
      '--scenario',
      'harbour',
      '--seeds',
      '2',
      '--seed-base',
      'pair',
      '--policies',
      'status-quo,milk',
    );
    expect(result.seeds).toEqual(['pair-1', 'pair-2']);
    const [statusQuo, milk] = result.policies;
    expect(statusQuo.indices).toEqual([100, 100]);
    expect(milk.firmValues).toHaveLength(2);
    milk.indices.forEach((index: number, seed: number) => {
      expect(index).toBeCloseTo((100 * milk.firmValues[seed]) / statusQuo.firmValues[seed], 10);
    });
    const alone = await jsonOf(playCommand, '--scenario', 'harbour', '--seed', 'pair-2', '--policy', 'milk');
    expect(alone.final.firmValue).toBe(milk.firmValues[1]);
    // The final result that a player would see of the same game.
    expect(alone.score.firmValue).toBe(milk.firmValues[1]);
    expect(alone.score.index).toBeCloseTo(milk.indices[1], 10);
    expect(alone.score.benchmarks.find(({ policy }: { policy: string }) => policy === 'status-quo').firmValue).toBe(
      statusQuo.firmValues[1],
    );
  });
});
