/** One command of the command line; `run` gets what was typed after its name and gives the exit code. */
export type Command = Readonly<{
  name: string;
  summary: string;
  help: string;
  run: (args: readonly string[]) => Promise<number> | number;
}>;

/** Something that was typed, or a file that was named, is wrong. Ends as one line on stderr and exit code 2. */
export class UsageError extends Error {}
