import { describe, expect, it } from 'vitest';
import { findingText } from '../../src/features/debrief/finding-text.ts';
import { formatsOf } from '../../src/ui/format.ts';
import { habitsOf } from '../../src/worker/habits.ts';
import { findingsOf } from '../../src/worker/report/find-findings.ts';
import { FINDING_IDS, type Finding, type FindingId } from '../../src/worker/report/findings.ts';
import { revealGame } from '../../src/worker/reveal-game.ts';
import { finished, gameOfPolicy } from '../support/finished-game.ts';

const formats = formatsOf('en-US', 'USD');
const say = (id: FindingId, numbers: Finding['numbers'], names: Finding['names'] = {}) =>
  findingText({ id, numbers, names }, formats);

describe('findings in words', () => {
  it('say which way each figure went, and by how much', () => {
    const standing = { index: 94.2, firmValue: 4_700_000_00, shadow: 5_000_000_00, gap: -300_000_00, best: 6e8 };
    expect(say('result/below-shadow', { ...standing, gapToBest: -1e8 })).toBe(
      'You ended $300K behind the firm’s own autopilot: an index of 94.2.',
    );
    expect(
      say('result/cash-not-customers', { cash: 9e7, equity: 3e8, cashGap: 250_000_00, equityGap: -800_000_00 }),
    ).toBe(
      'You took cash and paid with customers: $250K more cash than the autopilot, and $800K less left in customers.',
    );
    expect(
      say('result/customers-not-cash', { cash: 9e7, equity: 3e8, cashGap: -250_000_00, equityGap: 800_000_00 }),
    ).toBe(
      'You gave up cash to build customers: $250K less cash than the autopilot, and $800K more left in customers.',
    );
    expect(say('reveal/over-estimated', { estimated: 6_600_000_00, true: 6_000_000_00, share: 0.1 })).toMatch(
      /worth \$6.6M\. They were worth \$6M: you thought 10% too much of them\.$/,
    );
    expect(say('reveal/under-estimated', { estimated: 5_400_000_00, true: 6_000_000_00, share: -0.1 })).toMatch(
      /you thought 10% too little of them\.$/,
    );
    expect(say('reveal/below-zero', { customers: 3_022, value: -423_000_00, share: 0.12 })).toBe(
      '3,022 customers, 12% of the living, were worth less than nothing: $423K below zero together.',
    );
    expect(say('reveal/below-zero', { customers: 1, value: -400_00, share: 0.0001 })).toMatch(
      /^One customer, 0% of the living, was worth less than nothing/,
    );
    expect(say('reveal/true-tiers-no-better', { cost: -20_000_00, firmValue: 5e8 })).toMatch(/worth \$20K less\.$/);
    expect(say('reveal/true-tiers-no-better', { cost: 2_000_00, firmValue: 5e8 })).toMatch(/worth hardly more\.$/);
  });

  it('name the decision', () => {
    const figures = { round: 2, value: 120_000_00, money: 40_000_00, perUnit: 4 };
    expect(say('choices/best', figures, { lever: 'retention', tier: 'gold' })).toBe(
      'Your best decision was Retention for Gold in quarter 3: $40K earned $120K beyond its cost.',
    );
    expect(say('choices/worst', { ...figures, value: -10_000_00 }, { lever: 'insight' })).toBe(
      'Your worst was Insight in quarter 3: $40K brought back $10K less than it cost.',
    );
    const margin = { perUnit: 3.4, money: 5e6, value: 12e6, standardError: 0.35 };
    expect(say('choices/last-dollar-best', margin, { lever: 'retention', tier: 'gold', kind: 'last' })).toBe(
      'Your last money worked hardest in Retention for Gold: each $1 there brought back $3.40, give or take $0.35.',
    );
    expect(say('choices/last-dollar-best', margin, { lever: 'service', tier: 'silver', kind: 'first' })).toMatch(
      /^The first money you could have spent would have worked hardest in Service for Silver: each \$1 there would have brought/,
    );
  });

  it('tell luck from skill', () => {
    const luck = { rank: 0.95, mean: 5e8, came: 5.2e8, luck: 2e7, low: 4.8e8, high: 5.3e8 };
    expect(say('luck/lucky', luck)).toMatch(/did worse in 95% of the other futures\. Luck is worth \$200K/);
    expect(say('luck/unlucky', { ...luck, rank: 0.05, luck: -2e7 })).toMatch(
      /did better in 95% of the other futures\. Luck cost you \$200K/,
    );
    const gap = { gap: -4e7, meanGap: -3.5e7, luck: -5e6, standardError: 1e6 };
    expect(say('luck/gap-is-skill', gap, { policy: 'near-oracle' })).toMatch(
      /^You ended \$400K behind “Best known plan”, and that is not luck: over other futures you are \$350K behind on average\.$/,
    );
  });

  it('have no hole for any finding', () => {
    const numbers = new Proxy({}, { has: () => true, get: () => 0.5 }) as Finding['numbers'];
    const names = { lever: 'service', tier: 'gold', policy: 'milk', kind: 'last' };
    const all = Object.fromEntries(
      [
        ...['index', 'gap', 'gapToBest', 'cashGap', 'equityGap', 'share', 'customers', 'value', 'gone', 'onFile'],
        ...['money', 'estimated', 'true', 'captured', 'capturable', 'misplaced', 'cost', 'round', 'perUnit', 'total'],
        ...['sum', 'interaction', 'rank', 'mean', 'came', 'luck', 'low', 'high', 'meanGap', 'away', 'spentBefore'],
        ...['spentLast', 'careBefore', 'careLast', 'rounds', 'bias', 'hits', 'standardError'],
      ].map((name) => [name, numbers[name]]),
    );
    for (const id of FINDING_IDS) expect(say(id, all, names), id).toMatch(/^[A-Z0-9“$][^{}]*[.]$/);
  });
});

describe('a game in words', () => {
  it.each<readonly [string, readonly RegExp[]]>([
    ['mass-acquisition', [/^Your money ignored who is worth what: \d+%/, /went to people who were not yet customers/]],
    ['best-only', [/^You put more on a few than even their value asks for/]],
    ['uniform', [/^Your money ignored who is worth what/, /^You played the last quarters as if the firm went on/]],
    ['milk', [/^On average you spent \d+% of what you could/]],
    ['customer-centric', [/^You knew well who was better than whom/, /^You played the last quarters as if the firm/]],
    ['near-oracle', [/^You played the last quarters as if the firm went on/]],
    ['random', [/^The best fifth of your customers held \d\d% of everything/]],
  ])('of %s', (policy, wanted) => {
    const game = gameOfPolicy(policy, 'in words');
    const found = findingsOf({ reveal: finished(revealGame(game)), habits: habitsOf(game, []) });
    const texts = found.map((finding) => findingText(finding, formats));
    for (const text of texts) expect(text).not.toMatch(/NaN|undefined|Infinity|[{}]/);
    for (const pattern of wanted) expect(texts.filter((text) => new RegExp(pattern).test(text))).toHaveLength(1);
  });
});
