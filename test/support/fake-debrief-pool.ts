import type { DebriefPool } from '../../src/worker/debrief-pool.ts';
import { fixtureChoices, fixtureLuck } from './fixture-debrief.ts';

/** A pool that answers at once with fixture figures. */
export function createFakeDebriefPool(): DebriefPool {
  return {
    async prepare() {},
    async valueChoices(_log, onProgress, onPart) {
      onProgress?.(0.5);
      onPart?.(fixtureChoices.cells.slice(0, 2));
      return { kind: 'ok', value: fixtureChoices };
    },
    async measureLuck(_log, onProgress, onPart) {
      onProgress?.(0.5);
      onPart?.(fixtureLuck.futures);
      return { kind: 'ok', value: fixtureLuck };
    },
    cancel() {},
    dispose() {},
  };
}
