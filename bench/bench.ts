import { availableParallelism, cpus, loadavg } from 'node:os';
import {
  decideByShares,
  newRunLog,
  openFirm,
  playRound,
  type RunLog,
  replay,
  type Scenario,
} from '../src/engine/index.ts';
import { bytesPerCustomer } from '../src/engine/population/columns.ts';
import { fitParetoNbd } from '../src/marketing-science/pareto-nbd/fit-pareto-nbd.ts';
import { simulateParetoNbd } from '../src/marketing-science/simulation/simulate-pareto-nbd.ts';
import { playPolicy } from '../src/policies/play-policy.ts';
import { customerCentric } from '../src/policies/value-based.ts';
import { harbour } from '../src/scenarios/harbour.ts';
import { resized } from '../src/scenarios/resized.ts';
import { interleaved } from './measure.ts';
import { objectsFirm } from './objects-way.ts';
import { plainArraysFirm } from './plain-arrays.ts';

const SIZES = [10_000, 100_000, 1_000_000];
/** Customers of the firm that is played first, and not timed. */
const WARMS_UP = 50_000;
/** Newcomers a round in the two other ways, as a share of the base: about what the engine wins in these rounds. */
const NEWCOMERS = 0.08;
const QUALITY = [0.6, 0.55, 0.45, 0.4];
const PULL = [0.9, 0.5, 0.25, 0.15];

/** A firm of this many customers in the engine and in the two other ways; `run` plays a round and tells how many customers it had. */
function contenders(customers: number) {
  const scenario: Scenario = { ...resized(harbour, customers), rounds: 1000, warmUpRounds: 3 };
  const engine = openFirm(scenario, 'bench').firm;
  const others = { objects: objectsFirm(scenario, 'bench'), plainArrays: plainArraysFirm(scenario, 'bench') };
  const newcomers = Math.round(customers * NEWCOMERS);
  const decide = () => ({
    ...decideByShares(scenario.legacyPolicy, engine.budget, scenario.insight.prices),
    insight: 1 as const,
  });
  return [
    {
      name: 'engine',
      run: () => {
        const before = engine.population.activeCount;
        const played = playRound(engine, decide());
        if (!played.ok) throw new Error(played.refusals[0].code);
        return before;
      },
    },
    ...Object.entries(others).map(([name, firm]) => ({
      name,
      run: () => {
        const before = firm.customers();
        firm.playRound(newcomers, QUALITY, PULL);
        return before;
      },
    })),
  ];
}

/** Nanoseconds per customer and round: the engine with everything it does, against two other ways of writing the quarter. */
function measureRounds(customers: number, times: number) {
  const milliseconds = interleaved(contenders(customers), times, 2);
  const nanoseconds = (name: string) => Math.round(milliseconds[name] * 1e6);
  const [own, objects, plainArrays] = ['engine', 'objects', 'plainArrays'].map(nanoseconds);
  return {
    customers,
    nanosecondsPerCustomerAndRound: { engine: own, objects, plainArrays },
    timesAsFastAsObjects: objects / own,
    timesAsFastAsPlainArrays: plainArrays / own,
  };
}

/**
 * Milliseconds of a game of 20,000 customers, each valued by a model in every round, and of its replay. The models have been fitted: that is
 * timed apart.
 */
function measureGame() {
  let n = 0;
  const opened = openFirm(harbour, 'bench');
  const decisions: RunLog['decisions'][number][] = [];
  const digests: string[] = [];
  playPolicy(customerCentric, opened, (firm, report) => {
    decisions.push(report.decision);
    digests.push(firm.digest);
  });
  const log: RunLog = { ...newRunLog(harbour, 'bench'), decisions, digests };
  const milliseconds = interleaved(
    [
      {
        name: 'warmUp',
        run: () => {
          openFirm(harbour, `bench ${n++}`);
          return 1;
        },
      },
      {
        name: 'replay',
        run: () => {
          const replayed = replay(log, harbour, opened);
          if (!replayed.ok) throw new Error('the replay differs');
          return 1;
        },
      },
    ],
    21,
    8,
  );
  return {
    wholeGameMs: milliseconds.warmUp + milliseconds.replay,
    warmUpMs: milliseconds.warmUp,
    replayFromWarmUpMs: milliseconds.replay,
  };
}

