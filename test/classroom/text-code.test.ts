import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { SYMBOLS } from '../../src/classroom/base32.ts';
import { encodeTextCode, printTextCode, readTextCode, splitTextCodes } from '../../src/classroom/text-code.ts';

const bytes = fc.uint8Array({ maxLength: 400 });
/** Something between the symbols that people and programs put there. */
const noise = fc.constantFrom('', ' ', '\n', '\r\n> ', ' - ', '\u00a0', '*', '“', '\u200b', '\t');

describe('a code', () => {
  test.prop([bytes, fc.array(noise, { minLength: 1, maxLength: 20 }), fc.boolean()])(
    'survives line breaks, quoting, lower case and letters that look alike',
    (given, noises, lower) => {
      const code = encodeTextCode('hand-in', given);
      let text = 'Dear teacher, here it is: ';
      for (const [at, symbol] of [...code].entries()) text += symbol + (at > 3 ? noises[at % noises.length] : '');
      text = text.replaceAll('0', 'O').replace(/^(.*CL)/, '$1');
      const read = readTextCode('hand-in', `${lower ? text.toLowerCase() : text} Regards, J. Doe`);
      expect(read).toEqual({ ok: true, value: given });
    },
  );

  test.prop([bytes, fc.nat(), fc.nat()])('with one changed symbol is told, and where', (given, where, what) => {
    const code = encodeTextCode('hand-in', given);
    const at = 4 + (where % (code.length - 4));
    const other = SYMBOLS[(SYMBOLS.indexOf(code[at]) + 1 + (what % 31)) % 32];
    const read = readTextCode('hand-in', code.slice(0, at) + other + code.slice(at + 1));
    expect(read.ok).toBe(false);
    // In the first block the length itself may have been hit: what follows then is missing, or too much.
    if (at >= 34 && !read.ok) expect(read).toMatchObject({ code: 'code/damaged', line: 1 + Math.floor((at - 4) / 30) });
  });

  test.prop([bytes, fc.nat()])('with two neighbours swapped is told', (given, where) => {
    const code = encodeTextCode('hand-in', given);
    const at = 4 + (where % (code.length - 5));
    fc.pre(code[at] !== code[at + 1]);
    const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
    expect(readTextCode('hand-in', swapped).ok).toBe(false);
  });

  test.prop([bytes, fc.nat()])('cut short is told as such', (given, where) => {
    const code = encodeTextCode('hand-in', given);
    const at = 4 + (where % (code.length - 4));
    expect(readTextCode('hand-in', code.slice(0, at))).toMatchObject({ ok: false, code: 'code/cut-off' });
  });

  test('of another kind, of a later version, or none at all is told', () => {
    const code = encodeTextCode('join', Uint8Array.of(1, 2, 3));
    expect(readTextCode('hand-in', code)).toEqual({ ok: false, code: 'code/other-kind', text: 'join' });
    expect(readTextCode('join', code.replace('CL1', 'CL7'))).toEqual({ ok: false, code: 'code/newer', version: 7 });
    expect(readTextCode('join', 'nothing here')).toEqual({ ok: false, code: 'code/none' });
    expect(readTextCode('join', 'x'.repeat(500_000))).toMatchObject({ code: 'code/too-long' });
  });

  test('is printed in lines of 30 symbols, and many are told apart in one text', () => {
    const codes = [10, 60, 90].map((length) => encodeTextCode('hand-in', new Uint8Array(length).fill(length)));
    const text = codes.map((code, n) => `From student ${n}:\n${printTextCode(code)}\n`).join('\n');
    expect(text.split('\n').every((line) => line.length <= 35)).toBe(true);
    const pieces = splitTextCodes('hand-in', text);
    expect(pieces.map((piece) => readTextCode('hand-in', piece))).toEqual(
      [10, 60, 90].map((length) => ({ ok: true, value: new Uint8Array(length).fill(length) })),
    );
  });
});
