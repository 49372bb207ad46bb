import { runFuzz } from './fuzz.ts';

/** `npm run fuzz [inputs] [seed]`: the whole of it. Exit code 1 when there is a fault. */
const [inputs = '100000', seed = 'all'] = process.argv.slice(2);
const started = performance.now();
const { faults, ...report } = runFuzz(Number(inputs), seed);
console.log(
  JSON.stringify(
    { ...report, seconds: Math.round((performance.now() - started) / 1000), faults: faults.length },
    null,
    2,
  ),
);
for (const fault of faults.slice(0, 20)) console.error(fault.slice(0, 2_000));
process.exitCode = faults.length > 0 ? 1 : 0;
