import { keysFromSeed, type RandomKeys } from './keys.ts';
import { mix } from './stream.ts';

/**
 * The keys of a round whose draws depend on a round key as well as on the seed: nobody can compute the round before the key is known.
 * Streams (k0, k1) stay, because they belong to a customer for life; all that is drawn in the round comes from k2 and k3.
 *
 * *Draws:* the first four words of seedrandom for the key's text, mixed into k2 and k3.
 */
export function withRoundKey(keys: RandomKeys, roundKey: string): RandomKeys {
  const words = keysFromSeed(`round key ${roundKey}`);
  return {
    ...keys,
    k2: mix((mix(keys.k2 ^ words.k0) + words.k1) | 0),
    k3: mix((mix(keys.k3 ^ words.k2) + words.k3) | 0),
  };
}
