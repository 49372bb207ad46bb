import { base32Of, SYMBOLS, symbolValue } from './base32.ts';
import { type ClassSettings, COMMITMENT_BITS, canonicalSettings } from './class-settings.ts';
import { type ClassroomResult, problem, read } from './classroom-problem.ts';
import { sha256 } from './sha-256.ts';
import { shortDigest } from './short-digest.ts';

/** Symbols of a key that carry it (40 bits), and the check symbol after them. */
const KEY_SYMBOLS = 8;
const PRINTED_GROUP = 3;

/** The round of a key: 0-based, or the one that opens the debrief. */
export type KeyPurpose = number | 'debrief';

/**
 * The key of a round: 40 bits of a one-way function of the instructor's secret, so that no key tells anything of the next, and a check symbol
 * that finds every mistyped symbol and every pair of swapped ones.
 */
export function keyFromSecret(secret: string, purpose: KeyPurpose): string {
  const symbols = base32Of(sha256(bytesOf(`clientele key\n${secret}\n${purpose}`))).slice(0, KEY_SYMBOLS);
  return symbols + SYMBOLS[checkOf(Array.from(symbols, (symbol) => symbolValue(symbol) as number))];
}

/** As it is shown: `7QX-4MB-T0K`. */
export function printKey(key: string): string {
  return (key.match(new RegExp(`.{1,${PRINTED_GROUP}}`, 'g')) ?? []).join('-');
}

/**
 * A key as it was typed: in either case, with or without dashes and spaces, with O for 0 and I or L for 1. `key/length`, `key/symbol`,
 * `key/mistyped`.
 */
export function readKey(typed: string): ClassroomResult<string> {
  const characters = [...typed.slice(0, 200).normalize('NFKC')].filter((character) => /[\p{L}\p{N}]/u.test(character));
  const wrong = characters.find((character) => symbolValue(character) === undefined);
  if (wrong !== undefined) return problem('key/symbol', { text: wrong });
  if (characters.length !== KEY_SYMBOLS + 1)
    return problem('key/length', { value: characters.length, limit: KEY_SYMBOLS + 1 });
  const values = characters.map((character) => symbolValue(character) as number);
  if (checkOf(values.slice(0, KEY_SYMBOLS)) !== values[KEY_SYMBOLS]) return problem('key/mistyped');
  return read(values.map((value) => SYMBOLS[value]).join(''));
}

/**
 * What settings say of a key: 12 bits of a hash of the class, the round and the key. Enough to tell a wrong key at once; of the 2^40 keys,
 * about 2^28 pass, so that trying them all tells nobody the right one. Which key was the right one, the instructor's secret knows.
 */
export function commitmentOf(settings: ClassSettings, purpose: KeyPurpose, key: string): number {
  const { roundKeys: _, debriefKey: __, ...rest } = settings;
  const classBase = shortDigest(canonicalSettings(rest as ClassSettings), 16);
  const [high, low] = sha256(bytesOf(`clientele commitment\n${classBase}\n${purpose}\n${key}`));
  return ((high << 8) | low) >> (16 - COMMITMENT_BITS);
}

/** A typed key checked against the settings of the class: the key as it goes into a game, or what is wrong with it. */
export function checkKey(settings: ClassSettings, purpose: KeyPurpose, typed: string): ClassroomResult<string> {
  const commitment = purpose === 'debrief' ? settings.debriefKey : (settings.roundKeys?.[purpose] ?? null);
  if (commitment === null) return problem('key/none-wanted');
  const key = readKey(typed);
  if (!key.ok) return key;
  return commitmentOf(settings, purpose, key.value) === commitment ? key : problem('key/wrong');
}

/**
 * A weighted sum over the field of 32 elements, with the powers of a generator for weights: a wrong symbol changes it, and so do two that
 * changed places.
 */
function checkOf(values: readonly number[]): number {
  let check = 0;
  for (const value of values) check = doubled(check ^ value);
  return check;
}

/** Times x in GF(2)[x] / (x^5 + x^2 + 1). */
function doubled(element: number): number {
  return element & 16 ? ((element << 1) ^ 0b100101) & 31 : element << 1;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
