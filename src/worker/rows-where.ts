/** Which of the first `count` rows something holds for, ascending. */
export function rowsWhere(count: number, holds: (row: number) => boolean): Int32Array<ArrayBuffer> {
  const rows = new Int32Array(count);
  let found = 0;
  for (let row = 0; row < count; row++) {
    if (holds(row)) rows[found++] = row;
  }
  return rows.slice(0, found);
}

/** What a column of bytes holds in the given rows. */
export function bytesAt(column: Uint8Array, rows: Int32Array): Uint8Array<ArrayBuffer> {
  // Much quicker than Uint8Array.from, which asks an iterator for every row.
  const bytes = new Uint8Array(rows.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = column[rows[i]];
  return bytes;
}
