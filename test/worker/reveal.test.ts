import { describe, expect, it } from 'vitest';
import { exported } from '../../src/content/export.ts';
import {
  copyFirm,
  type Decision,
  LAPSED,
  playRound,
  rankByTruth,
  revealCustomers,
  TIERS,
  trueFirmValue,
} from '../../src/engine/index.ts';
import { inBackground } from '../../src/worker/background-work.ts';
import { moneyByCustomer } from '../../src/worker/care-received.ts';
import { playedRounds } from '../../src/worker/finished-game.ts';
import { glassBoxOf } from '../../src/worker/glass-box.ts';
import { latentTables } from '../../src/worker/latent-tables.ts';
import { playOtherwise } from '../../src/worker/play-otherwise.ts';
import { ARROW_IDS } from '../../src/worker/report/glass-box.ts';
import { revealGame } from '../../src/worker/reveal-game.ts';
import { readTruth } from '../../src/worker/truth-records.ts';
import { everywhere } from '../support/decisions.ts';
import { finished, gameOfPolicy } from '../support/finished-game.ts';

const game = gameOfPolicy('customer-centric', 'reveal');
const reveal = finished(revealGame(game));
const { quarters, reports } = playedRounds(game);
const end = game.truth.quarters[game.truth.quarters.length - 1];
const last = quarters[quarters.length - 1];
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('the reveal', () => {
  it("has the engine's truth for its totals", () => {
    const { customerEquity } = trueFirmValue(game.firm);
    const { totals, groups, customers } = reveal;
    expect(totals.trueEquity).toBe(customerEquity);
    expect(sum(groups.map(({ trueEquity }) => trueEquity))).toBe(customerEquity);
    expect(sum(customers.trueValue)).toBe(customerEquity);
    expect(totals.estimatedEquity).toBe(game.firm.estimatedEquity);
    expect(sum(groups.map(({ estimatedEquity }) => estimatedEquity))).toBe(game.firm.estimatedEquity);
    const { trueLifetimeLeft, count } = game.firm.population;
    expect(totals.alive).toBe(trueLifetimeLeft.subarray(0, count).filter((left) => left > 0).length);
    const report = reports[reports.length - 1];
    TIERS.forEach((tier, t) => {
      expect(groups[t].customers).toBe(report.nextTiers[tier].customers);
      expect(groups[t].alive + groups[t].gone).toBe(groups[t].customers);
      expect(sum(groups[t].byClass)).toBe(groups[t].alive);
    });
    expect(totals.onFile).toBe(sum(last.tier.map((tier) => Number(tier < LAPSED))));
    expect(totals.onFile + totals.lapsedAlive).toBe(customers.of);
    expect(totals.gone).toBe(sum(groups.map(({ gone }) => gone)));
    expect(totals.belowZero.customers).toBe(end.trueValue.filter((value) => value < 0).length);
    expect(sum(groups.map(({ amongBestFifth }) => amongBestFifth))).toBe(Math.round(totals.onFile / 5));
  });

  it('deals the tiers that customers deserve in the sizes of the tiers in force', () => {
    const { deserved, groups } = reveal;
    for (const [t, row] of deserved.entries()) {
      expect(sum(row.map(({ customers }) => customers))).toBe(groups[t].customers);
      expect(sum(deserved.map((believed) => believed[t].customers))).toBe(groups[t].customers);
      expect(sum(row.map(({ trueValue }) => trueValue))).toBe(groups[t].trueEquity);
    }
    // Tiers by true value hold more the better they are, head by head; those in force cannot beat the best of them.
    const mean = deserved.map((_, t) => sum(deserved.map((row) => row[t].trueValue)) / groups[t].customers);
    expect(mean).toEqual([...mean].sort((a, b) => b - a));
    expect(sum(deserved.map((row) => row[0].trueValue))).toBeGreaterThan(groups[0].trueEquity);
  });

  it('accounts for every cent of care and advertising', () => {
    const { care, costToWin } = moneyByCustomer(quarters, reports);
    const spent = (lever: 'acquisition' | 'retention' | 'service') =>
      sum(game.decisions.flatMap((decision) => TIERS.map((tier) => decision[lever][tier])));
    const given = spent('retention') + spent('service');
    expect(sum(care)).toBeCloseTo(given, 0);
    expect(sum(costToWin)).toBeCloseTo(spent('acquisition'), 0);
    const { rounds, total } = reveal.treatment;
    expect(Math.abs(total.money - given)).toBeLessThanOrEqual(rounds.length);
    for (const round of [...rounds, total]) {
      expect(sum(round.byTier.map(({ shareOfMoney }) => shareOfMoney))).toBeCloseTo(1, 9);
      expect(sum(round.byTier.map(({ shareOfTrueValue }) => shareOfTrueValue))).toBeCloseTo(1, 9);
      expect(round.toGone + round.toBelowZero).toBeLessThanOrEqual(round.misplaced + 2);
      expect(round.overServed.money).toBeLessThanOrEqual(round.misplaced + 1);
      expect(round.misplaced).toBeLessThan(round.money);
    }
  });

  it('finds what not knowing cost by playing with true tiers', () => {
    const firm = copyFirm(game.opened.firm);
    for (const decision of game.decisions) {
      rankByTruth(firm);
      firm.budget = Number.MAX_SAFE_INTEGER;
      playRound(firm, decision);
    }
    const { misclassification } = reveal;
    expect(misclassification.firmValueWithTrueTiers).toBe(trueFirmValue(firm).firmValue);
    expect(misclassification.cost).toBe(trueFirmValue(firm).firmValue - trueFirmValue(game.firm).firmValue);
    expect(misclassification.cost).toBeGreaterThan(0);
  });

  it('is the same when it was read round by round while the game was on', () => {
    const { opened, decisions } = game;
    const soFar: Decision[] = [];
    const reading = inBackground(readTruth(opened, soFar, decisions.length));
    for (const decision of decisions) {
      soFar.push(decision);
      expect(reading.step()).toBe(false);
    }
    expect(reading.step()).toBe(true);
    expect(reading.result()).toEqual(game.truth);
  });

  it('tells stories that are so', () => {
    const stories = new Map(reveal.stories.map((story) => [story.kind, story]));
    expect([...stories.keys()]).toEqual(['gem-lost', 'gem-fed', 'money-pit']);
    const lost = stories.get('gem-lost');
    expect(lost?.leftIn).not.toBeNull();
    expect(end.trueAlive[lost?.row ?? 0]).toBe(0);
    const fed = stories.get('gem-fed');
    expect(fed?.finalTrueValue).toBeGreaterThan(fed?.quarters[0].trueValue ?? Number.NaN);
    expect(last.tier[fed?.row ?? 0]).toBeLessThan(2);
    for (const { row, received, quarters: told, finalTrueValue } of reveal.stories) {
      expect(finalTrueValue).toBe(end.trueValue[row]);
      expect(received).toBe(sum(told.map((quarter) => quarter.received)));
      expect(told.at(-1)?.round).toBe(game.decisions.length - 1);
      for (const quarter of told)
        if (!quarter.alive) expect([quarter.trueValue, quarter.satisfaction]).toEqual([0, null]);
    }
  });
});

