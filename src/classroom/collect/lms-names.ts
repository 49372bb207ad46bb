import { plainText } from '../plain-text.ts';
import type { LmsName } from '../submission.ts';

const LONGEST_NAME = 120;

/**
 * Who handed a file in, by the name that an LMS gave it in a bulk download; null for any other name. Folders are looked at from the inside
 * out.
 *
 * @param path the file's folders and name, inside its zip
 */
export function lmsNameOf(path: string): LmsName | null {
  const parts = path.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  for (let depth = parts.length - 1; depth >= 0; depth--) {
    const isFile = depth === parts.length - 1;
    const part = parts[depth].slice(0, 400);
    const found = moodle(part) ?? (isFile ? (blackboard(part) ?? canvas(part)) : brightspace(part));
    if (found) return found;
  }
  return null;
}

const LATE = /_late$/i;

/** `smithbob_LATE_340934_208490284_game.json`: sortable name, user id, submission id, the student's own name of the file. */
function canvas(name: string): LmsName | null {
  const found = /^([^_]+(?:_late)?)_(\d{1,15})_(\d{1,15})_./i.exec(name);
  if (!found) return null;
  const [, who, user, attempt] = found;
  return {
    lms: 'canvas',
    key: user,
    displayName: shown(who.replace(LATE, '')),
    isLate: LATE.test(who),
    attempt: attempt.padStart(15, '0'),
  };
}

/** `José García_2_assignsubmission_file/game.json`, with or without folders; `_onlinetext` for typed text. */
function moodle(name: string): LmsName | null {
  const found = /^(.{1,200})_(\d{1,15})_assignsubmission_(?:file|onlinetext)(?:_|$)/.exec(name);
  if (!found) return null;
  return { lms: 'moodle', key: found[2], displayName: shown(found[1]), isLate: false, attempt: null };
}

/** `Assignment_jdoe_attempt_2026-03-01-20-50-44_game.json`. A username with an underscore is read from its last one on. */
function blackboard(name: string): LmsName | null {
  const found = /_([^_]{1,100})_attempt_(\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d)(?:_|\.|$)/.exec(`_${name}`);
  return found && { lms: 'blackboard', key: shown(found[1]), displayName: null, isLate: false, attempt: found[2] };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The folder `39786-640693 - Aiden Rodriguez - Oct 10, 2025 1022 AM`. */
function brightspace(name: string): LmsName | null {
  const found = /^\d+-\d+ - (.{1,200}?) - (\p{L}{3})\p{L}*\.? (\d{1,2}), (\d{4}) (\d{1,2}):?(\d\d) ?([AP])M$/iu.exec(
    name,
  );
  if (!found) return null;
  const [, who, month, day, year, hour, minute, half] = found;
  const hours = (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  const time = [MONTHS.indexOf(month.toLowerCase()) + 1, day, hours, minute].map((part) =>
    String(part).padStart(2, '0'),
  );
  const displayName = shown(who);
  return { lms: 'brightspace', key: displayName, displayName, isLate: false, attempt: `${year}-${time.join('-')}` };
}

function shown(text: string): string {
  return plainText(text, LONGEST_NAME);
}
