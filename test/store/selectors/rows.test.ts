import { describe, expect, test } from 'vitest';
import { BRIDGE_STEPS, byTier, FLOW_ENDS, LEVERS, TIERS } from '../../../src/engine/index.ts';
import { cellEvidence } from '../../../src/store/selectors/cell-evidence.ts';
import { cellHistoryRows, decisionHistoryRows } from '../../../src/store/selectors/decision-history.ts';
import {
  budgetLeft,
  customersToTreat,
  decisionSpending,
  latestReport,
  leverTotal,
  previousReport,
  tierTotal,
} from '../../../src/store/selectors/desk.ts';
import { equityBridgeRows, tierBridgeRows } from '../../../src/store/selectors/equity-bridge.ts';
import { equityPathRows } from '../../../src/store/selectors/equity-path.ts';
import { flowLinks, flowRows } from '../../../src/store/selectors/flow-rows.ts';
import { incomeRows } from '../../../src/store/selectors/income-rows.ts';
import { newCustomerRows } from '../../../src/store/selectors/new-customer-rows.ts';
import { tierFactsRows, tierResultRows } from '../../../src/store/selectors/tier-results.ts';
import { fixtureDecision, fixtureGame, fixtureReport } from '../../support/fixture-reports.ts';

const history = [fixtureReport(-2), fixtureReport(-1)];
const reports = [fixtureReport(0), fixtureReport(1, { decision: { ...fixtureDecision, insight: 1 } })];
const report = reports[1];

describe('the equity bridge', () => {
  test('each bar begins where the last one ended, from opening to closing, to the cent', () => {
    const rows = equityBridgeRows(report);
    expect(rows.map(({ step }) => step)).toEqual(['opening', ...BRIDGE_STEPS, 'closing']);
    expect(rows[0]).toMatchObject({ kind: 'total', start: 0, end: report.equity.opening });
    for (let i = 1; i < rows.length - 1; i++) {
      expect(rows[i]).toMatchObject({ kind: 'change', start: rows[i - 1].end, end: rows[i].start + rows[i].amount });
    }
    expect(rows.at(-2)?.end).toBe(report.equity.closing);
    expect(rows.at(-1)).toMatchObject({ kind: 'total', start: 0, end: report.equity.closing });
  });

  test('by tier, the columns sum to the whole bridge', () => {
    const rows = tierBridgeRows(report);
    for (const step of BRIDGE_STEPS) expect(rows.reduce((sum, row) => sum + row[step], 0)).toBe(report.equity[step]);
    expect(rows.reduce((sum, row) => sum + row.change, 0)).toBe(report.equity.closing - report.equity.opening);
  });
});

test('the equity path runs through the warm-up into the rounds played', () => {
  const rows = equityPathRows(history, reports);
  expect(rows.map(({ round, played }) => [round, played])).toEqual([
    [-2, false],
    [-1, false],
    [0, true],
    [1, true],
  ]);
  expect(rows[3]).toMatchObject({
    customerEquity: report.equity.closing,
    estimatedFirmValue: report.equity.estimatedFirmValue,
    cashFlow: report.income.cashFlow,
  });
});

describe('the income statement', () => {
  test('adds up from line to line, to the cent', () => {
    const rows = incomeRows(report, reports[0]);
    const amount = Object.fromEntries(rows.map((row) => [row.line, row.amount]));
    const before = rows.slice(
      0,
      rows.findIndex(({ kind }) => kind === 'subtotal'),
    );
    expect(before.reduce((sum, row) => sum + row.amount, 0)).toBe(amount.contribution);
    const after = rows.slice(
      rows.findIndex(({ kind }) => kind === 'subtotal'),
      -1,
    );
    expect(after.reduce((sum, row) => sum + row.amount, 0)).toBe(amount.cashFlow);
    expect(amount.cashFlow).toBe(report.income.cashFlow);
    expect(rows[0]).toMatchObject({
      previous: reports[0].income.revenue,
      change: report.income.revenue - reports[0].income.revenue,
    });
  });

  test('a cost of nothing is 0, not minus 0; without a quarter before there is no change', () => {
    const rows = incomeRows({ ...report, income: { ...report.income, insight: 0 } }, null);
    expect(Object.is(rows.find(({ line }) => line === 'insight')?.amount, 0)).toBe(true);
    expect(rows.every(({ previous, change }) => previous === null && change === null)).toBe(true);
  });
});

describe('tables by tier', () => {
  test('results carry what the decision spent on each tier', () => {
    const rows = tierResultRows(report);
    expect(rows.map(({ tier }) => tier)).toEqual(TIERS);
    for (const row of rows) {
      expect(row.spend).toBe(row.acquisition + row.retention + row.service);
      expect(row.activeShare).toBeCloseTo(row.activeCustomers / row.customers, 12);
    }
    const empty = { ...report, tiers: byTier((tier) => ({ ...report.tiers[tier], customers: 0, activeCustomers: 0 })) };
    expect(tierResultRows(empty)[0].activeShare).toBeNull();
  });

  test('facts carry the change from the quarter before, if there is one', () => {
    const [platinum] = tierFactsRows(report, reports[0]);
    expect(platinum.customersChange).toBe(
      report.nextTiers.platinum.customers - reports[0].nextTiers.platinum.customers,
    );
    expect(platinum.trailingRevenueChange).not.toBeNull();
    expect(tierFactsRows(report, null)[0].estimatedEquityChange).toBeNull();
  });
});

