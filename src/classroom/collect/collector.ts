import { receiptOf } from '../hand-in.ts';
import type { Collection, DroppedFile, FileAccount, FileReason, LmsName, Submission } from '../submission.ts';
import { lmsNameOf } from './lms-names.ts';
import { type Found, readContent } from './read-content.ts';
import { looksLikeZip, readZip } from './read-zip.ts';
import { findSuperseded } from './superseded.ts';

/** Limits that stop a zip bomb, and say so. */
export const LIMITS = {
  /** In all that is dropped in. */
  files: 25_000,
  submissions: 10_000,
  /** Bytes of one file that is no zip, and of a zip inside a zip. */
  file: 2_000_000,
  nestedZip: 60_000_000,
  /** Bytes unpacked in all. */
  unpacked: 600_000_000,
  /** Zips inside zips. */
  depth: 3,
} as const;

/** Takes in what is dropped, as often as something is: a file at a time, so that the caller can show progress, give way, or stop. */
export type Collector = {
  /** Yields after each file with the bytes that it had; leaves out nothing that was taken before it was stopped. */
  take(files: readonly DroppedFile[], pasted?: string): Generator<void, void>;
  collection(): Collection;
};

/** What operating systems and downloads leave in zips. */
const LEFT_BEHIND = /(^|\/)(__MACOSX\/|\._[^/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$|index\.html?$)/i;
/** Word processors' documents are zips, but not of hand-ins. */
const DOCUMENT = /\.(docx|odt)$/i;
const NOT_A_TEXT = /\.(png|jpe?g|gif|webp|heic|pdf|xlsx?|pptx?|mp[34]|mov|exe|key|pages|numbers|rar|7z|gz)$/i;

export function createCollector(): Collector {
  const accounts: FileAccount[] = [];
  const submissions: Submission[] = [];
  const rosters: { path: readonly string[]; text: string }[] = [];
  let files = 0;
  let unpacked = 0;

  function passOver(path: readonly string[], bytes: number, reason: FileReason, limit?: number): void {
    accounts.push({ kind: 'passed-over', path, bytes, reason, ...(limit === undefined ? {} : { limit }) });
  }

  function note(path: readonly string[], bytes: number, lms: LmsName | null, found: Found): void {
    const place = { path, bytes, ...(found.row === undefined ? {} : { row: found.row }) };
    if (found.kind === 'passed-over') {
      const { reason, problem } = found;
      accounts.push({ ...place, kind: 'passed-over', reason, ...(problem ? { problem } : {}) });
      if (reason === 'file/roster') rosters.push({ path, text: found.text ?? '' });
      return;
    }
    if (submissions.length >= LIMITS.submissions) {
      accounts.push({ ...place, kind: 'passed-over', reason: 'zip/too-many-files', limit: LIMITS.submissions });
      return;
    }
    const { handIn, source, tableKey } = found;
    const index = submissions.length;
    accounts.push({ ...place, kind: 'hand-in', submission: index });
    const row = found.row === undefined ? {} : { row: found.row };
    submissions.push({
      index,
      path,
      ...row,
      source,
      handIn,
      receipt: receiptOf(handIn),
      lms,
      tableKey: tableKey ?? null,
    });
  }

  function* takeFile(path: readonly string[], bytes: Uint8Array, depth: number): Generator<void, void> {
    const name = path[path.length - 1];
    if (LEFT_BEHIND.test(name)) return passOver(path, bytes.length, 'file/left-behind');
    if (bytes.length === 0) return passOver(path, 0, 'file/empty');
    if (looksLikeZip(bytes) && !DOCUMENT.test(name) && !NOT_A_TEXT.test(name)) {
      if (depth >= LIMITS.depth) return passOver(path, bytes.length, 'zip/too-deep', LIMITS.depth);
      return yield* takeZip(path, bytes, depth);
    }
    if (NOT_A_TEXT.test(name)) return passOver(path, bytes.length, 'file/other-format');
    if (bytes.length > LIMITS.file) return passOver(path, bytes.length, 'file/too-large', LIMITS.file);
    const lms = lmsNameOf(name) ?? (path.length > 1 ? lmsNameOf(path[path.length - 2].replace(/\.zip$/i, '')) : null);
    for (const found of readContent(name, bytes)) note(path, bytes.length, lms, found);
  }

  function* takeZip(path: readonly string[], bytes: Uint8Array, depth: number): Generator<void, void> {
    const zip = readZip(bytes, LIMITS.files - files);
    if (!zip.ok) {
      return passOver(path, bytes.length, zip.reason, zip.reason === 'zip/too-many-files' ? LIMITS.files : undefined);
    }
    accounts.push({ kind: 'container', path, bytes: bytes.length, files: zip.entries.length });
    for (const entry of zip.entries) {
      if (entry.isFolder) continue;
      files++;
      const inside = [...path, entry.name.slice(0, 500)];
      if (LEFT_BEHIND.test(entry.name)) passOver(inside, entry.claimedBytes, 'file/left-behind');
      else if (NOT_A_TEXT.test(entry.name)) passOver(inside, entry.claimedBytes, 'file/other-format');
      else {
        const most = /\.zip$/i.test(entry.name) ? LIMITS.nestedZip : LIMITS.file;
        const left = LIMITS.unpacked - unpacked;
        const content = entry.read(Math.min(most, left));
        if (content.ok) {
          unpacked += content.bytes.length;
          yield* takeFile(inside, content.bytes, depth + 1);
        } else if (content.reason === 'zip/too-large' && left >= most) {
          passOver(inside, entry.claimedBytes, most === LIMITS.file ? 'file/too-large' : 'zip/too-large', most);
        } else passOver(inside, entry.claimedBytes, content.reason, LIMITS.unpacked);
      }
      yield;
    }
  }

  return {
    *take(dropped, pasted = '') {
      if (pasted.trim() !== '') {
        for (const found of readContent('', new TextEncoder().encode(pasted))) note([''], pasted.length, null, found);
        yield;
      }
      for (const { path, bytes } of dropped) {
        files++;
        if (files > LIMITS.files) passOver([path], bytes.length, 'zip/too-many-files', LIMITS.files);
        else yield* takeFile([path], bytes, 0);
        yield;
      }
    },
    collection: () => ({
      accounts: [...accounts],
      submissions: [...submissions],
      superseded: findSuperseded(submissions),
      rosters: [...rosters],
    }),
  };
}
