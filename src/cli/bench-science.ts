import seedrandom from 'seedrandom';
import { fitBgNbd } from '../marketing-science/bg-nbd/fit-bg-nbd.ts';
import { fitGammaGamma } from '../marketing-science/gamma-gamma/fit-gamma-gamma.ts';
import { fitParetoNbd } from '../marketing-science/pareto-nbd/fit-pareto-nbd.ts';
import { scoreParetoNbd } from '../marketing-science/pareto-nbd/score-pareto-nbd.ts';
import { simulateGammaGamma, simulateParetoNbd } from '../marketing-science/simulation/simulate-pareto-nbd.ts';
import { parseOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { table } from './print.ts';

const REPEATS = 7;
// The published estimates for CDNOW, whose 2,357 customers the simulated ones take after.
const PARETO_NBD = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
const GAMMA_GAMMA = { p: 6.25, q: 3.74, gamma: 15.44 };

export const benchScienceCommand: Command = {
  name: 'bench-science',
  summary: 'measures how fast the customer-base models are fitted and customers scored',
  help: `Measures how fast the customer-base models are fitted and customers scored, on simulated customers like those of CDNOW.

Usage: clientele bench-science [--json]

Each figure is the median of ${REPEATS} runs after one to warm up.`,
  run(args) {
    const { values } = parseOptions(args, { json: { type: 'boolean' } }, 0);
    const uniform = seedrandom('bench science');
    const cdnowLike = simulateParetoNbd(
      PARETO_NBD,
      Array.from({ length: 2357 }, (_, row) => (189 + (row % 84)) / 7),
      uniform,
    );
    // CDNOW's orders are known to the day.
    const inDays = { ...cdnowLike, tx: cdnowLike.tx.map((time) => Math.floor(7 * time) / 7) };
    const { zbar } = simulateGammaGamma(GAMMA_GAMMA, cdnowLike.x, uniform);
    const many = simulateParetoNbd(
      PARETO_NBD,
      Array.from({ length: 100_000 }, (_, row) => 13 + (row % 64)),
      uniform,
    );
    const start = fitParetoNbd(inDays);
    const score = milliseconds(() => scoreParetoNbd(PARETO_NBD, many, { horizon: 39, discountRate: 0.0027 }));
    const figures = {
      fitParetoNbdMs: milliseconds(() => fitParetoNbd(inDays)),
      fitParetoNbdFromEarlierFitMs: milliseconds(() => fitParetoNbd(inDays, { start })),
      fitBgNbdMs: milliseconds(() => fitBgNbd(inDays)),
      fitGammaGammaMs: milliseconds(() => fitGammaGamma({ x: cdnowLike.x, zbar })),
      score100000Ms: score,
      customersScoredPerSecond: Math.round(100_000_000 / score),
    };
    console.log(
      values.json
        ? JSON.stringify(figures, null, 2)
        : table(
            ['figure', 'value'],
            Object.entries(figures).map(([name, value]) => [name, value.toPrecision(4)]),
          ),
    );
    return 0;
  },
};

function milliseconds(work: () => unknown): number {
  work();
  const times = Array.from({ length: REPEATS }, () => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  });
  return times.sort((left, right) => left - right)[Math.floor(REPEATS / 2)];
}
