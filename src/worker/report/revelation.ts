import type { GlassBox } from './glass-box.ts';
import type { Habits } from './habits.ts';
import type { Reveal } from './reveal.ts';

/** What the engine's worker answers at once after the last round: everything that needs no further games. */
export type Revelation = {
  readonly reveal: Reveal;
  readonly habits: Habits;
  readonly glassBox: GlassBox;
};
