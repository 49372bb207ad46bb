import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Firm,
  LAPSED,
  NEWCOMER,
  type ObservedCustomers,
  observe,
  observeCustomers,
  openFirm,
  orderReader,
  playRound,
  type RoundReport,
  TIERS,
} from '../../../src/engine/index.ts';
import { everywhere } from '../../support/decisions.ts';
import { smallHarbour } from '../../support/small-harbour.ts';

const quarters: ObservedCustomers[] = [];
const reports: RoundReport[] = [];
let firm: Firm;

beforeAll(() => {
  const note = (current: Firm) => {
    quarters.push(observeCustomers(current, quarters));
    reports.push(observe(current));
  };
  firm = openFirm(smallHarbour, 'records', 'essentials', note).firm;
  for (let round = 0; round < 6; round++) {
    expect(playRound(firm, everywhere(80_000, 2)).ok).toBe(true);
    note(firm);
  }
});

const sumOver = (column: ArrayLike<number>, holds: (row: number) => boolean) => {
  let sum = 0;
  for (let row = 0; row < column.length; row++) if (holds(row)) sum += column[row];
  return sum;
};

describe('customer records', () => {
  it('sum up to the firm’s reports, quarter by quarter and tier by tier', () => {
    expect(quarters).toHaveLength(smallHarbour.warmUpRounds + 6);
    for (const [index, customers] of quarters.entries()) {
      const report = reports[index];
      expect(customers.round).toBe(report.round);
      expect(sumOver(customers.quarterRevenue, () => true)).toBe(report.income.revenue);
      for (const [t, tier] of TIERS.entries()) {
        const isIn = (row: number) => customers.tier[row] === t;
        const facts = report.nextTiers[tier];
        expect(sumOver(new Uint8Array(customers.count).fill(1), isIn)).toBe(facts.customers);
        expect(sumOver(customers.trailingRevenue, isIn)).toBe(facts.trailingRevenue);
        expect(sumOver(customers.trailingOrders, isIn)).toBe(facts.trailingOrders);
        expect(sumOver(customers.trailingContacts, isIn)).toBe(facts.trailingContacts);
        expect(sumOver(customers.trailingContribution, isIn)).toBe(facts.trailingContribution);
        expect(sumOver(customers.estimatedValue, isIn)).toBe(facts.estimatedEquity);
        if (index === 0) continue;
        const wasIn = (row: number) => customers.tierBefore[row] === t;
        expect(sumOver(customers.quarterOrders, wasIn)).toBe(report.tiers[tier].orders);
        expect(sumOver(customers.quarterContacts, wasIn)).toBe(report.tiers[tier].contacts);
        expect(
          sumOver(new Uint8Array(customers.count).fill(1), (row) => wasIn(row) && customers.tier[row] === LAPSED),
        ).toBe(report.flows[tier].lapsed);
      }
    }
  });

  it('name those who arrived in the quarter', () => {
    for (const [index, customers] of quarters.entries()) {
      if (index === 0) continue;
      const { paid, referred, organic } = reports[index].newCustomers;
      expect(customers.tierBefore.filter((tier) => tier === NEWCOMER)).toHaveLength(paid + referred + organic);
    }
  });

  it('let nobody see who is gone for good: a lapsed customer’s year runs out alike, gone or not', () => {
    const last = quarters[quarters.length - 1];
    const yearAgo = quarters[quarters.length - 5];
    const { trueLifetimeLeft } = firm.population;
    let gone = 0;
    for (let row = 0; row < yearAgo.count; row++) {
      if (last.trailingContacts[row] !== last.contacts[row] - yearAgo.contacts[row]) throw new Error(`row ${row}`);
      if (trueLifetimeLeft[row] > 0 || yearAgo.tier[row] !== LAPSED) continue;
      gone += Number(last.trailingContacts[row] === 0);
    }
    expect(gone).toBeGreaterThan(50);
  });

  it('are copies: what is done to them touches neither the firm nor each other', () => {
    const digest = firm.digest;
    const again = observeCustomers(firm, quarters.slice(0, -1));
    expect(again).toEqual(quarters[quarters.length - 1]);
    again.tier.fill(0);
    again.estimatedValue.fill(1);
    expect(observeCustomers(firm, quarters.slice(0, -1))).toEqual(quarters[quarters.length - 1]);
    expect(firm.digest).toBe(digest);
  });
});

describe('single orders', () => {
  it('sum up to the quarter’s revenue, lie within it, end with the last order on record, and never change', () => {
    let several = 0;
    const faults: string[] = [];
    const check = (holds: boolean, fault: string) => {
      if (!holds) faults.push(fault);
    };
    for (const customers of quarters) {
      const read = orderReader(firm, customers);
      for (let row = 0; row < customers.count; row++) {
        const orders = read(row);
        check(orders.length === customers.quarterOrders[row], `${row}: number of orders`);
        if (orders.length === 0) continue;
        check(
          orders.reduce((sum, { revenue }) => sum + revenue, 0) === customers.quarterRevenue[row],
          `${row}: sum of revenue`,
        );
        check(orders[orders.length - 1].time === customers.lastOrder[row], `${row}: last order`);
        for (const [index, { time, revenue }] of orders.entries()) {
          check(time >= (index === 0 ? customers.round : orders[index - 1].time), `${row}: order of times`);
          check(time <= customers.round + 1 && revenue >= 0, `${row}: bounds`);
        }
        if (orders.length > 1 && several++ < 50) expect(orderReader(firm, customers)(row)).toEqual(orders);
      }
    }
    expect(faults).toEqual([]);
    expect(several).toBeGreaterThan(500);
  });

  it('share the sum as gamma orders do: the coefficient of variation of a share of two is 1/√7', () => {
    // For two gamma orders of shape 3, the share of one is Beta(3, 3): mean 1/2, variance 1/28.
    const shares: number[] = [];
    for (const customers of quarters) {
      const read = orderReader(firm, customers);
      for (let row = 0; row < customers.count; row++) {
        if (customers.quarterOrders[row] === 2) shares.push(read(row)[0].revenue / customers.quarterRevenue[row]);
      }
    }
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / shares.length;
    expect(smallHarbour.heterogeneity.orderValueShape).toBe(3);
    expect(shares.length).toBeGreaterThan(500);
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 28 / shares.length));
    expect(variance).toBeGreaterThan(0.85 / 28);
    expect(variance).toBeLessThan(1.15 / 28);
  });
});