/** Milliseconds of a maximum-likelihood fit of Pareto/NBD to 2,357 customers like those of CDNOW, and of a firm's own first fit. */
function measureFits() {
  const published = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
  const ages = Array.from({ length: 2357 }, (_, row) => (189 + (row % 84)) / 7);
  let state = 1;
  const table = simulateParetoNbd(published, ages, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return ((state >>> 0) + 0.5) / 4294967296;
  });
  const firms = Array.from({ length: 8 }, (_, n) => openFirm(harbour, `fit ${n}`).firm);
  return interleaved(
    [
      {
        name: 'paretoNbdOn2357CustomersMs',
        run: () => {
          fitParetoNbd(table);
          return 1;
        },
      },
      {
        name: 'modelsOfAFirmMs',
        run: () => {
          firms.pop()?.model();
          return 1;
        },
      },
    ],
    6,
    2,
  );
}

/** Bytes of columns for each customer that was ever the firm's, and for each that still matters, at the end of a game. */
function measureMemory() {
  const { firm } = openFirm(harbour, 'bench');
  const end = playPolicy(customerCentric, { firm, history: openFirm(harbour, 'bench').history });
  const columns = Object.values(end.population).filter((column) => typeof column !== 'number');
  const bytes = columns.reduce((sum, column) => sum + column.byteLength, 0);
  return {
    bytesPerRow: bytesPerCustomer(),
    bytesPerCustomerEver: bytes / end.population.count,
    customersEver: end.population.count,
  };
}

const machine = {
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  threads: availableParallelism(),
  node: process.version,
  loadBefore: loadavg()[0],
};
const startUpMs = Number(process.env.CLIENTELE_START_UP_MS ?? Number.NaN);
const game = measureGame();
const fits = measureFits();
const memory = measureMemory();
// Compiled before they are timed, the small firms as well as the large.
interleaved(contenders(WARMS_UP), 12, 0);
const rounds = SIZES.map((customers) =>
  measureRounds(customers, customers >= 1_000_000 ? 3 : customers >= 100_000 ? 7 : 21),
);
const result = { machine, rounds, game, fits, memory, startUpMs };

if (process.argv.includes('--json')) console.log(JSON.stringify(result, null, 2));
else print();

function print(): void {
  const number = (value: number, digits = 1) => value.toFixed(digits).padStart(9);
  console.log(
    `${machine.processor}, ${machine.threads} threads, Node ${machine.node}, load ${machine.loadBefore.toFixed(1)}`,
  );
  console.log('Time on the processor; medians of runs that take turns.\n');
  console.log(
    'A round, nanoseconds per customer        engine   objects    arrays   times as fast as objects, as arrays',
  );
  for (const { customers, nanosecondsPerCustomerAndRound: ns, ...ratios } of rounds) {
    const times = `${number(ratios.timesAsFastAsObjects)}${number(ratios.timesAsFastAsPlainArrays)}`;
    console.log(
      `${String(customers).padStart(9)} customers              ${number(ns.engine, 0)} ${number(ns.objects, 0)} ${number(ns.plainArrays, 0)}   ${times}`,
    );
  }
  console.log(`\nA game of 20,000 customers, 16 rounds   ${number(game.wholeGameMs)} ms   target: under 60`);
  console.log(`Its replay from the shared warm-up      ${number(game.replayFromWarmUpMs)} ms   target: under 30`);
  console.log(`The same game with its models fitted    ${number(game.wholeGameMs + fits.modelsOfAFirmMs)} ms`);
  console.log(`Pareto/NBD on 2,357 customers           ${number(fits.paretoNbdOn2357CustomersMs)} ms`);
  console.log(`A firm's own models, fitted once a game ${number(fits.modelsOfAFirmMs)} ms`);
  console.log(`Memory a customer                       ${number(memory.bytesPerRow, 0)} bytes target: at most 100`);
  console.log(`Start-up of the engine                  ${number(startUpMs)} ms`);
}
