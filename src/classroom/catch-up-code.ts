import { base32Of, bytesOfSymbols, symbolValue } from './base32.ts';
import { type ClassFile, keyOf } from './class-file.ts';
import { type ClassSettings, classIdOf } from './class-settings.ts';
import { type ClassroomResult, problem, read } from './classroom-problem.ts';
import { checkKey } from './round-key.ts';
import { encodeTextCode, readTextCode } from './text-code.ts';

/** Symbols of the class's id that the code names it by, and of each key. */
const ID_SYMBOLS = 8;
const KEY_SYMBOLS = 9;

/** The keys of the first rounds in one code, for a student who joins late or missed a round. */
export function catchUpCodeOf(file: ClassFile, rounds: number): string {
  let symbols = classIdOf(file.settings).slice(0, ID_SYMBOLS);
  for (let round = 0; round < rounds; round++) symbols += keyOf(file, round);
  return encodeTextCode('keys', bytesOfPadded(symbols));
}

/** The keys of the first rounds, each checked against the settings. Of another class: `key/wrong`. */
export function readCatchUpCode(settings: ClassSettings, text: string): ClassroomResult<readonly string[]> {
  if (settings.roundKeys === null) return problem('key/none-wanted');
  const bytes = readTextCode('keys', text);
  if (!bytes.ok) return bytes;
  const symbols = base32Of(bytes.value);
  if (symbols.slice(0, ID_SYMBOLS) !== classIdOf(settings).slice(0, ID_SYMBOLS)) return problem('key/wrong');
  const keys: string[] = [];
  const count = Math.floor((symbols.length - ID_SYMBOLS) / KEY_SYMBOLS);
  for (let round = 0; round < Math.min(count, settings.rounds); round++) {
    const from = ID_SYMBOLS + round * KEY_SYMBOLS;
    const key = checkKey(settings, round, symbols.slice(from, from + KEY_SYMBOLS));
    if (!key.ok) return key;
    keys.push(key.value);
  }
  return read(keys);
}

/** All bits of the symbols, the last byte filled up with zeros. */
function bytesOfPadded(symbols: string): Uint8Array {
  const values = Array.from(symbols, (symbol) => symbolValue(symbol) as number);
  while ((values.length * 5) % 8 !== 0) values.push(0);
  return bytesOfSymbols(values);
}
