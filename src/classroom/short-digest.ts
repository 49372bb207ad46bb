import { base32Of } from './base32.ts';
import { sha256 } from './sha-256.ts';

/** A digest of a text that a person can compare: the first symbols of its SHA-256, five bits each. */
export function shortDigest(text: string, symbols: number): string {
  return base32Of(sha256(new TextEncoder().encode(text))).slice(0, symbols);
}
