import { LEVERS, TIERS } from '../engine/index.ts';
import { type ClassroomResult, problem } from './classroom-problem.ts';
import { fieldsInOrder, type HandIn, LARGEST_HAND_IN, parseHandIn } from './hand-in.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { encodeTextCode, readTextCode } from './text-code.ts';

/** The end of a hand-in's file name. */
export const HAND_IN_ENDING = '.clientele.json';

/** What hand-ins usually say. Part of version 1 of the code. */
const DICTIONARY =
  'null,null,"falls-much"],["falls","bronze"],["level","silver"],["rises","gold"],["rises-much","platinum"],["rises","none"],' +
  '"0123456789abcdef","],[0,0,0,0,000000,500000,00000,1],[00000,2],[00000,0],["1","",[[';

/** Such as `blue-falcons.clientele.json`; only characters that every file system takes. */
export function handInFileName(alias: string): string {
  const plain = alias.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return `${plain || 'hand-in'}${HAND_IN_ENDING}`;
}

/** The hand-in as text that a person can read too. */
export function handInFileText(handIn: HandIn): string {
  return `${JSON.stringify(handIn, null, 2)}\n`;
}

/** Reads a hand-in's file. It may have been edited by hand, cut off, or be something else entirely. */
export function readHandInFile(text: string): ClassroomResult<HandIn> {
  if (text.length > LARGEST_HAND_IN)
    return problem('hand-in/too-large', { value: text.length, limit: LARGEST_HAND_IN });
  let given: unknown;
  try {
    // A byte order mark is what some editors put before the text.
    given = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return problem('hand-in/not-a-hand-in');
  }
  return parseHandIn(given);
}

/** The same content as one word of capitals and digits; `printTextCode` breaks it into lines. */
export function handInCodeOf(handIn: HandIn): string {
  return encodeTextCode('hand-in', packJson(fieldsInOrder(handIn), DICTIONARY));
}

/** Reads the first hand-in code of a text. */
export function readHandInCode(text: string): ClassroomResult<HandIn> {
  const bytes = readTextCode('hand-in', text);
  if (!bytes.ok) return bytes;
  const fields = unpackJson(bytes.value, DICTIONARY, LARGEST_HAND_IN);
  return fields === undefined ? problem('code/damaged') : parseHandIn(withNames(fields));
}

/** The inverse of `fieldsInOrder`, for whatever came instead: the schema judges it afterwards. */
function withNames(fields: unknown): unknown {
  if (!Array.isArray(fields)) return fields;
  const [engineVersion, classId, alias, decisions, digests, roundKeys, predictions, reasons, reflections, claimed] =
    fields;
  return {
    format: 'clientele/hand-in',
    formatVersion: 1,
    engineVersion,
    classId,
    alias,
    decisions: mapped(decisions, (row) => decisionOf(row)),
    digests,
    roundKeys,
    predictions: mapped(predictions, (pair) => (Array.isArray(pair) ? { equity: pair[0], loser: pair[1] } : pair)),
    reasons,
    reflections,
    claimedFirmValue: claimed,
  };
}

function decisionOf(row: unknown): unknown {
  if (!Array.isArray(row) || row.length !== LEVERS.length * TIERS.length + 1) return row;
  const levers = LEVERS.map((lever, l) => [
    lever,
    Object.fromEntries(TIERS.map((tier, t) => [tier, row[l * TIERS.length + t]])),
  ]);
  return { ...Object.fromEntries(levers), insight: row[row.length - 1] };
}

function mapped(list: unknown, map: (item: unknown) => unknown): unknown {
  return Array.isArray(list) ? list.map(map) : list;
}
