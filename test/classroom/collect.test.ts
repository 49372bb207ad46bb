import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createCollector, LIMITS } from '../../src/classroom/collect/collector.ts';
import { lmsNameOf } from '../../src/classroom/collect/lms-names.ts';
import { handInCodeOf, handInFileText } from '../../src/classroom/hand-in-file.ts';
import type { Collection, DroppedFile } from '../../src/classroom/submission.ts';
import { printTextCode } from '../../src/classroom/text-code.ts';
import { customerCentric } from '../../src/policies/value-based.ts';
import { smallClass, smallHandIn } from './small-class.ts';

const file = smallClass();
const handIn = smallHandIn(file, customerCentric, 'Blue Otters');
const early = smallHandIn(file, customerCentric, 'Blue Otters', 3);
const json = handInFileText(handIn);
const code = printTextCode(handInCodeOf(handIn));

function collect(files: readonly (readonly [string, string | Uint8Array])[], pasted = ''): Collection {
  const collector = createCollector();
  const dropped = files.map(([path, content]): DroppedFile => {
    return { path, bytes: typeof content === 'string' ? strToU8(content) : content };
  });
  for (const _ of collector.take(dropped, pasted));
  return collector.collection();
}

const reasons = ({ accounts }: Collection) =>
  accounts.map((account) => (account.kind === 'passed-over' ? account.reason : account.kind));

describe('names of bulk downloads', () => {
  test.each([
    ['smithbob_340934_208490284_game.json', 'canvas', '340934', 'smithbob', false],
    ['smithbob_LATE_340934_208490284_my_game-1.json', 'canvas', '340934', 'smithbob', true],
    ['José García_2_assignsubmission_file/game.json', 'moodle', '2', 'José García', false],
    ['José García_2_assignsubmission_file_/game.json', 'moodle', '2', 'José García', false],
    ['Anna_Maria Z_17_assignsubmission_onlinetext/onlinetext.html', 'moodle', '17', 'Anna_Maria Z', false],
    ['Group A-José García_2_assignsubmission_file_game.json', 'moodle', '2', 'Group A-José García', false],
    ['Assignment_jdoe_attempt_2026-03-01-20-50-44_game.json', 'blackboard', 'jdoe', null, false],
    ['Week 3_Game_jdoe_attempt_2026-03-01-20-50-44.txt', 'blackboard', 'jdoe', null, false],
    [
      '39786-640693 - Aiden Rodriguez - Oct 10, 2025 1022 AM/game.json',
      'brightspace',
      'Aiden Rodriguez',
      'Aiden Rodriguez',
      false,
    ],
    [
      '39786-640693 - Zoë - O’Neil - Oct 1, 2025 1:05 PM/game.json',
      'brightspace',
      'Zoë - O’Neil',
      'Zoë - O’Neil',
      false,
    ],
  ])('%s', (path, lms, key, displayName, isLate) => {
    expect(lmsNameOf(path)).toMatchObject({ lms, key, displayName, isLate });
    expect(lmsNameOf(`download/class/${path}`)).toMatchObject({ lms, key });
  });

  test('attempts are in order of time', () => {
    const at = (time: string) => lmsNameOf(`1-2 - A B - ${time}/g.json`)?.attempt ?? '';
    const times = [
      'Sep 30, 2025 1159 PM',
      'Oct 1, 2025 1205 AM',
      'Oct 1, 2025 1022 AM',
      'Oct 1, 2025 1205 PM',
      'Oct 10, 2025 100 AM',
    ];
    expect(times.map(at).toSorted()).toEqual(times.map(at));
  });

  test('any other name has no key', () => {
    for (const name of ['game.json', 'my_game_final_2.json', 'a_b_c_d.json', 'report - final - v2/x.json', '']) {
      expect(lmsNameOf(name)).toBeNull();
    }
  });
});

