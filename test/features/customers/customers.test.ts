import { beforeAll, describe, expect, it } from 'vitest';
import { LAPSED, openFirm, playRound } from '../../../src/engine/index.ts';
import { countMovements, movementOf, rowOfId } from '../../../src/features/customers/customer-columns.ts';
import { figuresOf, membersOf } from '../../../src/features/customers/customer-sets.ts';
import { AXES, AXIS_NAMES, placesAlong, spanOf, ticksOf } from '../../../src/features/customers/map-axes.ts';
import { moved, zoomed } from '../../../src/features/customers/map-view.ts';
import { membersOfCell, rfmCells } from '../../../src/features/customers/rfm-grid.ts';
import { groupsFor, linesOf, type TableQuery } from '../../../src/features/customers/table-items.ts';
import { customerNumber } from '../../../src/ui/customer-number.ts';
import { type DotLook, dotAt, dotsWithin, drawDots, WHOLE } from '../../../src/ui/dots/draw-dots.ts';
import { keepCustomerRecords } from '../../../src/worker/customer-records.ts';
import { customerView } from '../../../src/worker/customer-view.ts';
import type { CustomerView } from '../../../src/worker/protocol.ts';
import { everywhere } from '../../support/decisions.ts';
import { smallHarbour } from '../../support/small-harbour.ts';

let view: CustomerView;
let before: CustomerView;
const records = keepCustomerRecords();

beforeAll(() => {
  const { firm } = openFirm(smallHarbour, 'screen', 'essentials', records.note);
  for (let round = 0; round < 2; round++) {
    playRound(firm, everywhere(80_000, 1));
    records.note(firm);
  }
  view = customerView(records, 1);
  before = customerView(records, 0);
});

const ALL: TableQuery = {
  search: '',
  tier: null,
  channel: null,
  among: null,
  sort: { column: 'revenue', isDown: true },
  grouping: 'none',
};
const EVERYBODY = [true, true, true, true, true];

describe('movements', () => {
  it('agree with the flows of the report', () => {
    const { flows, newCustomers } = records.reports[records.reports.length - 1];
    const counts = countMovements(view.customers);
    expect(counts.arrived).toBe(newCustomers.paid + newCustomers.referred + newCustomers.organic);
    expect(counts.lapsed).toBe(flows.platinum.lapsed + flows.gold.lapsed + flows.silver.lapsed + flows.bronze.lapsed);
    expect(counts.promoted).toBe(
      flows.gold.platinum +
        flows.silver.platinum +
        flows.silver.gold +
        flows.bronze.platinum +
        flows.bronze.gold +
        flows.bronze.silver,
    );
    expect(counts.returned).toBe(flows.lapsed.platinum + flows.lapsed.gold + flows.lapsed.silver + flows.lapsed.bronze);
    expect(counts.onFile + counts.lapsedNow).toBe(view.customers.count);
    expect(countMovements(before.customers).onFile).toBe(counts.onFileBefore);
  });
});

describe('customer numbers', () => {
  it.each([0, 41, 999_998])('%s is read back, however it is typed', (row) => {
    expect(rowOfId(customerNumber(row), 1e6)).toBe(row);
    expect(rowOfId(` c${row + 1} `, 1e6)).toBe(row);
  });

  it.each(['', 'C0', '-1', 'abc', '1e3', '1000001'])('%s is nobody', (text) => {
    expect(rowOfId(text, 1e6)).toBeNull();
  });
});

