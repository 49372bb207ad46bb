import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readClassFile } from '../../src/classroom/class-file.ts';
import { classIdOf } from '../../src/classroom/class-settings.ts';
import { runLogOf } from '../../src/classroom/hand-in.ts';
import { readHandInCode, readHandInFile } from '../../src/classroom/hand-in-file.ts';
import { readJoinCode } from '../../src/classroom/join-code.ts';
import { ENGINE_VERSION, type RunLog, replay } from '../../src/engine/index.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { readDeviceFile } from '../../src/storage/device-file.ts';
import { readRunLogFile } from '../../src/storage/run-log-file.ts';

/**
 * Files as released versions of the game wrote them, a folder for each version of the model. Never change one: when a format or the model
 * changes, add a folder, and these must still be read.
 */
const STORED = new URL('./fixtures/', import.meta.url);
const CLASSROOM = new URL('../classroom/fixtures/', import.meta.url);

const versions = readdirSync(STORED).map((folder) => folder.replace('engine-', ''));

function text(root: URL, version: string, name: string): string {
  return readFileSync(new URL(`engine-${version}/${name}`, root), 'utf8');
}

/** Read in any version; replayed to the same bits by the version that wrote it. */
function expectKept(log: RunLog, version: string): void {
  expect(log.engineVersion).toBe(version);
  expect(log.decisions.length).toBeGreaterThan(0);
  const replayed = replay(log, harbour);
  if (version === ENGINE_VERSION) expect(replayed).toMatchObject({ ok: true, digests: log.digests });
  else expect(replayed).toMatchObject({ ok: false, refusals: [{ code: 'run-log/other-engine-version' }] });
}

test('the present model has its files', () => {
  expect(versions).toContain(ENGINE_VERSION);
});

describe.each(versions)('files of model %s', (version) => {
  test('a game', () => {
    const log = readRunLogFile(text(STORED, version, 'played.clientele.json'));
    if (!log.ok) throw new Error(log.code);
    expectKept(log.value, version);
  });

  test('everything of a device', () => {
    const file = readDeviceFile(text(STORED, version, 'everything.clientele-device.json'));
    if (!file.ok) throw new Error(file.code);
    expect(file.value.games.length).toBeGreaterThan(0);
    for (const entry of file.value.games) {
      if ('problem' in entry) throw new Error(entry.problem.code);
      expectKept(entry.game.log, version);
    }
  });

  test('a class, its link, a hand-in as a file and as a code', () => {
    const file = readClassFile(text(CLASSROOM, version, 'class.clientele-class.json'));
    const joined = readJoinCode(text(CLASSROOM, version, 'join-code.txt'));
    const handIn = readHandInFile(text(CLASSROOM, version, 'hand-in.clientele.json'));
    if (!file.ok || !joined.ok || !handIn.ok) throw new Error('not read');
    expect(joined.value).toEqual(file.value.settings);
    expect(handIn.value.classId).toBe(classIdOf(file.value.settings));
    expect(readHandInCode(text(CLASSROOM, version, 'hand-in-code.txt'))).toEqual(handIn);
    expect(handIn.value.engineVersion).toBe(version);
    if (version === ENGINE_VERSION) {
      const log = runLogOf(file.value.settings, handIn.value);
      expect(replay(log, harbour)).toMatchObject({ ok: true, digests: handIn.value.digests });
    }
  });

  test('the same from a later format are refused as such', () => {
    const later = (root: URL, name: string) =>
      text(root, version, name).replace('"formatVersion": 1', '"formatVersion": 2');
    expect(readRunLogFile(later(STORED, 'played.clientele.json'))).toMatchObject({ code: 'save/newer-format' });
    expect(readDeviceFile(later(STORED, 'everything.clientele-device.json'))).toMatchObject({
      code: 'save/newer-format',
    });
    expect(readHandInFile(later(CLASSROOM, 'hand-in.clientele.json'))).toMatchObject({ code: 'hand-in/newer-format' });
    expect(readClassFile(later(CLASSROOM, 'class.clientele-class.json'))).toMatchObject({ code: 'class/newer-format' });
  });
});
