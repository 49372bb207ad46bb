/** Work that is done a step at a time, now and then, and whose result is wanted some day. */
export type BackgroundWork<Result> = {
  /** Does one step, unless all is done; whether all is done. */
  step(): boolean;
  /** Steps done so far. */
  steps(): number;
  /** Of work that is done; otherwise an error. */
  result(): Result;
};

export function inBackground<Result>(work: Generator<void, Result>): BackgroundWork<Result> {
  let finished: { readonly value: Result } | null = null;
  let steps = 0;
  return {
    step() {
      if (finished) return true;
      const step = work.next();
      if (step.done) finished = { value: step.value };
      else steps++;
      return finished !== null;
    },
    steps: () => steps,
    result() {
      if (!finished) throw new Error('the result of unfinished work was asked for');
      return finished.value;
    },
  };
}

/** What is left of the work, step by step. */
export function* restOf<Result>(work: BackgroundWork<Result>): Generator<void, Result> {
  while (!work.step()) yield;
  return work.result();
}
