import type { RunLog } from '../../../src/engine/index.ts';

/** What a browser is given to compute. */
export type Jobs = {
  /** Address of the built worker file. */
  readonly worker: string;
  readonly games: readonly { readonly name: string; readonly log: RunLog }[];
};

/** What it computed: the same everywhere, but for `userAgent` and `native`. */
export type Results = {
  readonly userAgent: string;
  /** Digests of every round by game; a refusal or a failure in their place when it came to that. */
  readonly games: Readonly<Record<string, readonly string[] | string>>;
  /** 64 bits over thousands of results, by function of the engine's own mathematics and samplers. */
  readonly portable: Readonly<Record<string, string>>;
  /** The same over functions of `Math` that engines compute as they like: the counter-example. */
  readonly native: Readonly<Record<string, string>>;
};
