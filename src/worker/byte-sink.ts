/** Text on its way to a file as bytes (UTF-8), without a string being made of it: an export writes hundreds of megabytes. */
export type ByteSink = {
  text(text: string): void;
  /** Bytes made once and written often. */
  bytes(bytes: Uint8Array): void;
  /** A whole number in decimal digits. */
  integer(value: number): void;
  /** What was written since the last time; the next text overwrites it. */
  take(): Uint8Array<ArrayBuffer>;
  /** How much was written since. */
  size(): number;
};

const FIRST_ROOM = 1 << 18;
const LAST_ASCII = 127;
const DIGIT_0 = 48;
const MINUS = 45;
/** No integer that is written by hand has more digits. */
const MOST_DIGITS = 17;
const encoder = new TextEncoder();

export function createByteSink(): ByteSink {
  let block = new Uint8Array(FIRST_ROOM);
  let at = 0;

  function ensureRoom(more: number): void {
    if (at + more <= block.length) return;
    const larger = new Uint8Array(Math.max(block.length * 2, at + more));
    larger.set(block.subarray(0, at));
    block = larger;
  }

  function text(value: string): void {
    // In UTF-8 a unit of a string takes three bytes at the most.
    ensureRoom(value.length * 3);
    // Local names: loops over what functions share are several times slower.
    const to = block;
    let next = at;
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (code > LAST_ASCII) {
        at = next + encoder.encodeInto(value.slice(index), to.subarray(next)).written;
        return;
      }
      to[next++] = code;
    }
    at = next;
  }

  function integer(value: number): void {
    if (!Number.isSafeInteger(value)) {
      text(String(value));
      return;
    }
    ensureRoom(MOST_DIGITS + 1);
    const to = block;
    let next = at;
    let rest = value;
    if (rest < 0) {
      to[next++] = MINUS;
      rest = -rest;
    }
    let end = next + 1;
    for (let power = 10; power <= rest; power *= 10) end++;
    at = end;
    do {
      const tenth = Math.floor(rest / 10);
      to[--end] = DIGIT_0 + (rest - tenth * 10);
      rest = tenth;
    } while (end > next);
  }

  return {
    text,
    integer,
    bytes(bytes) {
      const { length } = bytes;
      ensureRoom(length);
      const to = block;
      const from = at;
      for (let index = 0; index < length; index++) to[from + index] = bytes[index];
      at = from + length;
    },
    take() {
      const taken = block.subarray(0, at);
      at = 0;
      return taken;
    },
    size: () => at,
  };
}

/** Writes cents as currency units with two decimals: `-1.50`. */
export function writeMoney(sink: ByteSink, cents: number): void {
  if (Number.isSafeInteger(cents)) writeUnits(sink, cents, HUNDREDTHS);
  else sink.text((cents / CENTS).toFixed(2));
}

/** The same without zeros at the end, as a number is written: `-1.5`. */
export function writeShortMoney(sink: ByteSink, cents: number): void {
  if (Number.isSafeInteger(cents)) writeUnits(sink, cents, SHORT_HUNDREDTHS);
  else sink.text(String(cents / CENTS));
}

function writeUnits(sink: ByteSink, cents: number, hundredths: readonly Uint8Array[]): void {
  const size = Math.abs(cents);
  const units = Math.floor(size / CENTS);
  if (cents < 0) sink.bytes(MINUS_SIGN);
  sink.integer(units);
  sink.bytes(hundredths[size - units * CENTS]);
}

const CENTS = 100;
const MINUS_SIGN = encoder.encode('-');
const HUNDREDTHS = Array.from({ length: CENTS }, (_, cents) => encoder.encode(`.${String(cents).padStart(2, '0')}`));
const SHORT_HUNDREDTHS = Array.from({ length: CENTS }, (_, cents) => encoder.encode(String(cents / CENTS).slice(1)));