test('newcomers by source sum to all of them, shares to 1', () => {
  const rows = newCustomerRows(report);
  const { paid, referred, organic } = report.newCustomers;
  expect(rows.reduce((sum, row) => sum + row.customers, 0)).toBe(paid + referred + organic);
  expect(rows.reduce((sum, row) => sum + (row.share ?? 0), 0)).toBeCloseTo(1, 12);
  const none = {
    ...report,
    newCustomers: { ...report.newCustomers, paid: 0, referred: 0, organic: 0 },
    tiers: byTier((tier) => ({ ...report.tiers[tier], newCustomers: 0, costPerNewCustomer: null })),
  };
  expect(newCustomerRows(none).every(({ share }) => share === null)).toBe(true);
});

describe('flows between tiers', () => {
  test('each row sums to its total, and every link has its direction', () => {
    for (const row of flowRows(report)) expect(FLOW_ENDS.reduce((sum, to) => sum + row[to], 0)).toBe(row.total);
    const none = Object.fromEntries(FLOW_ENDS.map((to) => [to, 0])) as (typeof report.flows)['gold'];
    const flows = {
      platinum: { ...none, platinum: 5, bronze: 1 },
      gold: { ...none, platinum: 2, lapsed: 3 },
      silver: none,
      bronze: none,
      lapsed: { ...none, silver: 4, lapsed: 6 },
      new: { ...none, bronze: 7 },
    };
    expect(flowLinks({ ...report, flows })).toEqual([
      { from: 'platinum', to: 'platinum', customers: 5, movement: 'stayed' },
      { from: 'platinum', to: 'bronze', customers: 1, movement: 'demoted' },
      { from: 'gold', to: 'platinum', customers: 2, movement: 'promoted' },
      { from: 'gold', to: 'lapsed', customers: 3, movement: 'lapsed' },
      { from: 'lapsed', to: 'silver', customers: 4, movement: 'returned' },
      { from: 'lapsed', to: 'lapsed', customers: 6, movement: 'away' },
      { from: 'new', to: 'bronze', customers: 7, movement: 'arrived' },
    ]);
  });
});

describe('decisions', () => {
  test('by quarter: levers and insight sum to the spending, and what is left is the rest of the budget', () => {
    for (const row of decisionHistoryRows(history, reports)) {
      expect(row.acquisition + row.retention + row.service + row.insightCost).toBe(row.spending);
      expect(row.spending + row.unspent).toBe(row.budget);
    }
  });

  test('cell by cell: one row an amount, per customer of the tier', () => {
    const rows = cellHistoryRows(history, reports);
    expect(rows).toHaveLength(4 * LEVERS.length * TIERS.length);
    const row = rows.find(({ round, lever, tier }) => round === 1 && lever === 'service' && tier === 'gold');
    expect(row).toMatchObject({ cents: 1_600_000, centsPerCustomer: 1_600_000 / report.tiers.gold.customers });
  });

  test.each([
    ['acquisition', 'newCustomers'],
    ['retention', 'estimatedCustomersSaved'],
    ['service', 'serviceQuality'],
  ] as const)('the evidence of %s is what the firm saw', (lever, outcome) => {
    const points = cellEvidence(history, reports, lever, 'silver');
    expect(points).toHaveLength(4);
    expect(points[3]).toMatchObject({
      round: 1,
      cents: fixtureDecision[lever].silver,
      outcome: report.tiers.silver[outcome],
    });
  });
});

describe('the desk', () => {
  test('looks at the latest report, in the warm-up before the first round', () => {
    expect(latestReport({ history, reports: [] })).toBe(history[1]);
    expect(previousReport({ history, reports: reports.slice(0, 1) })).toBe(history[1]);
    expect(latestReport({ history: [], reports: [] })).toBeNull();
    expect(customersToTreat({ history, reports }).gold).toBe(report.nextTiers.gold.customers);
    expect(customersToTreat({ history: [], reports: [] })).toEqual(byTier(() => 0));
  });

  test('totals by lever and by tier are the same money, and with the insight’s price the spending', () => {
    const decision = { ...fixtureDecision, insight: 2 as const };
    const byLever = LEVERS.reduce((sum, lever) => sum + leverTotal(decision, lever), 0);
    expect(TIERS.reduce((sum, tier) => sum + tierTotal(decision, tier), 0)).toBe(byLever);
    expect(decisionSpending(decision, [0, 500, 700])).toBe(byLever + 700);
    const game = fixtureGame(1, { budget: byLever - 1, draft: fixtureDecision });
    expect(budgetLeft(game)).toBe(-1);
  });
});
