import { gamma } from './gamma.ts';
import { keysFromSeed } from './keys.ts';
import { normal } from './normal.ts';
import { drawKeys, streamOf, uniform, wordAt } from './stream.ts';

/** Random numbers one after the other, the same on every machine. */
export type Sampler = {
  /** In (0, 1). */
  readonly uniform: () => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** Mean = shape, scale 1. */
  readonly gamma: (shape: number) => number;
};

/**
 * The sequence of a text, for what plays beside the model or is made before it: policies, scenario variants, tests. The model itself draws
 * by address (`wordAt`), never in sequence.
 */
export function samplerOf(text: string): Sampler {
  const keys = keysFromSeed(text);
  const draws = drawKeys(keys, 0, 0);
  let drawn = 0;
  const next = () => streamOf(drawn++, keys);
  return {
    uniform: () => uniform(wordAt(next(), draws, 0, 0)),
    normal: () => normal(uniform(wordAt(next(), draws, 0, 0))),
    gamma: (shape) => gamma(shape, next(), draws),
  };
}
