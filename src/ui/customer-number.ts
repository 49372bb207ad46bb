/** A customer's number as it is written everywhere, from the position in the records: `C000042` is the 42nd. */
export function customerNumber(row: number): string {
  return `C${String(row + 1).padStart(6, '0')}`;
}
