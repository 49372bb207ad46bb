/** What of a debrief is open to the player: in a class its settings decide. */
export type DebriefOpening = {
  readonly opens: 'everything' | 'result' | 'nothing';
  /** Whether a text is the code that opens the rest; null when no code does. */
  readonly isCode: ((code: string) => boolean) | null;
};

/** In practice nothing is held back. */
export const OPEN_DEBRIEF: DebriefOpening = { opens: 'everything', isCode: null };
