import type { OpenedFirm, Scenario } from '../../engine/index.ts';

/** One line of what must hold of the economics. */
export type Check = {
  /** As the design names it: S1 … S4 of the base at the start, E1 … E13 of the economics. */
  readonly id: string;
  readonly what: string;
  /** The figure of the first part that fails, or of the first part. */
  readonly figure: number;
  readonly bound: string;
  readonly pass: boolean;
  /** Seeds that it was measured on. */
  readonly seeds: number;
  readonly parts: readonly Part[];
};

/** One figure against its bound. */
export type Part = { readonly what: string; readonly figure: number; readonly bound: string; readonly pass: boolean };

/** Smallest and largest that pass; `open` excludes the bounds themselves. */
export type Bound = { readonly atLeast?: number; readonly atMost?: number; readonly open?: boolean };

/**
 * A group of checks that are measured together. On each seed `measure` plays what it needs from the opened firm, which it must not change;
 * then `judge` looks at all seeds. Measures are plain data, because they may come from another thread.
 */
export type CheckGroup<M = unknown> = {
  readonly name: string;
  /** Seeds that are measured when so many are asked for. */
  readonly seeds: (asked: number) => number;
  /** Customers, when not the scenario's own. */
  readonly customers?: number;
  /** Whether it needs `reoptimised` rounds, whose search takes a while. */
  readonly searchesRounds?: boolean;
  readonly measure: (opened: OpenedFirm, given: Given) => M;
  readonly judge: (measures: readonly M[]) => readonly Check[];
};

/** What a group is told besides the opened firm. */
export type Given = {
  /** Of the seed among those measured, from 0. */
  readonly position: number;
  /** First and last round found anew, before the seeds; empty unless the group asks for it. */
  readonly reoptimised: readonly ReoptimisedRound[];
};

/** The near-oracle with one round's rule found anew. */
export type ReoptimisedRound = { readonly round: number; readonly rule: Scenario['legacyPolicy'] };

export function part(what: string, figure: number, { atLeast, atMost, open = false }: Bound): Part {
  const pass =
    (atLeast === undefined || (open ? figure > atLeast : figure >= atLeast)) &&
    (atMost === undefined || (open ? figure < atMost : figure <= atMost));
  const from = atLeast === undefined ? '' : `${open ? '>' : '≥'} ${atLeast}`;
  const to = atMost === undefined ? '' : `${open ? '<' : '≤'} ${atMost}`;
  return { what, figure, bound: [from, to].filter((text) => text !== '').join(' and '), pass };
}

export function check(id: string, what: string, seeds: number, parts: readonly Part[]): Check {
  const shown = parts.find(({ pass }) => !pass) ?? parts[0];
  return { id, what, figure: shown.figure, bound: shown.bound, pass: parts.every(({ pass }) => pass), seeds, parts };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share of the values that are true of the condition, 0 to 1. */
export function shareOf<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return values.filter(holds).length / values.length;
}
