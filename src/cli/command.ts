/**
 * One command of the command line. `run` gets the arguments after the command's name and returns the exit code: 0 done, 1 done but something failed its
 * check, 2 wrong use (one line on stderr says what).
 */
export type Command = Readonly<{
  name: string;
  summary: string;
  help: string;
  run: (args: readonly string[]) => Promise<number> | number;
}>;

/** Says on stderr in one line what was wrong with the use of a command; returns exit code 2. */
export function wrongUse(command: string, message: string): number {
  process.stderr.write(`clientele ${command}: ${message.replaceAll(/\s*\n\s*/g, ' ')}\n`);
  return 2;
}
