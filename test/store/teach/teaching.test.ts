import { describe, expect, it, vi } from 'vitest';
import { classFileText, readClassFile } from '../../../src/classroom/class-file.ts';
import { checkKey } from '../../../src/classroom/round-key.ts';
import { createKeptClasses, type TextShelf } from '../../../src/storage/kept-classes.ts';
import { joinLink, previewOf, printedCatchUpCode, printedKey } from '../../../src/store/selectors/class-sharing.ts';
import { readJoinCode } from '../../../src/store/selectors/join.ts';
import { createTeaching } from '../../../src/store/teach/create-teaching.ts';
import type { ClassSession } from '../../../src/store/teach/teach-state.ts';
import type { ClassClient } from '../../../src/worker/class-client.ts';
import { countedBytes } from '../../classroom/class-fixture.ts';
import { fakeCatalogue } from '../../support/fake-engine.ts';

function shelf(): TextShelf & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
}

/** A worker that answers as told; what it was asked, in order. */
function fakeClient(answers: Record<string, object | 'failed' | 'cancelled'> = {}) {
  const asked: string[] = [];
  const client = {
    ask: vi.fn(async ({ kind }: { kind: string }, onProgress?: (done: number, of: number) => void) => {
      asked.push(kind);
      onProgress?.(1, 2);
      const answer = answers[kind] ?? {};
      if (answer === 'cancelled') return { kind: 'cancelled' };
      return answer === 'failed' ? { kind: 'failed', message: 'planted' } : { kind: 'ok', value: answer };
    }),
    cancel: vi.fn(),
    dispose: vi.fn(),
  };
  return { asked, client: client as unknown as ClassClient };
}

function teaching(options: { answers?: Parameters<typeof fakeClient>[0]; device?: TextShelf | null } = {}) {
  const { client, asked } = fakeClient(options.answers);
  let clock = Date.UTC(2026, 10, 22, 9);
  const made = createTeaching({
    catalogue: fakeCatalogue('1'),
    keptClasses: createKeptClasses(options.device === undefined ? shelf() : options.device),
    client,
    now: () => new Date(clock),
    randomBytes: countedBytes,
    untitled: 'Untitled',
  });
  const session = (): ClassSession => {
    const open = made.store.getState().session;
    if (!open) throw new Error('no class is open');
    return open;
  };
  return { ...made, session, asked, pass: (milliseconds: number) => (clock += milliseconds) };
}

