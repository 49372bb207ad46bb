import { tierNames } from '../../content/names.ts';
import { prediction as texts } from '../../content/prediction.ts';
import type { RoundReport } from '../../store/selectors/constants.ts';
import {
  MOST_EQUITY_POINTS,
  MOST_LOSER_POINTS,
  outcomeOf,
  type Prediction,
  scorePrediction,
} from '../../store/selectors/prediction-score.ts';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import styles from './results-screen.module.css';

const t = messagesOf(texts);

type Props = {
  readonly report: RoundReport;
  readonly prediction: Prediction | null;
  readonly reason: string;
};

/** What the player expected of the quarter beside what came, with points; nothing when nothing was said. */
export function PredictionPart({ report, prediction, reason }: Props) {
  const formats = useFormats();
  const said = prediction && (prediction.equity !== null || prediction.loser !== null) ? prediction : null;
  if (!said && reason === '') return null;
  const outcome = outcomeOf(report);
  const score = said ? scorePrediction(said, report) : null;
  const tierName = (tier: Prediction['loser']) =>
    tier === null ? t('nothing') : tier === 'none' ? t('none') : tierNames[tier];
  const points = (won: number, of: number, counts: boolean) =>
    counts ? t('pointsOf', { points: won, of }) : t('nothing');
  return (
    <Section title={t('resultTitle')} note={t('resultNote')}>
      {said && score ? (
        <>
          <p className={styles.finding}>{t('finding', { points: score.points, of: score.of })}</p>
          <FiguresTable
            label={t('resultTitle')}
            corner={t('question')}
            columns={[
              { key: 'expected', head: t('expected') },
              { key: 'came', head: t('came') },
              { key: 'points', head: t('points') },
            ]}
            rows={[
              {
                key: 'equity',
                head: t('equity'),
                cells: [
                  said.equity === null ? t('nothing') : t(`band.${said.equity}`),
                  t('cameChange', { change: formats.percentChange(outcome.change) }),
                  points(score.equityPoints, MOST_EQUITY_POINTS, said.equity !== null),
                ],
              },
              {
                key: 'loser',
                head: t('loser'),
                cells: [
                  tierName(said.loser),
                  outcome.loser === 'none'
                    ? t('none')
                    : t('cameLoser', { tier: tierName(outcome.loser), loss: formats.moneyChange(outcome.loss) }),
                  points(score.loserPoints, MOST_LOSER_POINTS, said.loser !== null),
                ],
              },
            ]}
          />
        </>
      ) : null}
      {reason === '' ? null : (
        <dl className={styles.reason}>
          <dt>{t('reason')}</dt>
          <dd>{reason}</dd>
        </dl>
      )}
    </Section>
  );
}
