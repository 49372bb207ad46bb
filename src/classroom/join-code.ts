import { type ClassSettings, canonicalSettings, parseClassSettings } from './class-settings.ts';
import { type ClassroomResult, problem } from './classroom-problem.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { encodeTextCode, readTextCode } from './text-code.ts';

/** Largest settings read, bytes of JSON. */
const MOST_BYTES = 20_000;

/** What settings usually say. Part of version 1 of the code. */
const DICTIONARY =
  '"debrief":"after-hand-in""debrief":"with-key","debriefKey":"level":"full","players":"teams","predictions":"required""off""hidden""aliases"' +
  '"rewind":true"hints":false,"customerRecords":false"why":false' +
  '{"debrief":"at-the-end","debriefKey":null,"engineVersion":"1","format":"clientele/class-settings","formatVersion":1,"help":{"customerRecords":true,"hints":true,"rewind":false,"why":true},"level":"essentials","players":"persons","prompts":{"predictions":"invited","reasons":"invited","reflections":[]},"roundKeys":[null,"rounds":8,"scenario":{"hash":"","id":"harbour"},"seed":"","standings":"own-place","title":"Clientele"}';

/** The settings as one word of capitals and digits. It holds nothing else: no names, ids or grades. */
export function joinCodeOf(settings: ClassSettings): string {
  return encodeTextCode('join', packJson(JSON.parse(canonicalSettings(settings)), DICTIONARY));
}

/** The end of a join link, after the page's own address: in the fragment, which never reaches a server. */
export function joinFragmentOf(settings: ClassSettings): string {
  return `#/join/${joinCodeOf(settings)}`;
}

/**
 * Reads a join code, a whole join link, or a text with one of them in it. The codes of `readTextCode` and `parseClassSettings` say what
 * is wrong.
 */
export function readJoinCode(text: string): ClassroomResult<ClassSettings> {
  const bytes = readTextCode('join', decoded(text));
  if (!bytes.ok) return bytes;
  const settings = unpackJson(bytes.value, DICTIONARY, MOST_BYTES);
  return settings === undefined ? problem('code/damaged') : parseClassSettings(settings);
}

/** Some mail programs write `%20` and the like into links. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
