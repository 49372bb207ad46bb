import { type ClassFile, newClass } from '../../src/classroom/class-file.ts';
import { scenarioHash } from '../../src/engine/index.ts';
import { harbour } from '../../src/scenarios/harbour.ts';

/** Not random at all: the same secret in every test. */
export const countedBytes = (count: number) => Uint8Array.from({ length: count }, (_, index) => index * 7 + 1);

/** A class of the default scenario. */
export function makeClass(choices: Partial<Parameters<typeof newClass>[2]> = {}): ClassFile {
  const scenario = { id: harbour.id, hash: scenarioHash(harbour), rounds: harbour.rounds };
  return newClass(scenario, 'class-seed', { isPaced: false, ...choices }, countedBytes);
}
