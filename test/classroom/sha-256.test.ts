import { createHash } from 'node:crypto';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { base32Of, bytesOfSymbols, symbolValue } from '../../src/classroom/base32.ts';
import { sha256 } from '../../src/classroom/sha-256.ts';

test.prop([fc.uint8Array({ maxLength: 300 })])('is what the platform’s own SHA-256 gives', (bytes) => {
  expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
});

test.prop([fc.uint8Array({ maxLength: 100 })])('bytes come back from their symbols', (bytes) => {
  const values = Array.from(base32Of(bytes), (symbol) => symbolValue(symbol) as number);
  expect(bytesOfSymbols(values)).toEqual(bytes);
});
