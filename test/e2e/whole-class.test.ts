import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoAxeViolations, test } from '../support/browser.ts';
import { readCsv, writeCsv } from '../support/csv.ts';
import { thorough } from '../support/thorough.ts';

const QUARTERS = 6;
/** In short, one student plays, in a class of ten: the one on a phone, whose names are the worst. */
const GENERATED = thorough ? 57 : 9;

type Student = {
  readonly page: Page;
  readonly alias: string;
  /** Only keys are pressed. */
  readonly byKeyboard: boolean;
};

/** Three who can play, with what their LMS calls them. */
const EVERYBODY = [
  { alias: 'Mouse & Co', name: 'Ana Álvarez', id: 50_001 },
  { alias: 'Keyboard Firm', name: 'Bo Öst', id: 50_002 },
  { alias: '=SUM(A1)', name: 'Chi <b>Ng</b>', id: 50_003 },
] as const;
const PEOPLE = thorough ? EVERYBODY : EVERYBODY.slice(-1);
const COUNT = GENERATED + PEOPLE.length;

test('a whole class: set-up, students with keys (thoroughly: three, and a zip of sixty), verification, debrief, gradebook', {
  timeout: 420_000,
}, async ({ openDevice, faults }) => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-class-'));
  const device = await openDevice({ acceptDownloads: true });
  const page = await device.newPage();
  const requests: string[] = [];
  device.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  const teacher = page.getByRole('navigation', { name: 'This class' });
  const goTo = async (name: string) => {
    await teacher.getByRole('link', { name, exact: true }).click();
    await page.locator('h1').waitFor();
  };

  // Set-up.
  await page.goto('./');
  await page.getByRole('link', { name: 'Teach a class' }).click();
  await page.getByRole('heading', { level: 1, name: 'Teach a class' }).waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('link', { name: 'Set up a class' }).click();
  await page.getByLabel('What the class is called').fill('Marketing 201');
  await page.getByLabel('Quarters to play').selectOption(String(QUARTERS));
  await page.getByRole('radio', { name: 'Together, with a key for each quarter' }).check();
  await page.getByRole('radio', { name: 'With the names that students chose' }).check();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Make the class' }).click();
  const link = await page.getByTestId('join-link').inputValue();
  await expectNoAxeViolations(page);

  // The students; the second comes two quarters late.
  await goTo('Keys');
  const students: readonly Student[] = await Promise.all(
    PEOPLE.map(async ({ alias }, at) => {
      const options =
        at === PEOPLE.length - 1 ? ({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const) : {};
      const own = await openDevice({ ...options, acceptDownloads: true });
      return { page: await own.newPage(), alias, byKeyboard: at === 1 };
    }),
  );
  for (const [at, student] of students.entries()) await joinClass(student, link, at === PEOPLE.length - 1);
  for (let quarter = 1; quarter <= QUARTERS; quarter++) {
    await page.getByRole('button', { name: `Show the key of quarter ${quarter}` }).click();
    const key = await page.getByTestId('round-key').innerText();
    if (quarter === 1) await expectNoAxeViolations(page);
    const keyboard = students.find(({ byKeyboard }) => byKeyboard);
    if (quarter === 1) await expectWrongKeyIsTold(students[students.length - 1], key);
    const catchUp = quarter === 3 ? await page.getByLabel('Catch-up code').inputValue() : null;
    const now = quarter < 3 ? students.filter((student) => student !== keyboard) : students;
    await Promise.all(
      now.map(async (student) => {
        if (student !== keyboard) return playQuarter(student, quarter, key);
        if (catchUp === null) return playQuarter(student, quarter, key);
        await playQuarter(student, 1, catchUp);
        await playQuarter(student, 2, null);
        await playQuarter(student, 3, null);
      }),
    );
  }
  const handIns: HandedIn[] = [];
  for (const student of students) {
    handIns.push(await handIn(student, folder));
    await student.page.context().close();
  }

  // Generated ones and those who played, as an LMS zips them, with what else lies in such zips.
  await goTo('Collect');
  await page.getByLabel('Students').fill(String(GENERATED));
  const zipFile = await download(page, 'Save their hand-ins as a zip', folder);
  const roster = readFileSync(await download(page, 'Save their roster', folder), 'utf8');
  const entries = unzipSync(readFileSync(zipFile));
  expect(Object.keys(entries)).toHaveLength(GENERATED);
  for (const [at, { name, id }] of PEOPLE.entries()) {
    entries[`${name.replace(/[<>/]/g, '')}_${id}_assignsubmission_file/mine.clientele.json`] = strToU8(
      handIns[at].text,
    );
  }
  entries['__MACOSX/._mine.clientele.json'] = strToU8('Mac');
  entries['Dee Doe_50004_assignsubmission_file/photo.png'] = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
  const lmsZip = join(folder, 'MKT201-Assignment.zip');
  writeFileSync(lmsZip, zipSync(entries));
  const rows = readCsv(roster);
  const people = [...PEOPLE, { alias: '', name: 'Dee Doe', id: 50_004 }];
  const full = [...rows, ...people.map(({ name, id }) => rows[0].map((head) => cellOf(head, name, id)))];
  const rosterFile = join(folder, 'grades.csv');
  writeFileSync(rosterFile, `\uFEFF${writeCsv(full)}`);

  await page.getByTestId('drop-files').setInputFiles(lmsZip);
  await page.getByTestId('collected').getByText(`${COUNT} verified`).waitFor();
  await page.getByTestId('work').waitFor({ state: 'detached' });
  expect(await page.getByTestId('collected').innerText()).toMatch(
    new RegExp(`^${COUNT} hand-ins; ${COUNT} verified, none to look at`),
  );
  const files = page.getByRole('table').filter({ hasText: 'What became of it' });
  expect(await files.innerText()).toContain('a picture, a document or a program');
  expect(await files.innerText()).toContain('Left behind by a computer');
  const list = page.getByRole('table').filter({ hasText: 'Receipt' });
  for (const [at, { receipt, value }] of handIns.entries()) {
    const row = await list.getByRole('row').filter({ hasText: PEOPLE[at].alias }).innerText();
    expect(row).toContain(receipt);
    expect(row).toContain(value);
  }
  await expectNoAxeViolations(page);

  // Grades, read back cell by cell.
  await goTo('Grades');
  await page.getByLabel('Grade file or roster (CSV)').setInputFiles(rosterFile);
  await page.getByText(`${COUNT + 1} people in a Moodle grading worksheet; ${COUNT} hand-ins joined`).waitFor();
  await expectNoAxeViolations(page);
  const shown = await page.getByRole('table').filter({ hasText: 'Joined by' }).getByRole('row').allInnerTexts();
  const gradeShown = new Map(shown.slice(1).map((row) => [row.split('\t')[0], row.split('\t')]));
  const filled = readFileSync(await download(page, 'Fill in the grade file', folder), 'utf8');
  expect(filled.startsWith('\uFEFF')).toBe(true);
  const before = readCsv(readFileSync(rosterFile, 'utf8').slice(1));
  const after = readCsv(filled.slice(1));
  expect(after).toHaveLength(COUNT + 2);
  const gradeColumn = before[0].indexOf('Grade');
  expect(after.map((row) => row.filter((_, at) => at !== gradeColumn))).toEqual(
    before.map((row) => row.filter((_, at) => at !== gradeColumn)),
  );
  const nameColumn = before[0].indexOf('Full name');
  for (const row of after.slice(1)) {
    const [, , , grade, reason] = gradeShown.get(row[nameColumn]) ?? [];
    if (row[nameColumn] === 'Dee Doe') {
      // Nothing handed in: the cell stays as it was, which is not a nought.
      expect(row[gradeColumn]).toBe('');
      continue;
    }
    expect(Number(row[gradeColumn]), row[nameColumn]).toBe(Number(grade));
    const [, index, share] = /^Index ([\d.]+)(?:, × (\d+)%)?/.exec(reason) ?? [];
    const proportion = share === undefined ? 1 : (QUARTERS - 2) / QUARTERS;
    // The index is shown with one decimal: 0.05 of it are 0.16 points.
    const expected = proportion * 100 * Math.min(1, Math.max(0, (Number(index) - 80) / 32));
    expect(Math.abs(Number(row[gradeColumn]) - expected), `${row[nameColumn]} ${reason}`).toBeLessThan(0.25);
  }
  const moodle = readCsv(readFileSync(await download(page, 'Moodle worksheet, the least it takes', folder), 'utf8'));
  expect(
    moodle
      .slice(1)
      .map(([who, grade]) => `${who} ${grade}`)
      .sort(),
  ).toEqual(
    after
      .slice(1)
      .filter((row) => row[gradeColumn] !== '')
      .map((row) => `${row[0]} ${row[gradeColumn]}`)
      .sort(),
  );
  const tables = unzipSync(readFileSync(await download(page, 'Tables (CSV, zipped)', folder)));
  const results = readCsv(new TextDecoder().decode(tables['results.csv']));
  expect(results).toHaveLength(COUNT + 1);
  expect(results.flat().filter((cell) => cell.startsWith('='))).toEqual([]);

  // Standings and debrief: only what students chose to be called is ever on the projector.
  await goTo('Standings');
  await page.getByRole('radio', { name: 'Names from the roster (only here)' }).check();
  await page.getByText(PEOPLE[0].name).waitFor();
  const [, surname] = PEOPLE[0].name.split(' ');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Show on the projector' }).click();
  const projector = page.getByRole('dialog');
  await projector.getByRole('row').nth(5).waitFor();
  expect(await projector.innerText()).not.toContain(surname);
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await goTo('Debrief');
  await page.getByRole('figure').first().waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Present' }).click();
  const place = page.getByTestId('slide-place');
  const slides = Number((await place.innerText()).split(' ').at(-1));
  for (let slide = 1; slide <= slides; slide++) {
    await place.getByText(`${slide} of ${slides}`, { exact: true }).waitFor();
    expect(await projector.innerText()).not.toContain(surname);
    expect(await projector.innerText()).not.toContain('Rehearsal');
    if (slide === 2) await expectNoAxeViolations(page);
    await page.keyboard.press('PageDown');
  }
  await page.keyboard.press('Escape');
  await goTo('Teaching note');
  await expectNoAxeViolations(page);

  // Nothing went out: every request was for one of the page's own files, and the page may not connect to anything.
  const origin = new URL(page.url()).origin;
  for (const request of requests) {
    expect(request).toMatch(/^GET /);
    const { origin: to, pathname, search } = new URL(request.slice(4).replace(/^blob:/, ''));
    expect(to).toBe(origin);
    expect(`${pathname}${search}`).toMatch(
      /\/a%20course\/game\/(index\.html|[\w./-]+\.(js|css|woff2|svg|webmanifest))?$|^\/[\w-]{36}$/,
    );
  }
  const before2 = requests.length;
  await goTo('Standings');
  await goTo('Grades');
  // Browsers ask for the icon again when the address changes.
  expect(requests.slice(before2).filter((request) => !request.endsWith('/icon.svg'))).toEqual([]);
  faults.expect(/Content Security Policy|Refused to connect|violates the document/);
  expect(
    await page.evaluate(() =>
      fetch('./index.html').then(
        () => 'let through',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
});

function cellOf(head: string, name: string, id: number): string {
  if (head === 'Identifier') return `Participant ${id}`;
  if (head === 'Full name') return name;
  return head === 'Status' ? 'Submitted, "twice"' : '';
}

async function joinClass({ page, alias, byKeyboard }: Student, link: string, checksAxe: boolean): Promise<void> {
  await page.goto(`./${link.slice(link.indexOf('#'))}`);
  await page.getByRole('heading', { level: 1, name: 'You are invited to “Marketing 201”' }).waitFor();
  if (checksAxe) await expectNoAxeViolations(page);
  const field = page.getByLabel('What do you want to be called?');
  if (byKeyboard) {
    await tabTo(page, () => field.evaluate((element) => element === document.activeElement));
    await page.keyboard.type(alias);
    await page.keyboard.press('Enter');
  } else {
    await field.fill(alias);
    await page.getByRole('button', { name: 'Join and read the briefing' }).click();
  }
  const toDesk = page.getByRole('link', { name: 'Go to the desk' }).first();
  await toDesk.waitFor();
  if (byKeyboard) {
    await tabTo(page, () => toDesk.evaluate((element) => element === document.activeElement));
    await page.keyboard.press('Enter');
  } else await toDesk.click();
  await page.getByRole('heading', { level: 1, name: `Quarter 1 of ${QUARTERS}: your decision` }).waitFor();
}

async function expectWrongKeyIsTold({ page }: Student, key: string): Promise<void> {
  await page.getByRole('button', { name: 'Play the quarter' }).click();
  const field = page.getByLabel('Key', { exact: true });
  await page.getByText('Enter the key of this quarter first.').waitFor();
  await field.fill(key.slice(0, -1) + (key.endsWith('7') ? '8' : '7'));
  await field.press('Enter');
  await page.getByText('a symbol is wrong, or two have changed places').waitFor();
  await expectNoAxeViolations(page);
}

/** Plays what stands on the desk; a draft is always there. @param key null when it is in already */
async function playQuarter({ page, byKeyboard }: Student, quarter: number, key: string | null): Promise<void> {
  await page.getByRole('heading', { level: 1, name: `Quarter ${quarter} of ${QUARTERS}: your decision` }).waitFor();
  const play = page.getByRole('button', { name: 'Play the quarter' });
  const results = page.getByText(`Results of quarter ${quarter} of ${QUARTERS}`);
  const check = page.getByRole('alertdialog');
  if (byKeyboard) {
    if (key !== null) {
      // Playing without the key leads to its field.
      await tabTo(page, () => play.evaluate((element) => element === document.activeElement));
      await page.keyboard.press('Enter');
      await page.keyboard.insertText(key);
      await page.keyboard.press('Enter');
    }
    await page.getByText(`The key of quarter ${quarter} is in.`).waitFor();
    await tabTo(page, () => play.evaluate((element) => element === document.activeElement));
    await page.keyboard.press('Enter');
    await results.or(check).first().waitFor();
    if (await check.isVisible()) {
      const yes = check.getByRole('button', { name: 'Play the quarter' });
      await tabTo(page, () => yes.evaluate((element) => element === document.activeElement));
      await page.keyboard.press('Enter');
    }
  } else {
    if (key !== null) {
      await page.getByLabel('Key', { exact: true }).fill(key.toLowerCase().replaceAll('-', ' '));
      await page.getByRole('button', { name: 'Use the key' }).click();
    }
    await page.getByText(`The key of quarter ${quarter} is in.`).waitFor();
    await play.click();
    await results.or(check).first().waitFor();
    if (await check.isVisible()) await check.getByRole('button', { name: 'Play the quarter' }).click();
  }
  await results.waitFor();
  const onward = page.getByRole('link', { name: quarter < QUARTERS ? 'Next quarter' : 'Hand in', exact: true });
  if (byKeyboard) {
    const main = page.getByRole('main').getByRole('link', { name: quarter < QUARTERS ? 'Next quarter' : 'Hand in' });
    await tabTo(page, () => main.first().evaluate((element) => element === document.activeElement));
    await page.keyboard.press('Enter');
  } else await onward.first().click();
}

/** What was handed in, and what the student was told of it. */
type HandedIn = { readonly text: string; readonly receipt: string; readonly value: string };

/** Hands in, after the check; the keyboard reads the file's text off the page as a code. */
async function handIn(student: Student, folder: string): Promise<HandedIn> {
  const text = await textHandedIn(student, folder);
  const shown = (id: string) => student.page.getByTestId(id).innerText();
  return { text, receipt: await shown('receipt'), value: await shown('handed-value') };
}

async function textHandedIn({ page, byKeyboard, alias }: Student, folder: string): Promise<string> {
  await page.getByRole('heading', { level: 1, name: 'Hand in', exact: true }).waitFor();
  await page.getByTestId('handed-value').waitFor();
  await expectNoAxeViolations(page);
  expect(await page.getByRole('link', { name: 'Open the debrief' }).count()).toBe(0);
  if (byKeyboard) {
    const code = page.getByLabel('The hand-in as a code');
    await tabTo(page, () => code.evaluate((element) => element === document.activeElement));
    await page.keyboard.press('Control+c');
    await page.getByText('Handed in on').waitFor();
    return `Our team's game:\n> ${(await code.inputValue()).replaceAll('\n', '\n> ')}\n`;
  }
  await page.getByRole('button', { name: 'Check it' }).click();
  await page.getByText('every quarter comes out as you saw it').waitFor();
  const file = await download(page, 'Save the file', folder);
  await page.getByText('Handed in on').waitFor();
  const text = readFileSync(file, 'utf8');
  expect((JSON.parse(text) as { alias: string }).alias).toBe(alias);
  // The truth opens now.
  await page.getByRole('link', { name: 'Open the debrief' }).waitFor();
  return text;
}

async function download(page: Page, button: string, folder: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  const path = join(folder, `${Math.random().toString(36).slice(2)}-${file.suggestedFilename()}`);
  await file.saveAs(path);
  return path;
}

async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('not reached with the Tab key');
}
