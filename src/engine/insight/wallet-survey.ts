import { exp } from '../math/exp.ts';
import type { Population } from '../population/columns.ts';
import type { RandomKeys } from '../random/keys.ts';
import { normal } from '../random/normal.ts';
import { PURPOSE } from '../random/purposes.ts';
import { type DrawKeys, drawKeys, uniform, wordAt } from '../random/stream.ts';
import type { Insight } from '../scenario/scenario.ts';

/** The insight level from which on customers are asked for their share of wallet. */
export const SURVEYS_WALLETS = 3;

/** Keys of the survey: the same every quarter, since a customer answers it with the same error every time. */
export function walletSurveyDraws(keys: RandomKeys): DrawKeys {
  return drawKeys(keys, 0, PURPOSE.walletSurvey);
}

/** Share of wallet that a customer states when asked: the true one with a lognormal error, within bounds. *Draws:* walletSurvey. */
export function surveyedWalletShare(insight: Insight, population: Population, row: number, draws: DrawKeys): number {
  const z = normal(uniform(wordAt(population.stream[row], draws, 0, 0)));
  const stated = population.trueWalletShare[row] * exp(insight.walletSurveyError * z);
  return Math.min(insight.walletHighest, Math.max(insight.walletLowest, stated));
}
