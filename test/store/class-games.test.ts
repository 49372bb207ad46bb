import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { catchUpCodeOf } from '../../src/classroom/catch-up-code.ts';
import { type ClassFile, keyOf, newClass } from '../../src/classroom/class-file.ts';
import { classIdOf } from '../../src/classroom/class-settings.ts';
import { readHandInCode, readHandInFile } from '../../src/classroom/hand-in-file.ts';
import { allowedHelp, debriefAccess, isRoundKeyDue } from '../../src/store/selectors/class-rules.ts';
import { prepareHandIn } from '../../src/store/selectors/hand-in.ts';
import { gamesOfClass, joinCodeOf, readJoinCode } from '../../src/store/selectors/join.ts';
import { readTypedKeys } from '../../src/store/selectors/typed-keys.ts';
import type { GameState } from '../../src/store/state.ts';
import { countedBytes } from '../classroom/class-fixture.ts';
import { closeTabs, openTab, playWholeGame, type Tab } from '../support/clientele-tab.ts';
import { fixtureScenario } from '../support/fixture-reports.ts';

afterEach(closeTabs);

function classOf(choices: Partial<Parameters<typeof newClass>[2]> = {}): ClassFile {
  return newClass(fixtureScenario, 'class-seed', { isPaced: false, ...choices }, countedBytes);
}

function gameOf(tab: Tab): GameState {
  const { game } = tab.store.getState();
  if (!game) throw new Error('no game is open');
  return game;
}

async function joined(file: ClassFile, alias = 'Blue Heron') {
  const device = `class-device-${Math.random()}`;
  const tab = openTab({ device });
  const id = await tab.commands.joinClass(file.settings, alias);
  if (id === null) throw new Error('not joined');
  return { tab, id, device };
}

function enterKey(tab: Tab, typed: string) {
  const keys = readTypedKeys(gameOf(tab), typed);
  return keys.ok ? tab.commands.takeRoundKeys(keys.value) : keys;
}

describe('joining a class', () => {
  test('starts a game by its rules and leaves every other game as it was', async () => {
    const device = 'join-beside';
    const tab = openTab({ device });
    const own = await tab.commands.startGame({ scenarioId: 'harbour' });
    await tab.commands.submitRound();
    const file = classOf({ rounds: 6, title: 'Marketing 201' });
    expect(tab.commands.checkClass(file.settings)).toMatchObject({ ok: true });
    const id = await tab.commands.joinClass(file.settings, '  Blue \u202e Heron ');
    expect(gameOf(tab)).toMatchObject({ id, rounds: 6, seed: 'class-seed', seat: { alias: 'Blue Heron' } });
    await tab.commands.closeGame();
    const { savedGames } = tab.store.getState();
    expect(savedGames).toHaveLength(2);
    expect(savedGames.find((game) => game.id === own)).toMatchObject({ roundsPlayed: 1, classroom: null });
    expect(gamesOfClass(savedGames, file.settings).map((game) => game.id)).toEqual([id]);
    expect(gamesOfClass(savedGames, classOf({ rounds: 7 }).settings)).toEqual([]);
  });

  test('an invitation leads to the class from a link, a code, or a text around it', () => {
    const { settings } = classOf({ title: 'Ünïcode “class”' });
    const code = joinCodeOf(settings);
    for (const text of [code, `https://example.org/game/#/join/${code}`, `Dear all,\n${code.toLowerCase()}\nBest`]) {
      expect(readJoinCode(text)).toEqual({ ok: true, value: settings });
    }
  });

  test('a class on another firm, or of another version, is not joined', async () => {
    const tab = openTab();
    const { settings } = classOf();
    expect(tab.commands.checkClass({ ...settings, engineVersion: '0' })).toMatchObject({ code: 'class/older-engine' });
    expect(tab.commands.checkClass({ ...settings, engineVersion: '99' })).toMatchObject({ code: 'class/newer-engine' });
    const other = { ...settings, scenario: { ...settings.scenario, hash: 'f'.repeat(16) } };
    expect(tab.commands.checkClass(other)).toMatchObject({ code: 'class/other-scenario' });
    expect(await tab.commands.joinClass(other, 'Heron')).toBeNull();
    expect(tab.store.getState().game).toBeNull();
  });

  test('the seat comes back with the game, in another tab too', async () => {
    const file = classOf({ help: { hints: false, why: true, rewind: false, customerRecords: false } });
    const { tab, id, device } = await joined(file);
    tab.commands.noteHandIn('ABCDE-FGHJK');
    await tab.commands.closeGame();
    const later = openTab({ device });
    expect(await later.commands.continueGame(id)).toBe(true);
    expect(gameOf(later).seat).toMatchObject({ alias: 'Blue Heron', handedIn: { receipt: 'ABCDE-FGHJK', rounds: 0 } });
    expect(allowedHelp(gameOf(later))).toMatchObject({ hints: false, customerRecords: false });
  });
});