describe('the glass box', () => {
  const box = glassBoxOf(game);

  it('takes the change of true equity apart to the cent', () => {
    const { opening, acquired, lost, changed, closing } = box.equityBridge;
    expect(opening).toBe(trueFirmValue(game.opened.firm).customerEquity);
    expect(closing).toBe(trueFirmValue(game.firm).customerEquity);
    expect(opening + acquired + lost + changed).toBe(closing);
  });

  it('has a figure for every arrow, and its parameters', () => {
    expect(box.arrows.map(({ id }) => id)).toEqual(ARROW_IDS);
    for (const { value } of box.arrows) expect(Number.isFinite(value)).toBe(true);
    const arrow = (id: (typeof ARROW_IDS)[number]) => box.arrows.find((found) => found.id === id)?.value ?? Number.NaN;
    const { discountedCash, discountedEquity } = trueFirmValue(game.firm);
    expect([arrow('cash-firm-value'), arrow('equity-firm-value')]).toEqual([discountedCash, discountedEquity]);
    expect(arrow('retention-risk')).toBeLessThan(0);
    const left = sum(game.truth.risks.map((risk) => risk.left));
    expect(arrow('risk-leaving')).toBe(left / sum(game.truth.risks.map(({ living }) => living)));
    const parameters = new Map(box.parameters.map(({ path, value }) => [path, value]));
    expect(parameters.get('staying.angerBelow')).toBe(game.firm.scenario.staying.angerBelow);
    expect(parameters.get('classes.champions.purchaseRate')).toBe(game.firm.scenario.classes[0].purchaseRate);
    expect([...parameters.keys()].filter((path) => path.startsWith('legacyPolicy'))).toEqual([]);
  });
});

