import type { Population } from '../population/columns.ts';
import type { RandomKeys } from '../random/keys.ts';
import { normal } from '../random/normal.ts';
import { PURPOSE } from '../random/purposes.ts';
import { drawKeys, uniform, wordAt } from '../random/stream.ts';
import type { SurveyTally } from '../round/firm.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { TIER_COUNT } from '../tiering/tiers.ts';

const BEST_ANSWER = 10;
const PROMOTER_FROM = 9;
const DETRACTOR_TO = 6;

/**
 * Asks a random sample of about `size` customers of each tier how satisfied they are, 0 to 10. Those who are gone do not answer.
 * Promoters answer 9 or 10, detractors 0 to 6. *Source:* Reichheld 2003 (net promoter score). *Draws:* survey (who is asked; the answer).
 *
 * @param customers by tier
 */
export function surveyTiers(
  population: Population,
  scenario: Scenario,
  keys: RandomKeys,
  round: number,
  customers: readonly number[],
): SurveyTally[] {
  const { tier, stream, trueSatisfaction, trueLifetimeLeft, active, activeCount } = population;
  const draws = drawKeys(keys, round + scenario.warmUpRounds, PURPOSE.survey);
  const shareAsked = customers.map((count) => (count > 0 ? scenario.survey.size / count : 0));
  const surveys: SurveyTally[] = Array.from({ length: TIER_COUNT }, () => ({
    answers: 0,
    sum: 0,
    sumOfSquares: 0,
    promoters: 0,
    detractors: 0,
  }));
  for (let i = 0; i < activeCount; i++) {
    const row = active[i];
    const t = tier[row];
    if (t >= TIER_COUNT || trueLifetimeLeft[row] <= 0) continue;
    if (uniform(wordAt(stream[row], draws, 0, 0)) >= shareAsked[t]) continue;
    const felt = trueSatisfaction[row] + scenario.survey.spread * normal(uniform(wordAt(stream[row], draws, 0, 1)));
    const answer = Math.min(BEST_ANSWER, Math.max(0, Math.floor(felt * BEST_ANSWER + 0.5)));
    const survey = surveys[t];
    survey.answers++;
    survey.sum += answer;
    survey.sumOfSquares += answer * answer;
    if (answer >= PROMOTER_FROM) survey.promoters++;
    else if (answer <= DETRACTOR_TO) survey.detractors++;
  }
  return surveys;
}
