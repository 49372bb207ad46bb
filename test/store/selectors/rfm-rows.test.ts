import { expect, test } from 'vitest';
import { rfmGrid } from '../../../src/store/selectors/rfm-rows.ts';
import { fixtureReport } from '../../support/fixture-reports.ts';

test('the RFM grid has every cell once and states the best cell’s shares', () => {
  const report = fixtureReport(0);
  const grid = rfmGrid(report);
  expect(grid.rows.flatMap(({ cells }) => cells)).toHaveLength(report.rfm.length);
  expect(grid.frequencies.at(-1)).toEqual({ from: 9, to: null });
  expect(grid.frequencies[2]).toEqual({ from: 3, to: 4 });
  const best = report.rfm.find((cell) => cell.recency === 0 && cell.ordersFrom === 9);
  const revenue = report.rfm.reduce((sum, cell) => sum + cell.trailingRevenue, 0);
  expect(grid.best?.shareOfRevenue).toBeCloseTo((best?.trailingRevenue ?? 0) / revenue, 12);
  expect(Math.max(...grid.rows.flatMap(({ cells }) => cells.map((cell) => cell.shareOfRevenue)))).toBe(1);
});

test('an empty file has no best cell', () => {
  const report = fixtureReport(0);
  const rfm = report.rfm.map((cell) => ({ ...cell, customers: 0, trailingRevenue: 0 }));
  expect(rfmGrid({ ...report, rfm }).best).toBeNull();
});
