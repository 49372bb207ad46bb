import { newRunLog, type RunLog } from '../../src/engine/index.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import golden from '../golden/harbour.json' with { type: 'json' };

/** The golden runs as logs: whole games on one seed, and games cut off after 1, 2, 3 … rounds on the others. */
export function goldenLogs(): { name: string; log: RunLog }[] {
  const wholeGamesOn = golden.runs[0].seed;
  let cut = 0;
  return golden.runs.map(({ policy, seed, decisions, digests }) => {
    const rounds = seed === wholeGamesOn ? decisions.length : 1 + (cut++ % decisions.length);
    const log = {
      ...newRunLog(harbour, seed),
      decisions: decisions.slice(0, rounds) as RunLog['decisions'],
      // The first digest is that of the opening.
      digests: digests.slice(1, rounds + 1),
    };
    return { name: `${policy} on ${seed}, ${rounds} rounds`, log };
  });
}
