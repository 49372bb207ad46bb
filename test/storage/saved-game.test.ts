import { fc, test } from '@fast-check/vitest';
import { describe, expect, test as plainTest } from 'vitest';
import type { RunLog } from '../../src/engine/index.ts';
import { CURRENT_FORMAT, MIGRATIONS, type Migration, migrateToCurrent } from '../../src/storage/migrations.ts';
import { readRunLogFile, runLogFileName, runLogFileText } from '../../src/storage/run-log-file.ts';
import { parseRunLog, parseSavedGame, type SavedGame } from '../../src/storage/saved-game.ts';
import { fixtureDecision } from '../support/fixture-reports.ts';

const log: RunLog = {
  format: 'clientele/run',
  formatVersion: 1,
  engineVersion: '1',
  scenario: { id: 'harbour', hash: '00ff' },
  seed: 'maple-4821',
  level: 'essentials',
  rounds: 8,
  decisions: [fixtureDecision, { ...fixtureDecision, insight: 2 }],
  digests: ['aa', 'bb'],
};
const game: SavedGame = { id: 'g1', revision: 3, log, draft: fixtureDecision, savedAt: '2026-11-22T03:00:00.000Z' };

/** Every path to a leaf or branch of a value. */
function pathsOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]));
  return path.length > 0 ? [path, ...inner] : inner;
}

function withChange(value: unknown, path: readonly (string | number)[], planted: unknown): unknown {
  const copy = structuredClone(value) as Record<string | number, unknown>;
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path[path.length - 1];
  if (planted === undefined) delete at[last];
  else at[last] = planted;
  return copy;
}

describe('a saved game read back', () => {
  plainTest('comes out as it went in', () => {
    expect(parseSavedGame(structuredClone(game))).toEqual({ ok: true, value: game });
  });

  const broken = [undefined, -1, 0.5, Number.NaN, '', 'x', [], {}, true, null];
  test.prop([fc.constantFrom(...pathsOf(log)), fc.constantFrom(...broken)])(
    'damage anywhere in the log is found, or leaves the log as good as it was',
    (path, planted) => {
      const parsed = parseSavedGame({ ...game, log: withChange(log, path, planted) });
      if (parsed.ok) {
        // A text for a text is the only damage that the schema cannot see: the replay does.
        expect(planted).toBe('x');
      } else expect(parsed.code).toBe('save/damaged');
    },
  );

  test.prop([fc.anything()])('anything at all is refused without a throw', (given) => {
    expect(parseSavedGame(given).ok).toBe(false);
    expect(parseRunLog(given).ok).toBe(false);
  });

  test.prop([fc.anything()])('a draft that cannot be read is dropped; the rounds played stay', (draft) => {
    expect(parseSavedGame({ ...game, draft })).toMatchObject({ ok: true, value: { log } });
  });

  plainTest('a draft that breaks the rules comes back as it was left', () => {
    const draft = { ...fixtureDecision, service: { ...fixtureDecision.service, gold: Number.NaN, bronze: -5 } };
    expect(parseSavedGame({ ...game, draft })).toEqual({ ok: true, value: { ...game, draft } });
  });

  plainTest('a save of a later format is refused as such, not as damaged', () => {
    const later = { ...game, log: { ...log, formatVersion: 2, somethingNew: true } };
    expect(parseSavedGame(later)).toMatchObject({ ok: false, code: 'save/newer-format' });
  });

  plainTest('a log with more decisions than digests, or than rounds, is damaged', () => {
    expect(parseSavedGame({ ...game, log: { ...log, digests: ['aa'] } })).toMatchObject({ code: 'save/damaged' });
    expect(parseSavedGame({ ...game, log: { ...log, rounds: 1 } })).toMatchObject({ code: 'save/damaged' });
  });
});

