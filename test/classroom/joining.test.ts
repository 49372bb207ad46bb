import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { SYMBOLS } from '../../src/classroom/base32.ts';
import { catchUpCodeOf, readCatchUpCode } from '../../src/classroom/catch-up-code.ts';
import { classFileText, keyOf, readClassFile } from '../../src/classroom/class-file.ts';
import {
  checkClass,
  classIdOf,
  DEBRIEF_OPENINGS,
  PROMPTS,
  parseClassSettings,
  STANDINGS_MODES,
} from '../../src/classroom/class-settings.ts';
import { joinCodeOf, joinFragmentOf, readJoinCode } from '../../src/classroom/join-code.ts';
import { checkKey, keyFromSecret, printKey, readKey } from '../../src/classroom/round-key.ts';
import { makeClass } from './class-fixture.ts';

const word = (longest: number) =>
  fc.string({ minLength: 1, maxLength: longest, unit: 'grapheme' }).filter((text) => text.length <= longest);
const choices = fc.record({
  isPaced: fc.boolean(),
  title: word(80),
  rounds: fc.integer({ min: 6, max: 10 }),
  level: fc.constantFrom('essentials', 'full'),
  players: fc.constantFrom('persons', 'teams'),
  standings: fc.constantFrom(...STANDINGS_MODES),
  debrief: fc.constantFrom(...DEBRIEF_OPENINGS),
  prompts: fc.record({
    predictions: fc.constantFrom(...PROMPTS),
    reasons: fc.constantFrom(...PROMPTS),
    reflections: fc.array(word(200), { maxLength: 5 }),
  }),
  help: fc.record({ hints: fc.boolean(), why: fc.boolean(), rewind: fc.boolean(), customerRecords: fc.boolean() }),
}) as fc.Arbitrary<NonNullable<Parameters<typeof makeClass>[0]>>;

