/** What is to be measured: `run` does the work and tells how much of it there was. */
export type Contender = { readonly name: string; readonly run: () => number };

/** Milliseconds on the processor, of all threads: on a busy machine the clock tells of the others. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Medians of milliseconds per unit of work, by contender. Contenders take turns, so that what disturbs one disturbs the others.
 *
 * @param times how often each runs, after `warmUp` runs that do not count
 */
export function interleaved(contenders: readonly Contender[], times: number, warmUp: number): Record<string, number> {
  const samples = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let turn = -warmUp; turn < times; turn++) {
    for (const { name, run } of contenders) {
      const start = processorTime();
      const work = run();
      if (turn >= 0) samples.get(name)?.push((processorTime() - start) / work);
    }
  }
  return Object.fromEntries([...samples].map(([name, values]) => [name, median(values)]));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