describe('the map', () => {
  it.each(AXIS_NAMES)('has everybody who is shown within its span: %s', (name) => {
    const shown = [true, true, true, true, false];
    const span = spanOf(AXES[name], [before.customers, view.customers], shown);
    const places = placesAlong(AXES[name], span, view.customers, 0);
    for (let row = 0; row < view.customers.count; row++) {
      if (view.customers.tier[row] === LAPSED || AXES[name].spread > 0) continue;
      if (places[row] < 0 || places[row] > 1) throw new Error(`row ${row} stands at ${places[row]}`);
    }
    const ticks = ticksOf(name, span, 0, 1, 0.1);
    expect(ticks.length).toBeGreaterThan(1);
    for (const [index, tick] of ticks.entries()) {
      if (index > 0) expect(tick.at - ticks[index - 1].at).toBeGreaterThanOrEqual(0.1);
    }
  });

  it('zooms about a point that stays where it is, and never leaves the map', () => {
    const view = zoomed(WHOLE, 4, 0.25, 0.75);
    expect(view.x + 0.25 * view.width).toBeCloseTo(0.25, 12);
    expect(view.y + 0.75 * view.height).toBeCloseTo(0.75, 12);
    expect(moved(view, 99, -99)).toEqual({ x: 0.75, y: 0, width: 0.25, height: 0.25 });
    expect(zoomed(view, 1e-6)).toEqual(WHOLE);
  });

  it('finds who stands at a point and who stands within a part', () => {
    const dots = {
      count: 3,
      x: Float32Array.of(0.1, 0.5, 0.9),
      y: Float32Array.of(0.1, 0.5, 0.9),
      tier: Uint8Array.of(0, 1, 4),
    };
    expect(dotAt(dots, EVERYBODY, WHOLE, [52, 48], [100, 100], 10)).toBe(1);
    expect(dotAt(dots, EVERYBODY, WHOLE, [70, 48], [100, 100], 10)).toBe(-1);
    expect(dotAt(dots, [true, true, true, true, false], WHOLE, [90, 10], [100, 100], 10)).toBe(-1);
    expect([...dotsWithin(dots, EVERYBODY, { x: 0.4, y: 0.4, width: 0.6, height: 0.6 })]).toEqual([0, 1, 1]);
  });

  it('draws each mark in its colour where it stands, the better above the worse', () => {
    const image = { width: 40, height: 40, data: new Uint8ClampedArray(40 * 40 * 4) } as unknown as ImageData;
    const colors = [
      [250, 0, 0],
      [0, 250, 0],
      [0, 0, 250],
      [90, 90, 0],
      [1, 1, 1],
    ] as const;
    const look: DotLook = { colors, page: [255, 255, 255], shown: EVERYBODY, selected: null, chosen: -1, density: 1 };
    const dots = {
      count: 3,
      x: Float32Array.of(0.25, 0.75, 0.75),
      y: Float32Array.of(0.75, 0.25, 0.25),
      tier: Uint8Array.of(2, 0, 3),
    };
    const colorAt = (x: number, y: number) => [...image.data.subarray((y * 40 + x) * 4, (y * 40 + x) * 4 + 4)];
    drawDots(image, dots, WHOLE, look, null);
    expect(colorAt(0, 0)).toEqual([255, 255, 255, 255]);
    expect(colorAt(30, 30)).toEqual([250, 0, 0, 255]);
    const [red, green, blue] = colorAt(10, 10);
    expect(blue).toBeGreaterThan(200);
    expect(red).toBe(green);
    expect(red).toBeLessThan(120);
    // Half way from the other corner.
    const there = { ...dots, x: Float32Array.of(0.25, 0.25, 0.75), y: Float32Array.of(0.75, 0.25, 0.25) };
    drawDots(image, dots, WHOLE, { ...look, shown: [true, false, false, false, false] }, { before: there, share: 0.5 });
    expect(colorAt(20, 30)).toEqual([250, 0, 0, 255]);
    expect(colorAt(30, 30)).toEqual([255, 255, 255, 255]);
  });
});

