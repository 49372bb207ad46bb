import * as z from 'zod/mini';
import { type ClassFile, classFileText, readClassFile } from '../classroom/class-file.ts';
import { classIdOf } from '../classroom/class-settings.ts';

/** A class that the instructor chose to keep on this device: its file, never a hand-in or a name. */
export type KeptClass = {
  readonly classId: string;
  readonly file: ClassFile;
  /** Round keys shown so far. */
  readonly released: number;
  /** ISO date and time. */
  readonly keptAt: string;
};

export type KeptClasses = {
  /** The latest first; what cannot be read is left out. */
  list(): readonly KeptClass[];
  /** Keeps a class, or takes the place of what was kept of it. @returns whether the device took it */
  keep(kept: Omit<KeptClass, 'classId'>): boolean;
  forget(classId: string): void;
};

/** The part of the browser's local storage that is used. */
export type TextShelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'clientele-classes';
const MOST_CLASSES = 50;

const shelfSchema = z
  .array(z.object({ file: z.string(), released: z.int().check(z.nonnegative()), keptAt: z.iso.datetime() }))
  .check(z.maxLength(MOST_CLASSES));

/** @param shelf null where the browser allows none: then nothing is kept */
export function createKeptClasses(shelf: TextShelf | null): KeptClasses {
  function list(): readonly KeptClass[] {
    const kept = shelfSchema.safeParse(jsonOf(shelf)).data ?? [];
    return kept.flatMap(({ file: text, released, keptAt }) => {
      const file = readClassFile(text);
      return file.ok ? [{ classId: classIdOf(file.value.settings), file: file.value, released, keptAt }] : [];
    });
  }

  function write(kept: readonly KeptClass[]): boolean {
    const records = kept
      .slice(0, MOST_CLASSES)
      .map(({ file, released, keptAt }) => ({ file: classFileText(file), released, keptAt }));
    try {
      if (records.length === 0) shelf?.removeItem(KEY);
      else shelf?.setItem(KEY, JSON.stringify(records));
      return shelf !== null;
    } catch {
      // Full, or not allowed: the instructor still has the file.
      return false;
    }
  }

  return {
    list,
    keep(kept) {
      const classId = classIdOf(kept.file.settings);
      return write([{ classId, ...kept }, ...list().filter((other) => other.classId !== classId)]);
    },
    forget(classId) {
      write(list().filter((other) => other.classId !== classId));
    },
  };
}

function jsonOf(shelf: TextShelf | null): unknown {
  try {
    return JSON.parse(shelf?.getItem(KEY) ?? '[]');
  } catch {
    return [];
  }
}
