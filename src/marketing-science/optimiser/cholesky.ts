/** A square matrix as rows. */
export type Matrix = readonly (readonly number[])[];

/**
 * Inverse of a symmetric positive definite matrix by Cholesky's factorisation, or null when it is not positive definite
 * (then a fit is not at a maximum, or the data do not identify its parameters).
 *
 * Only the lower triangle is read. *Source:* Golub and Van Loan, 1996, chapter 4.
 */
export function inverseOfPositiveDefinite(matrix: Matrix): number[][] | null {
  const size = matrix.length;
  const factor = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row][column];
      for (let index = 0; index < column; index++) {
        sum -= factor[row][index] * factor[column][index];
      }
      if (row === column) {
        // A Hessian from differences is good to about nine digits: a pivot below that is noise and counts as zero.
        if (!(sum > 1e-9 * Math.abs(matrix[row][row]))) {
          return null;
        }
        factor[row][row] = Math.sqrt(sum);
      } else {
        factor[row][column] = sum / factor[column][column];
      }
    }
  }
  const inverse = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let column = 0; column < size; column++) {
    const solution = new Array<number>(size).fill(0);
    for (let row = 0; row < size; row++) {
      let sum = row === column ? 1 : 0;
      for (let index = 0; index < row; index++) {
        sum -= factor[row][index] * solution[index];
      }
      solution[row] = sum / factor[row][row];
    }
    for (let row = size - 1; row >= 0; row--) {
      let sum = solution[row];
      for (let index = row + 1; index < size; index++) {
        sum -= factor[index][row] * solution[index];
      }
      solution[row] = sum / factor[row][row];
      inverse[row][column] = solution[row];
    }
  }
  return inverse;
}