describe('collecting', () => {
  test('accounts for every file, in zips and zips in zips', () => {
    const inner = zipSync({ 'game.clientele.json': strToU8(json) });
    const zip = zipSync({
      'doejane_1_11_game.json': strToU8(json),
      'roejohn_2_12_work.zip': inner,
      'poejo_3_13_text.html': strToU8(
        `<html><body><p>Mine:<br>${code.replaceAll('\n', '<br>&nbsp;')}</p></body></html>`,
      ),
      'zoeann_4_14_essay.docx': zipSync({
        'word/document.xml': strToU8(`<w:p>${code.replaceAll('\n', '</w:p><w:p>')}</w:p>`),
      }),
      'xuhua_5_15_photo.png': Uint8Array.of(1, 2, 3),
      'kimlee_6_16_broken.json': strToU8(json.slice(0, 900)),
      'index.html': strToU8('<html>'),
      '__MACOSX/._doejane_1_11_game.json': strToU8('x'),
      'late/.DS_Store': strToU8('x'),
      'empty.json': new Uint8Array(0),
      'note.txt': strToU8('I forgot my game.'),
    });
    const collection = collect([['class.zip', zip]]);
    expect(collection.submissions.map(({ path, lms, source }) => [path.length, lms?.key, source])).toEqual([
      [2, '1', 'file'],
      [3, '2', 'file'],
      [2, '3', 'code'],
      [2, '4', 'code'],
    ]);
    expect(new Set(collection.submissions.map(({ receipt }) => receipt)).size).toBe(1);
    expect(reasons(collection)).toEqual([
      ...['container', 'hand-in', 'container', 'hand-in', 'hand-in', 'hand-in', 'file/other-format', 'file/unreadable'],
      ...['file/left-behind', 'file/left-behind', 'file/left-behind', 'file/empty', 'file/no-code'],
    ]);
  });

  test('reads pasted codes, and tables of codes by row with who they are of', () => {
    const table = `Timestamp;Email;Code\r\n1;ann@example.org;"${code}"\r\n2;bob@example.org;none\r\n3;cy@example.org;${code.replaceAll('\n', ' ')}\r\n`;
    const collection = collect([['answers.csv', table]], `${code}\n\nand another:\n${code.slice(0, 200)}`);
    expect(collection.submissions.map(({ row, tableKey }) => [row, tableKey])).toEqual([
      [undefined, null],
      [2, 'ann@example.org'],
      [4, 'cy@example.org'],
    ]);
    expect(collection.accounts[1]).toMatchObject({ kind: 'passed-over', problem: { code: 'code/cut-off' } });
  });

  test('tells rosters, settings, saved games and other things apart', () => {
    const collection = collect([
      ['roster.csv', 'Name,Email\nAnn,ann@example.org\n'],
      ['class.json', JSON.stringify(file)],
      ['game.json', '{"format":"clientele/run"}'],
      ['other.json', '{"a":1}'],
      ['big.json', new Uint8Array(LIMITS.file + 1).fill(32)],
      ['letter.txt', 'Dear all'],
    ]);
    expect(reasons(collection)).toEqual([
      ...['file/roster', 'file/class-settings', 'file/run-log', 'file/other-format', 'file/too-large', 'file/no-code'],
    ]);
    expect(collection.rosters).toHaveLength(1);
  });

  test('one of several hand-ins of a person counts, by a stated rule', () => {
    const changed = handInFileText({ ...handIn, reasons: ['other'] });
    const collection = collect([
      ['doejane_1_11_a.json', json],
      ['doejane_1_9_b.json', changed],
      ['x/José García_2_assignsubmission_file/game 10.json', json],
      ['x/José García_2_assignsubmission_file/game 9.json', changed],
      ['x/José García_2_assignsubmission_file/early.json', handInFileText(early)],
      ['free.json', json],
      ['copy of free.json', json],
    ]);
    const rule = (from: number) => collection.superseded.find(({ submission }) => submission === from);
    expect(rule(1)).toMatchObject({ by: 0, rule: 'later-attempt' });
    expect(rule(3)).toMatchObject({ by: 2, rule: 'last-by-name' });
    expect(rule(4)).toMatchObject({ by: 2, rule: 'more-rounds' });
    expect(collection.superseded.filter(({ rule: by }) => by === 'same-content')).toHaveLength(1);
    expect(collection.superseded).toHaveLength(4);
  });
});

describe('a zip that is a trap', () => {
  const bomb = zipSync({ 'a.json': new Uint8Array(30_000_000) }, { level: 9 });

  test('is stopped at its limits, and says so', () => {
    expect(reasons(collect([['bomb.zip', bomb]]))).toEqual(['container', 'file/too-large']);
    const nested = zipSync({
      'b.zip': zipSync({ 'c.zip': zipSync({ 'd.zip': zipSync({ 'e.json': strToU8(json) }) }) }),
    });
    expect(reasons(collect([['deep.zip', nested]]))).toContain('zip/too-deep');
    const many = zipSync(Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.txt`, strToU8('x')])));
    // The directory claims more files than are taken.
    new DataView(many.buffer).setUint16(many.length - 22 + 10, 65_000, true);
    expect(reasons(collect([['many.zip', many]]))).toEqual(['zip/too-many-files']);
  });

  test('that lies about sizes, or is damaged or locked, is told', () => {
    const zip = zipSync({ 'a.json': strToU8(json) });
    const directory = zip.length - 22 - 46 - 'a.json'.length;
    const changed = (change: (view: DataView) => void) => {
      const copy = zip.slice();
      change(new DataView(copy.buffer));
      return reasons(collect([['x.zip', copy]]))[1];
    };
    expect(changed(() => {})).toBe('hand-in');
    expect(changed((view) => view.setUint32(directory + 24, 10, true))).toBe('zip/damaged');
    expect(changed((view) => view.setUint32(directory + 16, 1, true))).toBe('zip/damaged');
    expect(changed((view) => view.setUint16(directory + 8, 1, true))).toBe('zip/encrypted');
    expect(changed((view) => view.setUint16(directory + 10, 12, true))).toBe('zip/unknown-compression');
    expect(changed((view) => view.setUint32(directory + 42, 1e9, true))).toBe('zip/damaged');
    expect(reasons(collect([['x.zip', zip.slice(0, 100)]]))).toEqual(['zip/damaged']);
  });
});