describe('keys of the rounds', () => {
  test('no round is played before its key; a wrong one is told; the key goes to the engine', async () => {
    const file = classOf({ isPaced: true });
    const { tab } = await joined(file);
    expect(isRoundKeyDue(gameOf(tab))).toBe(true);
    expect(await tab.commands.submitRound()).toBe(false);
    expect(enterKey(tab, keyOf(file, 1))).toMatchObject({ ok: false, code: 'key/wrong' });
    const key = keyOf(file, 0);
    expect(enterKey(tab, `${key.slice(0, 8)}${key[8] === '7' ? '8' : '7'}`)).toMatchObject({ code: 'key/mistyped' });
    expect(enterKey(tab, key.toLowerCase())).toEqual({ ok: true, value: 1 });
    expect(await tab.commands.submitRound()).toBe(true);
    expect(tab.worker().received.find(({ kind }) => kind === 'playRound')).toMatchObject({ roundKey: key });
    expect(isRoundKeyDue(gameOf(tab))).toBe(true);
  });

  test('a catch-up code brings all keys released; those of rounds played stay', async () => {
    const file = classOf({ isPaced: true });
    const { tab, id, device } = await joined(file);
    enterKey(tab, keyOf(file, 0));
    await tab.commands.submitRound();
    expect(enterKey(tab, catchUpCodeOf(file, 4))).toEqual({ ok: true, value: 4 });
    for (let round = 1; round < 4; round++) expect(await tab.commands.submitRound()).toBe(true);
    expect(await tab.commands.submitRound()).toBe(false);
    await tab.commands.closeGame();
    const later = openTab({ device });
    await later.commands.continueGame(id);
    expect(gameOf(later).roundKeys).toEqual([0, 1, 2, 3].map((round) => keyOf(file, round)));
    const other = classOf({ isPaced: true, title: 'Another class' });
    expect(enterKey(later, catchUpCodeOf(other, 5))).toMatchObject({ code: 'key/wrong' });
  });
});

describe('handing in', () => {
  test('holds what was played and only what was chosen; file and code agree', async () => {
    const file = classOf({
      prompts: { predictions: 'invited', reasons: 'invited', reflections: ['Why?', 'What now?'] },
    });
    const { tab } = await joined(file);
    tab.commands.setPrediction({ equity: 'rises', loser: 'none' });
    tab.commands.setReason('a hunch');
    await playWholeGame(tab);
    tab.commands.setReflection(1, 'Less advertising');
    const closed = prepareHandIn(gameOf(tab), { predictions: false, reasons: false, reflections: false });
    const open = prepareHandIn(gameOf(tab), { predictions: true, reasons: true, reflections: true });
    if (!closed || !open) throw new Error('nothing prepared');
    expect(closed.handIn).toMatchObject({ classId: classIdOf(file.settings), alias: 'Blue Heron' });
    expect(closed.handIn).toMatchObject({ predictions: [], reasons: [], reflections: [] });
    expect(closed.handIn.decisions).toHaveLength(8);
    expect(open.handIn.predictions[0]).toEqual({ equity: 'rises', loser: 'none' });
    expect(open.handIn.reflections).toEqual(['', 'Less advertising']);
    expect(open.readsBack).toBe(true);
    expect(readHandInFile(open.fileText)).toEqual({ ok: true, value: open.handIn });
    expect(readHandInCode(open.code)).toEqual({ ok: true, value: open.handIn });
    expect(open.receipt).not.toBe(closed.receipt);
    expect(await tab.commands.replayGame()).toBe(true);
  });

  test('a game under way can be handed in early, without a score', async () => {
    const { tab } = await joined(classOf());
    expect(prepareHandIn(gameOf(tab), { predictions: true, reasons: true, reflections: true })).toBeNull();
    await tab.commands.submitRound();
    const early = prepareHandIn(gameOf(tab), { predictions: true, reasons: true, reflections: true });
    expect(early?.handIn).toMatchObject({ claimedFirmValue: null });
    expect(early?.handIn.decisions).toHaveLength(1);
  });

  test('the check before handing in finds a game that comes out differently', async () => {
    const { tab } = await joined(classOf());
    await tab.commands.submitRound();
    tab.faults.otherDigests = true;
    expect(await tab.commands.replayGame()).toBe(false);
    expect(tab.notices()).toContain('save/does-not-replay');
  });
});

describe('the debrief of a class', () => {
  test('opens at the end, after handing in, or with its key, as the rules say', async () => {
    expect(debriefAccess({ seat: null })).toBe('open');
    const free = await joined(classOf({ debrief: 'at-the-end' }));
    expect(debriefAccess(gameOf(free.tab))).toBe('open');

    const after = await joined(classOf({ debrief: 'after-hand-in' }));
    expect(debriefAccess(gameOf(after.tab))).toBe('hand-in-first');
    after.tab.commands.noteHandIn('ABCDE-FGHJK');
    expect(debriefAccess(gameOf(after.tab))).toBe('open');

    const file = classOf({ debrief: 'with-key' });
    const locked = await joined(file);
    expect(debriefAccess(gameOf(locked.tab))).toBe('key-first');
    expect(locked.tab.commands.unlockDebrief('7QX4MBT0K')).toMatchObject({ ok: false });
    expect(debriefAccess(gameOf(locked.tab))).toBe('key-first');
    expect(locked.tab.commands.unlockDebrief(keyOf(file, 'debrief'))).toMatchObject({ ok: true });
    expect(debriefAccess(gameOf(locked.tab))).toBe('open');
  });
});