describe('a join link', () => {
  test.prop([choices], { numRuns: 60 })('holds the settings and nothing else, and is safe in a fragment', (chosen) => {
    const { settings } = makeClass(chosen);
    const fragment = joinFragmentOf(settings);
    expect(fragment).toMatch(/^#\/join\/[0-9A-Z]+$/);
    expect(readJoinCode(`https://example.org/game/${fragment}`)).toEqual({ ok: true, value: settings });
    expect(readJoinCode(`Please join: https://example.org/${fragment.toLowerCase()} today`)).toMatchObject({
      ok: true,
    });
  });

  test('never carries the secret of the keys', () => {
    const file = makeClass({ isPaced: true });
    expect(file.keySecret).toMatch(/^[0-9a-f]{32}$/);
    const read = readJoinCode(joinCodeOf(file.settings));
    expect(JSON.stringify(read)).not.toContain(file.keySecret);
    expect(JSON.stringify(read)).not.toContain(keyOf(file, 0));
  });

  test('of another version of the model, or of another scenario, is told', () => {
    const { settings } = makeClass();
    const { hash } = settings.scenario;
    expect(checkClass(settings, hash)).toEqual({ ok: true, value: settings });
    expect(checkClass({ ...settings, engineVersion: '999' }, hash)).toMatchObject({ code: 'class/newer-engine' });
    expect(checkClass({ ...settings, engineVersion: '0' }, hash)).toMatchObject({ code: 'class/older-engine' });
    expect(checkClass(settings, null)).toMatchObject({ code: 'class/unknown-scenario' });
    expect(checkClass(settings, '0'.repeat(16))).toMatchObject({ code: 'class/other-scenario' });
    expect(parseClassSettings({ ...settings, formatVersion: 2 })).toMatchObject({ code: 'class/newer-format' });
    expect(parseClassSettings({ ...settings, rounds: 11 })).toMatchObject({ code: 'class/damaged', where: 'rounds' });
    expect(parseClassSettings({ ...settings, grades: [] })).toMatchObject({ code: 'class/damaged' });
    expect(parseClassSettings('settings')).toMatchObject({ code: 'class/not-settings' });
  });
});

test('any change of the settings is another class, the order of fields is not', () => {
  const { settings } = makeClass();
  const turned = Object.fromEntries(Object.entries(settings).reverse()) as typeof settings;
  expect(classIdOf(turned)).toBe(classIdOf(settings));
  expect(classIdOf({ ...settings, help: { ...settings.help, rewind: true } })).not.toBe(classIdOf(settings));
});

describe('the instructor’s file', () => {
  test('comes back as it was, and tells a secret that is not its own', () => {
    const file = makeClass({ isPaced: true, debrief: 'with-key' });
    expect(readClassFile(`\uFEFF${classFileText(file)}`)).toEqual({ ok: true, value: file });
    const other = { ...file, keySecret: '0'.repeat(32) };
    expect(readClassFile(classFileText(other))).toMatchObject({ code: 'class/damaged', where: 'keySecret' });
    expect(readClassFile(JSON.stringify(file.settings))).toEqual({ ok: true, value: { ...file, keySecret: null } });
    expect(readClassFile('{')).toMatchObject({ code: 'class/not-settings' });
  });
});

describe('a round key', () => {
  const file = makeClass({ isPaced: true, rounds: 10, debrief: 'with-key' });

  test('opens its round as it was typed by hand, and no other', () => {
    for (let round = 0; round < 10; round++) {
      const typed = printKey(keyOf(file, round))
        .toLowerCase()
        .replaceAll('-', ' ')
        .replaceAll('0', 'o')
        .replaceAll('1', 'l');
      expect(checkKey(file.settings, round, typed)).toEqual({ ok: true, value: keyOf(file, round) });
    }
    expect(checkKey(file.settings, 1, keyOf(file, 0))).toMatchObject({ code: 'key/wrong' });
    expect(checkKey(file.settings, 'debrief', keyOf(file, 'debrief')).ok).toBe(true);
    expect(checkKey(makeClass().settings, 0, keyOf(file, 0))).toMatchObject({ code: 'key/none-wanted' });
    expect(readKey('ABC')).toMatchObject({ code: 'key/length', value: 3 });
    expect(readKey('ABCDEFGHU')).toMatchObject({ code: 'key/symbol', text: 'U' });
  });

  test.prop([fc.string(), fc.nat(), fc.nat()])(
    'tells every mistyped symbol and every pair of swapped ones',
    (secret, at, by) => {
      const key = keyFromSecret(secret, 3);
      const place = at % 9;
      const other = SYMBOLS[(SYMBOLS.indexOf(key[place]) + 1 + (by % 31)) % 32];
      expect(readKey(key.slice(0, place) + other + key.slice(place + 1))).toMatchObject({ code: 'key/mistyped' });
      const i = at % 8;
      if (key[i] === key[i + 1]) return;
      const swapped = key.slice(0, i) + key[i + 1] + key[i] + key.slice(i + 2);
      expect(readKey(swapped)).toMatchObject({ code: 'key/mistyped' });
    },
  );

  test('cannot be found from the settings: about one key in 4096 passes the commitment', () => {
    let passed = 0;
    const tries = 12_000;
    for (let n = 0; n < tries; n++) if (checkKey(file.settings, 0, keyFromSecret(`guess ${n}`, 0)).ok) passed++;
    expect(passed).toBeGreaterThan(0);
    expect(passed).toBeLessThan(15);
  });

  test('is in the code for those who come late, with the keys before it', () => {
    const code = catchUpCodeOf(file, 4);
    expect(readCatchUpCode(file.settings, code)).toEqual({
      ok: true,
      value: [0, 1, 2, 3].map((round) => keyOf(file, round)),
    });
    const other = makeClass({ isPaced: true, rounds: 9 });
    expect(readCatchUpCode(other.settings, code)).toMatchObject({ code: 'key/wrong' });
    expect(readCatchUpCode(makeClass().settings, code)).toMatchObject({ code: 'key/none-wanted' });
  });
});
