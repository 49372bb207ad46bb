import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The file that a process of its own starts with, given as TypeScript; a bundle has it as JavaScript. */
export function processScript(typeScript: URL): string {
  const path = fileURLToPath(typeScript);
  return existsSync(path) ? path : path.replace(/\.ts$/, '.js');
}