describe('setting a class up', () => {
  it('makes what the draft says, and what students read is what the preview showed', () => {
    const { commands, session } = teaching();
    const draft = { ...commands.newDraft(), title: ' Marketing ', rounds: 7, isPaced: true };
    const preview = previewOf(draft, 'Untitled');
    commands.openNew(draft);
    const { settings } = session().file;
    const { seed: _, scenario: __, roundKeys, ...shown } = settings;
    const { seed: ___, scenario: ____, roundKeys: keysShown, ...expected } = preview;
    expect(shown).toEqual(expected);
    expect(roundKeys).toHaveLength(keysShown?.length ?? -1);
    expect(settings.seed).toMatch(/^[a-z]+-\d{4}$/);
    const link = joinLink(settings, 'https://example.org/game/#/teach/class');
    expect(link).toMatch(/^https:\/\/example\.org\/game\/#\/join\//);
    expect(readJoinCode(link)).toEqual({ ok: true, value: settings });
  });

  it('a copy has the same rules and another seed; a class without a name gets one', () => {
    const { commands, session } = teaching();
    commands.openNew({ ...commands.newDraft(), seed: 'oak-1', standings: 'aliases', isPaced: true });
    expect(session().file.settings).toMatchObject({ title: 'Untitled', seed: 'oak-1' });
    expect(commands.copyDraft()).toMatchObject({ seed: '', standings: 'aliases', isPaced: true });
  });

  it('opens again from its file, refuses what is none, and settings without the secret of their keys', () => {
    const { commands, session } = teaching();
    commands.openNew({ ...commands.newDraft(), isPaced: true });
    const { file, classId } = session();
    commands.closeClass();
    expect(commands.openFile(classFileText(file))).toBeNull();
    expect(session().classId).toBe(classId);
    expect(commands.openFile('{}')).toMatchObject({ code: 'class/not-settings' });
    expect(commands.openFile(JSON.stringify(file.settings))).toMatchObject({ code: 'class/not-an-instructor-file' });
    const older = { ...file, settings: { ...file.settings, engineVersion: '0' } };
    expect(readClassFile(JSON.stringify(older)).ok || commands.openFile(JSON.stringify(older)) !== null).toBe(true);
  });
});

describe('keys', () => {
  it('come one at a time, fit the class, and are never more than rounds', () => {
    const { commands, session } = teaching();
    commands.openNew({ ...commands.newDraft(), rounds: 6, isPaced: true });
    const { file } = session();
    expect(printedCatchUpCode(file, 0)).toBeNull();
    for (let round = 0; round < 8; round++) {
      commands.releaseKey();
      expect(session().released).toBe(Math.min(round + 1, 6));
    }
    for (let round = 0; round < 6; round++) {
      expect(checkKey(file.settings, round, printedKey(file, round) ?? '')).toMatchObject({ ok: true });
    }
    expect(printedKey(file, 'debrief')).toBeNull();
  });

  it('the clock runs, stands and is lengthened', () => {
    const { commands, session, pass } = teaching();
    commands.openNew(commands.newDraft());
    commands.setTimer(60_000);
    commands.runTimer(true);
    pass(20_000);
    commands.extendTimer(30_000);
    pass(10_000);
    commands.runTimer(false);
    expect(session().timer).toEqual({ endsAt: null, left: 60_000 });
    commands.runTimer(true);
    pass(600_000);
    commands.runTimer(false);
    expect(session().timer).toEqual({ endsAt: null, left: 0 });
  });
});

describe('keeping', () => {
  it('is a choice; what is kept opens again with the keys shown so far', () => {
    const device = shelf();
    const first = teaching({ device });
    first.commands.openNew({ ...first.commands.newDraft(), isPaced: true, title: 'Kept' });
    expect(device.texts.size).toBe(0);
    first.commands.keep(true);
    first.commands.releaseKey();
    const { classId } = first.session();
    const later = teaching({ device });
    expect(later.store.getState().kept).toMatchObject([{ classId, released: 1 }]);
    later.commands.openKept(classId);
    expect(later.session()).toMatchObject({ classId, released: 1, keeping: 'yes' });
    later.commands.keep(false);
    expect(device.texts.size).toBe(0);
  });

  it('says so where the device keeps nothing, and passes over what it cannot read', () => {
    const { commands, session } = teaching({ device: null });
    commands.openNew(commands.newDraft());
    commands.keep(true);
    expect(session().keeping).toBe('refused');
    const damaged = shelf();
    damaged.setItem('clientele-classes', '[{"file": "nonsense", "released": 1, "keptAt": "2026-11-22T09:00:00.000Z"}]');
    expect(createKeptClasses(damaged).list()).toEqual([]);
    damaged.setItem('clientele-classes', '{');
    expect(createKeptClasses(damaged).list()).toEqual([]);
  });
});

describe('collecting', () => {
  const collection = { accounts: [], submissions: [], superseded: [], rosters: [{ path: ['r.csv'], text: 'Name,ID' }] };
  const answers = {
    collect: { collection },
    verify: { verifications: [null], identical: [] },
    standings: { standings: [] },
    pictures: { pictures: { games: 0 } },
    join: { roster: null, rows: [] },
  };

  it('reads, replays, draws and joins with the roster that was dropped in', async () => {
    const { commands, store, session, asked } = teaching({ answers });
    const told: unknown[] = [];
    store.subscribe(({ work }) => work && told.push(work));
    commands.openNew(commands.newDraft());
    await commands.collect([], 'CL1H…');
    expect(told).toContainEqual({ kind: 'verify', done: 1, of: 2 });
    expect(store.getState().work).toBeNull();
    expect(asked).toEqual(['openClass', 'collect', 'verify', 'standings', 'pictures', 'join']);
    expect(session()).toMatchObject({ collection, verifications: [null], rosterText: 'Name,ID' });
  });

  it('a roster keeps its byte order mark; one in UTF-16 gets one', async () => {
    const { commands, session } = teaching({ answers });
    commands.openNew(commands.newDraft());
    await commands.setRoster(Uint8Array.of(0xef, 0xbb, 0xbf, 0x49, 0x44));
    expect(session().rosterText).toBe('\uFEFFID');
    await commands.setRoster(Uint8Array.of(0xff, 0xfe, 0x49, 0, 0x44, 0));
    expect(session().rosterText).toBe('\uFEFFID');
    await commands.setRoster(null);
    expect(session().rosterText).toBeNull();
  });

  it('a cancelled replay keeps what was collected', async () => {
    const { commands, session } = teaching({ answers: { ...answers, verify: 'cancelled' } });
    commands.openNew(commands.newDraft());
    await commands.collect([], '');
    expect(session()).toMatchObject({ collection, verifications: [], failure: null });
  });

  it('a worker that dies is told, and the class begins anew, empty', async () => {
    const { commands, session, asked } = teaching({ answers: { ...answers, verify: 'failed' } });
    commands.openNew(commands.newDraft());
    await commands.collect([], '');
    expect(session().failure).toBe('planted');
    expect(session().collection.rosters).toEqual([]);
    expect(asked.filter((kind) => kind === 'openClass')).toHaveLength(2);
  });

  it('a rehearsal is marked as one, and its end forgets everything', async () => {
    const dryRun = {
      file: { fileName: 'rehearsal.zip', mediaType: 'application/zip', bytes: new Uint8Array() },
      rosterCsv: 'ID',
    };
    const { commands, session } = teaching({ answers: { ...answers, dryRun } });
    commands.openNew(commands.newDraft());
    await commands.rehearse(60);
    expect(session()).toMatchObject({ isRehearsal: true, rosterText: 'ID', collection });
    await commands.clearCollection();
    expect(session()).toMatchObject({ isRehearsal: false, rosterText: null });
    expect(session().collection.rosters).toEqual([]);
  });
});
