/** Brings what was written in format `from` to format `from + 1`. */
export type FormatStep<T> = {
  readonly from: number;
  /** In plain words, for the docs and for a person who debugs. */
  readonly what: string;
  migrate(written: T): T;
};

export type Stepped<T> =
  | { readonly ok: true; readonly value: T }
  /** `newer`: written by a later version. `no-way`: no step begins at format `at`. `unreadable`: the step from `at` threw. */
  | {
      readonly ok: false;
      readonly why: 'newer' | 'no-way' | 'unreadable';
      readonly at: number;
      readonly detail: string;
    };

/** Goes from the format something was written in to the present one, one numbered step after the other; the schema comes after. */
export function stepToCurrent<T>(
  written: T,
  version: number,
  steps: readonly FormatStep<T>[],
  current: number,
): Stepped<T> {
  if (version > current) return { ok: false, why: 'newer', at: version, detail: '' };
  let value = written;
  for (let at = version; at < current; at++) {
    const step = steps.find(({ from }) => from === at);
    if (!step) return { ok: false, why: 'no-way', at, detail: '' };
    try {
      value = step.migrate(value);
    } catch (error) {
      return { ok: false, why: 'unreadable', at, detail: String(error) };
    }
  }
  return { ok: true, value };
}
