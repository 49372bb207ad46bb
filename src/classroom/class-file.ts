import * as z from 'zod/mini';
import { type ClassChoices, type ClassSettings, newClassSettings, parseClassSettings } from './class-settings.ts';
import { type ClassroomResult, problem, read } from './classroom-problem.ts';
import { commitmentOf, type KeyPurpose, keyFromSecret } from './round-key.ts';

/**
 * What the instructor keeps: the settings, and the secret that the round keys are made from. Never shared; the link carries the settings
 * only.
 */
export type ClassFile = {
  readonly format: 'clientele/class-file';
  readonly formatVersion: 1;
  readonly settings: ClassSettings;
  /** 32 hexadecimal digits; null for a class without keys. */
  readonly keySecret: string | null;
};

/** The end of the file's name. */
export const CLASS_FILE_ENDING = '.clientele-class.json';

const SECRET_BYTES = 16;
const LONGEST_FILE = 100_000;

/**
 * A new class: settings from the instructor's choices, and keys where the class is paced by them or the debrief waits for one.
 *
 * @param randomBytes from the platform's cryptographic source; a seed is the caller's to give
 */
export function newClass(
  scenario: Parameters<typeof newClassSettings>[0],
  seed: string,
  { isPaced, ...choices }: ClassChoices & { readonly isPaced: boolean },
  randomBytes: (count: number) => Uint8Array,
): ClassFile {
  const open = newClassSettings(scenario, seed, choices);
  const wantsDebriefKey = open.debrief === 'with-key';
  if (!isPaced && !wantsDebriefKey) return fileOf(open, null);
  const secret = Array.from(randomBytes(SECRET_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const commit = (purpose: KeyPurpose) => commitmentOf(open, purpose, keyFromSecret(secret, purpose));
  const settings = {
    ...open,
    roundKeys: isPaced ? Array.from({ length: open.rounds }, (_, round) => commit(round)) : null,
    debriefKey: wantsDebriefKey ? commit('debrief') : null,
  };
  return fileOf(settings, secret);
}

function fileOf(settings: ClassSettings, keySecret: string | null): ClassFile {
  return { format: 'clientele/class-file', formatVersion: 1, settings, keySecret };
}

/** The key of a round, or of the debrief. RangeError where the class has none. */
export function keyOf({ settings, keySecret }: ClassFile, purpose: KeyPurpose): string {
  const hasKey = purpose === 'debrief' ? settings.debriefKey !== null : settings.roundKeys?.[purpose] !== undefined;
  if (keySecret === null || !hasKey) throw new RangeError(`keyOf: the class has no key for ${purpose}`);
  return keyFromSecret(keySecret, purpose);
}

/** The file as text that a person can read too. */
export function classFileText(file: ClassFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

const fileSchema = z.strictObject({
  format: z.literal('clientele/class-file'),
  formatVersion: z.number(),
  settings: z.unknown(),
  keySecret: z.nullable(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
});

/**
 * Reads an instructor's file; settings alone are a class without a secret. `class/not-settings`, `class/newer-format`, `class/damaged`; also
 * where the secret is not the one that the settings were made with.
 */
export function readClassFile(text: string): ClassroomResult<ClassFile> {
  const given = text.length > LONGEST_FILE ? undefined : jsonOf(text);
  const head = z.object({ format: z.string(), formatVersion: z.number() }).safeParse(given);
  if (!head.success) return problem('class/not-settings');
  if (head.data.format === 'clientele/class-settings') {
    const settings = parseClassSettings(given);
    return settings.ok ? read(fileOf(settings.value, null)) : settings;
  }
  if (head.data.format !== 'clientele/class-file') return problem('class/not-settings');
  if (head.data.formatVersion > 1) return problem('class/newer-format', { version: head.data.formatVersion });
  const parsed = fileSchema.safeParse(given);
  if (!parsed.success) return problem('class/damaged', { where: parsed.error.issues[0].path.join('.') });
  const settings = parseClassSettings(parsed.data.settings);
  if (!settings.ok) return settings;
  const file = fileOf(settings.value, parsed.data.keySecret);
  return secretFits(file) ? read(file) : problem('class/damaged', { where: 'keySecret' });
}

function secretFits({ settings, keySecret }: ClassFile): boolean {
  if (keySecret === null) return true;
  const fits = (purpose: KeyPurpose, commitment: number) =>
    commitmentOf(settings, purpose, keyFromSecret(keySecret, purpose)) === commitment;
  return (
    (settings.roundKeys ?? []).every((commitment, round) => fits(round, commitment)) &&
    (settings.debriefKey === null || fits('debrief', settings.debriefKey))
  );
}

function jsonOf(text: string): unknown {
  try {
    // A byte order mark is what some editors put before the text.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
