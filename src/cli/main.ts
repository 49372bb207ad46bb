import { balanceCommand } from './balance.ts';
import { benchScienceCommand } from './bench-science.ts';
import { classCommand } from './class.ts';
import { type Command, UsageError } from './command.ts';
import { debriefCommand } from './debrief.ts';
import { fitCommand } from './fit.ts';
import { gradeCommand } from './grade.ts';
import { insightCommand } from './insight.ts';
import { playCommand } from './play.ts';
import { replayCommand } from './replay.ts';
import { scienceCommand } from './science.ts';
import { tournamentCommand } from './tournament.ts';
import { tuneCommand } from './tune.ts';
import { variantsCommand } from './variants.ts';

const COMMANDS: readonly Command[] = [
  playCommand,
  tournamentCommand,
  balanceCommand,
  tuneCommand,
  variantsCommand,
  replayCommand,
  debriefCommand,
  classCommand,
  gradeCommand,
  insightCommand,
  scienceCommand,
  fitCommand,
  benchScienceCommand,
];

const USAGE = `Clientele on the command line: the same engine as the game, without a browser.

Usage: npm run -s clientele -- <command> [options]

Commands:
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(16)}${summary}`).join('\n')}

'npm run -s clientele -- <command> --help' describes a command.
Exit codes: 0 done, 1 done with a negative result, 2 something that was typed or a file is wrong.`;

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(USAGE);
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((known) => known.name === name);
  try {
    if (!command)
      throw new UsageError(`no command '${name}'; there is: ${COMMANDS.map((known) => known.name).join(', ')}`);
    if (rest.includes('--help') || rest.includes('-h')) {
      console.log(command.help);
      return 0;
    }
    return await command.run(rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`clientele${command ? ` ${command.name}` : ''}: ${error.message}`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
