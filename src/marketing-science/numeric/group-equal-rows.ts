/** Rows of equal columns put together: the distinct rows, how much of each, and for each original row its group. */
export type GroupedRows = Readonly<{
  count: number;
  columns: readonly Float64Array[];
  weights: Float64Array;
  groupOfRow: Int32Array;
}>;

/**
 * Groups rows that are equal in every column, in the order of first appearance, so that each distinct row is worked on
 * once. Linear in the number of rows (open hashing on the bits of the numbers).
 *
 * `columns` all have the same length; `weights` (default 1 each) are summed within a group. 0 and -0 count as equal.
 */
export function groupEqualRows(columns: readonly ArrayLike<number>[], weights?: ArrayLike<number>): GroupedRows {
  const rows = columns[0]?.length ?? 0;
  let slots = 16;
  while (slots < 2 * rows) {
    slots *= 2;
  }
  const table = new Int32Array(slots).fill(-1);
  const firstRow = new Int32Array(rows);
  const groupOfRow = new Int32Array(rows);
  const groupWeights = new Float64Array(rows);
  const double = new Float64Array(1);
  const words = new Int32Array(double.buffer);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    let hash = 0;
    for (const column of columns) {
      double[0] = column[row] + 0;
      hash = Math.imul(hash ^ words[0], 0x21f0aaad);
      hash = Math.imul(hash ^ (hash >>> 15) ^ words[1], 0x735a2d97);
      hash ^= hash >>> 15;
    }
    let slot = hash & (slots - 1);
    while (table[slot] !== -1 && !isSameRow(columns, firstRow[table[slot]], row)) {
      slot = (slot + 1) & (slots - 1);
    }
    let group = table[slot];
    if (group === -1) {
      group = count++;
      table[slot] = group;
      firstRow[group] = row;
    }
    groupOfRow[row] = group;
    groupWeights[group] += weights === undefined ? 1 : weights[row];
  }
  return {
    count,
    columns: columns.map((column) => Float64Array.from({ length: count }, (_, group) => column[firstRow[group]])),
    weights: groupWeights.slice(0, count),
    groupOfRow,
  };
}

function isSameRow(columns: readonly ArrayLike<number>[], left: number, right: number): boolean {
  for (const column of columns) {
    if (column[left] !== column[right]) {
      return false;
    }
  }
  return true;
}
