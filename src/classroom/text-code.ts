import { base32Of, bytesOfSymbols, SYMBOLS, symbolValue } from './base32.ts';
import { type ClassroomResult, problem, read } from './classroom-problem.ts';
import { sha256 } from './sha-256.ts';

/**
 * Bytes as text that survives Word, Markdown, email quoting and a phone keyboard: capitals and digits only; spaces, line breaks, dashes,
 * quotation marks and lower case make no difference.
 *
 * `CL`, the version of the code, a letter for what it is, then base-32 symbols in blocks of 28 with two check symbols each. Inside: the
 * number of bytes (3 bytes), the bytes, and the first 4 bytes of their SHA-256.
 */
const LETTERS = { join: 'J', 'hand-in': 'H', keys: 'K' } as const;

export type CodeKind = keyof typeof LETTERS;

const CODE_VERSION = 1;
/** Symbols of a block, without and with its check: a printed line is a block. */
const BLOCK = 28;
const CHECK = 2;
const PRINTED_GROUP = 5;
const LENGTH_BYTES = 3;
const DIGEST_BYTES = 4;
/** Largest number of bytes that a code is read of. */
const MOST_BYTES = 60_000;
/** Longest text that is searched for a code, characters. */
export const LONGEST_CODE_TEXT = 400_000;
/** Largest prime below 2^10, and a multiplier: one changed symbol or two swapped neighbours always change the check. */
const CHECK_MODULUS = 1021;
const CHECK_FACTOR = 37;
/** Stands for a letter or digit that is no symbol. */
const NO_SYMBOL = -1;

/** The code as one word, for a link. */
export function encodeTextCode(kind: CodeKind, bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) throw new RangeError(`encodeTextCode: ${bytes.length} bytes`);
  const whole = new Uint8Array(LENGTH_BYTES + bytes.length + DIGEST_BYTES);
  whole.set([bytes.length >> 16, (bytes.length >> 8) & 0xff, bytes.length & 0xff]);
  whole.set(bytes, LENGTH_BYTES);
  whole.set(sha256(bytes).subarray(0, DIGEST_BYTES), LENGTH_BYTES + bytes.length);
  const symbols = base32Of(whole);
  let code = `CL${CODE_VERSION}${LETTERS[kind]}`;
  for (let from = 0, block = 0; from < symbols.length; from += BLOCK, block++) {
    const values = Array.from(symbols.slice(from, from + BLOCK), (symbol) => symbolValue(symbol) as number);
    const check = checkOf(values, block);
    code += symbols.slice(from, from + BLOCK) + SYMBOLS[check >> 5] + SYMBOLS[check & 31];
  }
  return code;
}

/** The code in lines of six groups of five, as it is shown: a line is a block, so that a damaged one can be named. */
export function printTextCode(code: string): string {
  const [head, symbols] = [code.slice(0, 4), code.slice(4)];
  const lines = [head];
  for (let from = 0; from < symbols.length; from += BLOCK + CHECK) {
    const line = symbols.slice(from, from + BLOCK + CHECK);
    lines.push((line.match(new RegExp(`.{1,${PRINTED_GROUP}}`, 'g')) ?? []).join(' '));
  }
  return lines.join('\n');
}

/** Where codes begin in a text: `C L`, a version, a kind; never inside another code, which has no L. */
const HEAD = /C\s{0,3}L\s{0,3}(\d{1,3})\s{0,3}([JHK])/gi;

/**
 * The first code of a text, which may stand among other words. `code/none`, `code/other-kind`, `code/newer`, `code/cut-off`,
 * `code/damaged` with the line near which it is, `code/too-long`.
 */
export function readTextCode(kind: CodeKind, text: string): ClassroomResult<Uint8Array> {
  if (text.length > LONGEST_CODE_TEXT)
    return problem('code/too-long', { value: text.length, limit: LONGEST_CODE_TEXT });
  const plain = text.normalize('NFKC');
  const heads = [...plain.matchAll(HEAD)];
  const own = heads.find((head) => head[2].toUpperCase() === LETTERS[kind]);
  if (!own) {
    if (heads.length === 0) return problem('code/none');
    const letter = heads[0][2].toUpperCase();
    const other = (Object.keys(LETTERS) as CodeKind[]).find((known) => LETTERS[known] === letter);
    return problem('code/other-kind', { text: other ?? letter });
  }
  const version = Number(own[1]);
  if (version > CODE_VERSION) return problem('code/newer', { version });
  if (version !== CODE_VERSION) return problem('code/damaged', { line: 1 });
  return readBlocks(symbolsAfter(plain, own.index + own[0].length));
}

