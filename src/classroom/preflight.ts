import type { Cents } from '../engine/index.ts';

/** How one named policy does in the class's own game: what the instructor sees before sharing the link. */
export type PreflightRow = {
  readonly policy: string;
  readonly firmValue: Cents;
  /** 100 × firm value / that of the status quo. */
  readonly index: number;
  readonly customersAtEnd: number;
  /** Milliseconds that playing it took on this machine. */
  readonly milliseconds: number;
};
