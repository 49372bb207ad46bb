/** Some customers of the quarter shown. */
export type Selection = {
  /** One entry a customer: 1 for those selected. */
  readonly flags: Uint8Array;
  readonly count: number;
};

/** Null when nobody is selected: then there is no selection to speak of. */
export function selectionOf(flags: Uint8Array | null): Selection | null {
  if (!flags) return null;
  let count = 0;
  for (const flag of flags) count += flag;
  return { flags, count };
}
