/**
 * The alphabet of every code: digits and capitals without I, L, O and U, so that nothing is mistaken for anything else.
 *
 * *Source:* D. Crockford, "Base 32".
 */
export const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What is read for what a hand or an eye mistook. */
const MISTAKEN: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

const VALUE_OF = new Map([...SYMBOLS].map((symbol, value) => [symbol, value]));
for (const [mistaken, meant] of Object.entries(MISTAKEN)) VALUE_OF.set(mistaken, VALUE_OF.get(meant) as number);

/** 0 to 31, in either case; undefined for a character that no code has. */
export function symbolValue(character: string): number | undefined {
  return VALUE_OF.get(character.toUpperCase());
}

/** Bytes as symbols, the last one filled up with zero bits. */
export function base32Of(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += SYMBOLS[(held >> bits) & 31];
    }
  }
  return bits > 0 ? text + SYMBOLS[(held << (5 - bits)) & 31] : text;
}

/** The whole bytes in a list of symbols' values; bits that fill no byte are left out. */
export function bytesOfSymbols(values: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(Math.floor((values.length * 5) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < values.length && at < bytes.length; i++) {
    held = ((held << 5) | values[i]) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}