describe('the table', () => {
  it('holds everybody once, sorted either way', () => {
    for (const isDown of [true, false]) {
      const [group] = groupsFor(view, { ...ALL, sort: { column: 'revenue', isDown } });
      expect(new Set(group.rows).size).toBe(view.customers.count);
      const values = [...group.rows].map((row) => view.customers.trailingRevenue[row]);
      expect(values).toEqual([...values].sort((a, b) => (isDown ? b - a : a - b)));
    }
  });

  it('filters by tier, way and selection, and finds a number', () => {
    const count = (query: Partial<TableQuery>) => groupsFor(view, { ...ALL, ...query })[0].rows.length;
    expect(count({ tier: 0 })).toBe(records.reports[records.reports.length - 1].nextTiers.platinum.customers);
    expect(count({ tier: 'onFile' })).toBe(countMovements(view.customers).onFile);
    expect(count({ channel: 6 })).toBe(view.customers.channel.filter((channel) => channel === 6).length);
    expect(count({ among: new Uint8Array(view.customers.count).fill(1, 0, 7) })).toBe(7);
    expect([...groupsFor(view, { ...ALL, search: 'c12' })[0].rows]).toEqual([11]);
    expect(count({ search: 'nobody' })).toBe(0);
  });

  it('groups, and its lines are the heads with their members unless these are hidden', () => {
    const groups = groupsFor(view, { ...ALL, grouping: 'tier' });
    expect(groups.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4]);
    expect(groups.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(view.customers.count);
    const lines = linesOf(groups, 'tier', new Set([0]));
    expect(lines.count).toBe(5 + view.customers.count - groups[0].rows.length);
    expect(lines.at(0)).toEqual({ kind: 'head', group: groups[0] });
    expect(lines.at(1)).toEqual({ kind: 'head', group: groups[1] });
    expect(lines.at(2)).toEqual({ kind: 'customer', row: groups[1].rows[0] });
    expect(lines.at(lines.count - 1)).toEqual({ kind: 'customer', row: groups[4].rows[groups[4].rows.length - 1] });
  });
});

describe('groups and cells', () => {
  it('a tier’s figures are those of the report, by head', () => {
    const { gold } = records.reports[records.reports.length - 1].nextTiers;
    const figures = figuresOf(view.customers, membersOf(view.customers, 'gold', null));
    expect(figures.customers).toBe(gold.customers);
    expect(figures.revenue).toBeCloseTo(gold.trailingRevenue / gold.customers, 6);
    expect(figures.estimatedValue).toBeCloseTo(gold.estimatedEquity / gold.customers, 6);
    const promoted = figuresOf(view.customers, membersOf(view.customers, 'promoted', null));
    expect(promoted.customers).toBe(countMovements(view.customers).promoted);
    expect(movementOf(view.customers, view.customers.count - 1)).toBe('arrived');
  });

  it('the 25 cells hold everyone on file once, in fifths of recency', () => {
    const cells = rfmCells(view);
    const onFile = countMovements(view.customers).onFile;
    expect(cells.reduce((sum, { customers }) => sum + customers, 0)).toBe(onFile);
    for (const cell of cells) {
      expect(membersOfCell(view, cell).reduce((sum, flag) => sum + flag, 0)).toBe(cell.customers);
    }
  });
});

describe('what the worker works out', () => {
  it('concentration rises to the whole, and the top fifth lies on the curve', () => {
    for (const { curve, topFifth } of Object.values(view.concentration)) {
      expect(curve[0]).toBe(0);
      expect(curve[curve.length - 1]).toBeCloseTo(1, 12);
      expect(topFifth).toBeCloseTo(curve[4], 2);
    }
    expect(view.concentration.revenue.gini).toBeGreaterThan(0.3);
    expect(view.concentration.contribution.gini).toBeNull();
    expect(view.concentration.contribution.belowZero).toBeGreaterThan(0);
  });

  it('cohorts begin with their newcomers and look no further than the quarter shown', () => {
    const { retention } = view;
    expect(retention[retention.length - 1]).toMatchObject({ cohort: 1, active: [] });
    expect(retention[0].active).toHaveLength(smallHarbour.warmUpRounds + 1);
    const { newCustomers } = records.reports[records.reports.length - 2];
    expect(retention[retention.length - 2].customers).toBe(
      newCustomers.paid + newCustomers.referred + newCustomers.organic,
    );
    for (const { customers, active } of retention) expect(Math.max(0, ...active)).toBeLessThanOrEqual(customers);
  });
});
