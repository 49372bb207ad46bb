import { type GroupedRows, groupEqualRows } from '../numeric/group-equal-rows.ts';
import type { DropoutClock } from './dropout-clock.ts';

/**
 * Purchase histories of many customers as columns of equal length.
 *
 * - `x`, `tx`, `T`: as in `PurchaseHistory`
 * - `weights`: customers a row stands for; default 1 each
 * - `aliveAt`: age at which the customer is known to have been alive by selection; default 0 (see `CustomerTreatment`)
 * - `clock`: index into `clocks` of the hazard multipliers that acted on the customer, -1 for none; default -1
 */
export type PurchaseRows = Readonly<{
  x: ArrayLike<number>;
  tx: ArrayLike<number>;
  T: ArrayLike<number>;
  weights?: ArrayLike<number>;
  aliveAt?: ArrayLike<number>;
  clock?: ArrayLike<number>;
  clocks?: readonly DropoutClock[];
}>;

/** Distinct purchase histories with their weights; `groupOfRow` leads from a row given to its distinct history. */
export type DistinctHistories = Readonly<{
  count: number;
  x: Float64Array;
  tx: Float64Array;
  T: Float64Array;
  aliveAt: Float64Array;
  clock: readonly (DropoutClock | null)[];
  weights: Float64Array;
  groupOfRow: Int32Array;
}>;

/**
 * The distinct purchase histories among the rows.
 *
 * Throws RangeError at the first row that is not a history: x not a whole number from 0, tx or aliveAt outside [0, T],
 * tx > 0 though x = 0, a time not finite, an unknown clock, a negative weight.
 */
export function distinctHistories(rows: PurchaseRows): DistinctHistories {
  checkRows(rows);
  const columns: ArrayLike<number>[] = [rows.x, rows.tx, rows.T];
  if (rows.aliveAt !== undefined) {
    columns.push(rows.aliveAt);
  }
  if (rows.clock !== undefined) {
    columns.push(rows.clock);
  }
  const grouped: GroupedRows = groupEqualRows(columns, rows.weights);
  const [x, tx, T] = grouped.columns;
  const clockColumn = rows.clock === undefined ? null : grouped.columns[columns.length - 1];
  return {
    count: grouped.count,
    x,
    tx,
    T,
    aliveAt: rows.aliveAt === undefined ? new Float64Array(grouped.count) : grouped.columns[3],
    clock: Array.from({ length: grouped.count }, (_, row) =>
      clockColumn === null ? null : (rows.clocks?.[clockColumn[row]] ?? null),
    ),
    weights: grouped.weights,
    groupOfRow: grouped.groupOfRow,
  };
}

function checkRows(rows: PurchaseRows): void {
  const { x, tx, T } = rows;
  const clockCount = rows.clocks?.length ?? 0;
  for (const column of [tx, T, rows.weights, rows.aliveAt, rows.clock]) {
    if (column !== undefined && column.length !== x.length) {
      throw new RangeError('The columns of purchase histories must be of equal length');
    }
  }
  for (let row = 0; row < x.length; row++) {
    const aliveAt = rows.aliveAt?.[row] ?? 0;
    const clock = rows.clock?.[row] ?? -1;
    const isHistory =
      Number.isInteger(x[row]) &&
      x[row] >= 0 &&
      tx[row] >= 0 &&
      tx[row] <= T[row] &&
      T[row] < Infinity &&
      (x[row] > 0 || tx[row] === 0) &&
      aliveAt >= 0 &&
      aliveAt <= T[row] &&
      Number.isInteger(clock) &&
      clock >= -1 &&
      clock < clockCount &&
      (rows.weights?.[row] ?? 1) >= 0;
    if (!isHistory) {
      throw new RangeError(
        `Row ${row} is not a purchase history: x ${x[row]}, tx ${tx[row]}, T ${T[row]}, alive at ${aliveAt}, clock ${clock}`,
      );
    }
  }
}

/**
 * Total weight of each number of orders that occurs, ascending. Gamma functions depend on a history only through its
 * number of orders, so a likelihood takes them once for each number.
 */
export function weightByCount(x: Float64Array, weights: Float64Array): (readonly [number, number])[] {
  const byCount = new Map<number, number>();
  for (let row = 0; row < x.length; row++) {
    byCount.set(x[row], (byCount.get(x[row]) ?? 0) + weights[row]);
  }
  return [...byCount].sort(([left], [right]) => left - right);
}
