import { describe, expect, it } from 'vitest';
import { roundFigures } from '../../../src/engine/index.ts';
import {
  figureAfter,
  futureRows,
  insightAfter,
  lastCommonRound,
  partingRound,
  spentOn,
} from '../../../src/features/futures/future-rows.ts';
import type { Future } from '../../../src/store/commands.ts';
import { everywhere } from '../../support/decisions.ts';
import { fixtureReport } from '../../support/fixture-reports.ts';

const figures = roundFigures(fixtureReport(0));
function futureOf(id: string, decisions: Future['decisions'], equity: readonly number[]): Future {
  const path = equity.map((value, at) => ({ round: at - 1, figures: { ...figures, equity: value } }));
  return { id, parent: null, branchedAt: null, savedAt: '', isOpen: id === 'b', rounds: 8, decisions, path };
}
const a = futureOf('a', [everywhere(100), everywhere(200), everywhere(300)], [1, 2, 3, 4]);
const b = futureOf('b', [everywhere(100), everywhere(250, 2)], [1, 2, 9]);

describe('futures side by side', () => {
  it('are one row a quarter, empty where one has not come that far', () => {
    expect(futureRows([a, b], 'equity')).toEqual([
      { x: '−1', a: 1, b: 1 },
      { x: '1', a: 2, b: 2 },
      { x: '2', a: 3, b: 9 },
      { x: '3', a: 4, b: null },
    ]);
  });

  it('meet in the last round that all have played, and part where they first decide otherwise', () => {
    expect(lastCommonRound([a, b])).toBe(1);
    expect(partingRound([a, b])).toBe(1);
    expect(partingRound([a, { ...b, decisions: b.decisions.slice(0, 1) }])).toBeNull();
    expect(figureAfter(b, 1, 'equity')).toBe(9);
    expect(spentOn(a, 'service', 1)).toBe(4 * 300);
    expect([insightAfter(a, 1), insightAfter(b, 1), insightAfter(b, -1)]).toEqual([0, 2, 0]);
  });
});
