import type { RunLog } from '../engine/index.ts';
import { parseRunLog } from './saved-game.ts';
import { problem, type StorageResult } from './storage-result.ts';

/** The end of every exported file's name. */
export const RUN_LOG_FILE_ENDING = '.clientele.json';

/** Largest file taken in, characters; a game of eight rounds has about 5,000. */
const LONGEST_FILE = 2_000_000;

/** A run log as the text of a file that a person can read too. */
export function runLogFileText(log: RunLog): string {
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Such as `harbour-maple-4821.clientele.json`; only characters that every file system takes. */
export function runLogFileName(scenarioId: string, seed: string): string {
  const plain = (part: string) => part.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60);
  return `${plain(scenarioId)}-${plain(seed)}${RUN_LOG_FILE_ENDING}`;
}

/** Reads an exported file. It may have been edited by hand, cut off, or be something else entirely. */
export function readRunLogFile(text: string): StorageResult<RunLog> {
  if (text.length > LONGEST_FILE) return problem('file/not-a-run-log', 'too large');
  let given: unknown;
  try {
    // A byte order mark is what some editors put before the text.
    given = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return problem('file/not-a-run-log', 'not JSON');
  }
  return parseRunLog(given);
}