/** The pieces of a text that begin with a code's head each, for pastes of many codes at once. */
export function splitTextCodes(kind: CodeKind, text: string): readonly string[] {
  const plain = text.slice(0, LONGEST_CODE_TEXT).normalize('NFKC');
  const starts = [...plain.matchAll(HEAD)].filter((head) => head[2].toUpperCase() === LETTERS[kind]);
  return starts.map((head, index) => plain.slice(head.index, starts[index + 1]?.index));
}

/** Values of the letters and digits after a place; what stands between them is passed over. */
function* symbolsAfter(text: string, from: number): Generator<number, void> {
  for (const character of text.slice(from)) {
    const value = symbolValue(character);
    if (value !== undefined) yield value;
    else if (/[\p{L}\p{N}]/u.test(character)) yield NO_SYMBOL;
  }
}

function readBlocks(symbols: Generator<number, void>): ClassroomResult<Uint8Array> {
  const values: number[] = [];
  let needed = BLOCK;
  for (let block = 0; values.length < needed; block++) {
    const size = Math.min(BLOCK, needed - values.length);
    const taken = take(symbols, block === 0 ? BLOCK + CHECK : size + CHECK);
    if (block === 0) {
      if (taken.length < 5) return problem('code/cut-off', { value: taken.length });
      const bytes = taken.slice(0, 5).includes(NO_SYMBOL) ? Number.NaN : byteCount(taken);
      const all = Math.ceil(((LENGTH_BYTES + bytes + DIGEST_BYTES) * 8) / 5);
      // A short code is a short block.
      const first = Math.min(BLOCK, all);
      if (taken.length < BLOCK + CHECK && taken.length < first + CHECK) return cutOff(taken.length, all);
      if (!(bytes <= MOST_BYTES) || !isSound(taken.slice(0, first + CHECK), 0))
        return problem('code/damaged', { line: 1 });
      needed = all;
      values.push(...taken.slice(0, first));
      continue;
    }
    if (taken.length < size + CHECK) {
      return cutOff(values.length + (CHECK * values.length) / BLOCK + taken.length, needed);
    }
    if (!isSound(taken, block)) return problem('code/damaged', { line: block + 1 });
    for (let i = 0; i < size; i++) values.push(taken[i]);
  }
  const whole = bytesOfSymbols(values);
  const bytes = whole.slice(LENGTH_BYTES, LENGTH_BYTES + byteCount(values));
  const digest = sha256(bytes);
  const claimed = whole.subarray(LENGTH_BYTES + bytes.length);
  if (claimed.some((byte, index) => byte !== digest[index])) return problem('code/damaged');
  return read(bytes);
}

function cutOff(there: number, needed: number) {
  return problem('code/cut-off', { value: there, limit: needed + CHECK * Math.ceil(needed / BLOCK) });
}

function byteCount(values: readonly number[]): number {
  const [high, middle, low] = bytesOfSymbols(values.slice(0, 5));
  return (high << 16) | (middle << 8) | low;
}

function take(symbols: Generator<number, void>, count: number): number[] {
  const taken: number[] = [];
  while (taken.length < count) {
    const next = symbols.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

function isSound(block: readonly number[], index: number): boolean {
  if (block.includes(NO_SYMBOL)) return false;
  const values = block.slice(0, -CHECK);
  return checkOf(values, index) === block[block.length - CHECK] * 32 + block[block.length - 1];
}

function checkOf(values: readonly number[], block: number): number {
  let check = (block + 1) % CHECK_MODULUS;
  for (const value of values) check = (check * CHECK_FACTOR + value + 1) % CHECK_MODULUS;
  return check;
}
