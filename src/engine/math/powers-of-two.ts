const SMALLEST = -1075;
const LARGEST = 1024;

/** Where 2^0 stands in `POWERS_OF_TWO`. */
export const ENTRY_OF_ONE = -SMALLEST;

/** 2^p for p = -1075..1024, at entry p + `ENTRY_OF_ONE`; beyond the doubles the ends are 0 and Infinity. */
export const POWERS_OF_TWO: Float64Array = tabulate();

function tabulate(): Float64Array {
  const powers = new Float64Array(LARGEST - SMALLEST + 1);
  powers[ENTRY_OF_ONE] = 1;
  for (let p = 1; p <= LARGEST; p++) powers[p + ENTRY_OF_ONE] = powers[p - 1 + ENTRY_OF_ONE] * 2;
  for (let p = -1; p >= SMALLEST; p--) powers[p + ENTRY_OF_ONE] = powers[p + 1 + ENTRY_OF_ONE] / 2;
  return powers;
}
