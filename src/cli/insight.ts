import { INSIGHT_LEVELS, openFirm, rankingQuality } from '../engine/index.ts';
import { parseOptions, required, scenarioNamed, wholeNumber } from './arguments.ts';
import type { Command } from './command.ts';
import { mean, table } from './print.ts';

const OPTIONS = {
  scenario: { type: 'string' },
  seeds: { type: 'string' },
  'seed-base': { type: 'string', default: 'insight' },
  json: { type: 'boolean' },
} as const;

export const insightCommand: Command = {
  name: 'insight',
  summary: 'how well each insight level ranks customers by what they truly are',
  help: `At the start of the game, ranks the customers on file by what each insight level estimates, and compares with
their true residual lifetime value.

Usage: clientele insight --scenario ID --seeds N [--seed-base TEXT] [--json]

  --json   print {scenario, seeds, levels: [{level, captured, capturable, rankCorrelation, better}]}

captured     share of all true residual value held by the estimated top 20 %
capturable   the same for the true top 20 %
correlation  Spearman's, over living customers on file
better       share of seeds in which the level captures more than the one below`,
  run(args) {
    const { values } = parseOptions(args, OPTIONS, 0);
    const scenario = scenarioNamed(required(values.scenario, '--scenario'));
    const count = wholeNumber(required(values.seeds, '--seeds'), '--seeds', 1, 10_000);
    const seeds = Array.from({ length: count }, (_, index) => `${values['seed-base']}-${index + 1}`);
    const quality = seeds.map((seed) => {
      const { firm } = openFirm(scenario, seed);
      return INSIGHT_LEVELS.map((level) => rankingQuality(firm, level));
    });
    const levels = INSIGHT_LEVELS.map((level) => ({
      level,
      captured: mean(quality.map((one) => one[level].captured)),
      capturable: mean(quality.map((one) => one[level].capturable)),
      rankCorrelation: mean(quality.map((one) => one[level].rankCorrelation)),
      better: level === 0 ? null : mean(quality.map((one) => Number(one[level].captured > one[level - 1].captured))),
    }));
    if (values.json) console.log(JSON.stringify({ scenario: scenario.id, seeds, levels }, null, 2));
    else {
      const rows = levels.map(({ level, captured, capturable, rankCorrelation, better }) => [
        String(level),
        captured.toFixed(3),
        capturable.toFixed(3),
        rankCorrelation.toFixed(3),
        better === null ? '' : better.toFixed(2),
      ]);
      console.log(table(['level', 'captured', 'capturable', 'correlation', 'better'], rows));
    }
    return 0;
  },
};
