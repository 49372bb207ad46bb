/** A number, a list of numbers, or a record of such. */
export type Figures = number | readonly number[] | Readonly<Record<string, number | readonly number[]>>;

/** One case of a reference file: a function of a model, what goes in, what must come out and how close. */
export type ScienceCase = Readonly<{
  id: string;
  model: string;
  fn: string;
  in: Readonly<Record<string, unknown>>;
  out: Figures;
  rtol: number;
  atol: number;
  src?: string;
  note?: string;
}>;

/**
 * What became of a case. `tolerance` is in words; `got` is null when there is no such function or an input is missing.
 */
export type CaseResult = Readonly<{
  id: string;
  passed: boolean;
  got: Figures | null;
  expected: Figures;
  tolerance: string;
}>;
