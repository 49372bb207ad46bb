import { expect, test } from 'vitest';
import { modelChanges } from '../../src/content/kept-game.ts';
import { ENGINE_VERSION, newRunLog } from '../../src/engine/index.ts';
import { catalogue } from '../../src/scenarios/catalogue.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { logProblem } from '../../src/store/log-problem.ts';

test('a game of an older or newer model is told apart; one of this model can be played on', () => {
  const log = newRunLog(harbour, 'maple-4821');
  const at = (engineVersion: string) => logProblem(catalogue(), { ...log, engineVersion });
  expect(at(ENGINE_VERSION)).toBeNull();
  expect(at(String(Number(ENGINE_VERSION) - 1))).toBe('save/other-engine-version');
  expect(at(String(Number(ENGINE_VERSION) + 1))).toBe('save/newer-engine-version');
  expect(at('x')).toBe('save/other-engine-version');
});

test('what each version of the model changed is told, up to the present one', () => {
  const versions = Array.from({ length: Number(ENGINE_VERSION) }, (_, index) => String(index + 1));
  expect(Object.keys(modelChanges)).toEqual(versions);
});