describe('migrations', () => {
  const planted: readonly Migration[] = [
    {
      from: 1,
      what: 'marks the first step',
      migrate: ({ log, draft }) => ({ log: { ...(log as object), first: true }, draft }),
    },
    {
      from: 2,
      what: 'marks the second step, empties the draft',
      migrate: ({ log }) => ({ log: { ...(log as object), second: true }, draft: null }),
    },
  ];

  plainTest('run in order, each once, from whatever format the save is in', () => {
    const from1 = migrateToCurrent({ log: { formatVersion: 1 }, draft: 7 }, planted, 3);
    expect(from1).toEqual({ ok: true, value: { log: { formatVersion: 1, first: true, second: true }, draft: null } });
    const from2 = migrateToCurrent({ log: { formatVersion: 2 }, draft: 7 }, planted, 3);
    expect(from2).toEqual({ ok: true, value: { log: { formatVersion: 2, second: true }, draft: null } });
    expect(migrateToCurrent({ log: { formatVersion: 4 }, draft: 7 }, planted, 3)).toMatchObject({
      code: 'save/newer-format',
    });
  });

  plainTest('a gap, or a save that a migration cannot read, is damage', () => {
    expect(migrateToCurrent({ log: { formatVersion: 1 }, draft: 7 }, planted.slice(1), 3)).toMatchObject({
      code: 'save/damaged',
    });
    const throwing: Migration = {
      from: 1,
      what: 'throws',
      migrate: ({ log }) => (log as { no: { way: never } }).no.way,
    };
    expect(migrateToCurrent({ log: { formatVersion: 1 }, draft: 7 }, [throwing], 2)).toMatchObject({
      code: 'save/damaged',
    });
  });

  plainTest('the released ones lead from format 1 to the present one without a gap', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(Array.from({ length: CURRENT_FORMAT - 1 }, (_, i) => i + 1));
  });
});

describe('a run log as a file', () => {
  plainTest('comes back as it was, also with a byte order mark before it', () => {
    expect(readRunLogFile(runLogFileText(log))).toEqual({ ok: true, value: log });
    expect(readRunLogFile(`\uFEFF${runLogFileText(log)}`)).toEqual({ ok: true, value: log });
  });

  plainTest.each([
    ['', 'file/not-a-run-log'],
    ['{"cut": "o', 'file/not-a-run-log'],
    ['[1, 2]', 'file/not-a-run-log'],
    ['null', 'file/not-a-run-log'],
    ['{"format": "clientele/class"}', 'file/not-a-run-log'],
    ['{"format": "clientele/run"}', 'save/damaged'],
    ['{"format": "clientele/run", "formatVersion": 99}', 'save/newer-format'],
    [JSON.stringify({ ...log, decisions: [] }), 'save/damaged'],
    ['x'.repeat(3_000_000), 'file/not-a-run-log'],
  ])('a file that is none (%.30s) says why', (text, code) => {
    expect(readRunLogFile(text)).toMatchObject({ ok: false, code });
  });

  plainTest('its name is one that every file system takes', () => {
    expect(runLogFileName('harbour', 'maple-4821')).toBe('harbour-maple-4821.clientele.json');
    expect(runLogFileName('harbour', '../../été: 1/2')).toBe('harbour--été-1-2.clientele.json');
  });
});

describe('notes beside the log', () => {
  const noted = {
    ...game,
    predictions: [{ equity: 'rises', loser: 'gold' }, null, { equity: null, loser: 'none' }],
    reasons: ['', 'because'],
    branch: { parent: 'g0', round: 1 },
  } satisfies SavedGame;

  plainTest('come back as they were; a game from before there were any is as good', () => {
    expect(parseSavedGame(structuredClone(noted))).toEqual({ ok: true, value: noted });
    expect(parseSavedGame(structuredClone(game))).toEqual({ ok: true, value: game });
  });

  plainTest('are dropped one by one where they cannot be read', () => {
    const damaged = {
      ...noted,
      predictions: [{ equity: 'soars', loser: 'gold' }, 7, { equity: 'level', loser: null }],
      reasons: [7, 'x'.repeat(1000)],
      branch: { parent: '', round: -1 },
    };
    const parsed = parseSavedGame(damaged);
    if (!parsed.ok) throw new Error(parsed.code);
    expect(parsed.value.predictions).toEqual([null, null, { equity: 'level', loser: null }]);
    expect(parsed.value.reasons?.map(({ length }) => length)).toEqual([0, 200]);
    expect(parsed.value.branch).toBeUndefined();
  });

  test.prop([fc.anything(), fc.anything(), fc.anything()])(
    'never cost the rounds played, whatever lies there',
    (predictions, reasons, branch) => {
      expect(parseSavedGame({ ...game, predictions, reasons, branch })).toMatchObject({ ok: true, value: { log } });
    },
  );
});