describe('another decision', () => {
  it('changes nothing when it is the one that was made', () => {
    const played = finished(playOtherwise(game, 3, game.decisions[3]));
    if (!played.ok) throw new Error('refused');
    expect(played.counterfactual).toMatchObject({ gain: 0, cut: [], decisions: game.decisions });
    expect(played.counterfactual.other).toEqual(played.counterfactual.own);
    expect(played.counterfactual.own.trueEquity.at(-1)).toBe(trueFirmValue(game.firm).customerEquity);
  });

  it('equals a plain replay of the decisions it says it played, and is refused what the rules forbid', () => {
    const nothing = everywhere(0);
    const played = finished(playOtherwise(game, 1, nothing));
    if (!played.ok) throw new Error('refused');
    const { counterfactual } = played;
    expect(counterfactual.decisions[1]).toEqual(nothing);
    const firm = copyFirm(game.opened.firm);
    for (const decision of counterfactual.decisions) expect(playRound(firm, decision).ok).toBe(true);
    expect(counterfactual.other.firmValue.at(-1)).toBe(trueFirmValue(firm).firmValue);
    expect(counterfactual.gain).toBe(trueFirmValue(firm).firmValue - trueFirmValue(game.firm).firmValue);
    expect(finished(playOtherwise(game, 1, everywhere(100_000_000)))).toMatchObject({
      ok: false,
      refusals: [{ code: 'decision/over-budget' }],
    });
    expect(() => finished(playOtherwise(game, 8, nothing))).toThrow(RangeError);
  });
});

describe('the truth to take along', () => {
  it('is in tables of which every column is described', () => {
    const tables = latentTables(game, 'USD');
    const described = Object.keys(exported.columns);
    for (const { name, columns, rows, expectedRows } of tables) {
      expect(described).toEqual(expect.arrayContaining(columns.map((column) => `${name}.${column.name}`)));
      const written = [...rows()];
      expect(written).toHaveLength(expectedRows);
      expect(written.every((row) => row.length === columns.length)).toBe(true);
    }
    const [latents, panel] = tables.map(({ columns, rows }) => {
      const at = (name: string) => columns.findIndex((column) => column.name.startsWith(name));
      return { at, rows: [...rows()] };
    });
    const { customerEquity } = trueFirmValue(game.firm);
    expect(sum(latents.rows.map((row) => Number(row[latents.at('true_value')])))).toBe(customerEquity);
    const lastQuarter = panel.rows.filter((row) => row[panel.at('quarter')] === game.decisions.length);
    expect(sum(lastQuarter.map((row) => Number(row[panel.at('true_value')])))).toBe(customerEquity);
    const left = latents.rows.filter((row) => row[latents.at('left_in')] !== null);
    expect(left).toHaveLength(sum(game.truth.risks.map((risk) => risk.left)));
  });
});

describe('true customers', () => {
  it('leave out nobody who is alive, and rank by truth without touching what is estimated', () => {
    const firm = copyFirm(game.opened.firm);
    const estimates = firm.population.estimatedValue.slice();
    const sizes = (tiers: Uint8Array) => TIERS.map((_, t) => tiers.filter((tier) => tier === t).length);
    const before = sizes(firm.population.tier);
    rankByTruth(firm);
    expect(firm.population.estimatedValue).toEqual(estimates);
    expect(sizes(firm.population.tier)).toEqual(before);
    const { trueValue } = revealCustomers(firm);
    const inTier = (t: number) => [...trueValue].filter((_, row) => firm.population.tier[row] === t);
    for (const t of [0, 1, 2]) expect(Math.min(...inTier(t))).toBeGreaterThanOrEqual(Math.max(...inTier(t + 1)));
  });
});
