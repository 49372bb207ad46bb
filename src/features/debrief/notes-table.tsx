import { debrief } from '../../content/debrief.ts';
import { tierNames } from '../../content/names.ts';
import { prediction } from '../../content/prediction.ts';
import type { RoundReport } from '../../store/selectors/constants.ts';
import { outcomeOf, type Prediction, type PredictionScore } from '../../store/selectors/prediction-score.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import styles from './notes-table.module.css';

const t = messagesOf(debrief);
const tPrediction = messagesOf(prediction);

/** What was expected and why, quarter by quarter, beside what came. */
export function NotesTable({
  rows,
}: {
  readonly rows: readonly {
    readonly report: RoundReport;
    readonly said: Prediction | null | undefined;
    readonly score: PredictionScore | null;
    readonly reason: string;
  }[];
}) {
  const formats = useFormats();
  const shown = rows.filter(({ score, reason }) => score !== null || reason !== '');
  return (
    <ol className={styles.notes}>
      {shown.map(({ report, said, score, reason }) => {
        const came = outcomeOf(report);
        return (
          <li key={report.round}>
            <h4>{t('noteQuarter', { quarter: report.round + 1 })}</h4>
            {reason ? <blockquote>{reason}</blockquote> : null}
            <p>
              {said?.equity ? t('noteExpected', { band: tPrediction(`band.${said.equity}`) }) : t('noteSilent')}{' '}
              {t('noteCame', { change: formats.percentChange(came.change) })}
              {said?.loser
                ? ` ${t('noteLoser', {
                    said: said.loser === 'none' ? tPrediction('none') : tierNames[said.loser],
                    came: came.loser === 'none' ? tPrediction('none') : tierNames[came.loser],
                  })}`
                : ''}
            </p>
            {score ? (
              <p className={styles.points}>{tPrediction('pointsOf', { points: score.points, of: score.of })}</p>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
