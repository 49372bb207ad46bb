import seedrandom from 'seedrandom';

/** Four 32-bit integers that stand for a seed text; everything random in a run follows from them. */
export type RandomKeys = Readonly<{ k0: number; k1: number; k2: number; k3: number }>;

/**
 * The keys of a seed text. Any text is good, the empty one too; the same text gives the same keys on every engine.
 *
 * *Draws:* the first four 32-bit words of seedrandom (ARC4) for that text; nothing else draws from it.
 */
export function keysFromSeed(text: string): RandomKeys {
  const words = seedrandom(text);
  return { k0: words.int32(), k1: words.int32(), k2: words.int32(), k3: words.int32() };
}
