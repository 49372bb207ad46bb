import { useId } from 'react';
import { glossary } from '../../content/glossary.ts';
import { tierNames } from '../../content/names.ts';
import { prediction as texts } from '../../content/prediction.ts';
import type { Prompts } from '../../store/selectors/class-rules.ts';
import { TIERS } from '../../store/selectors/constants.ts';
import { EQUITY_BANDS, LONGEST_REASON, type Prediction } from '../../store/selectors/prediction-score.ts';
import { messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import { Term } from '../../ui/term.tsx';
import { TierLabel } from '../../ui/tier-mark.tsx';
import type { DeskActions, DeskState } from './desk-types.ts';
import styles from './prediction-form.module.css';

const t = messagesOf(texts);

type Props = {
  readonly prediction: Prediction | null;
  readonly reason: string;
  readonly prompts: Prompts;
  /** What was left out though the class requires it, after an attempt to play. */
  readonly missing: 'prediction' | 'reason' | null;
  readonly actions: Pick<DeskActions, 'setPrediction' | 'setReason'>;
};

/** What the class requires to be said before a round is played and is not said yet; null when nothing is lacking. */
export function missingPrompt({
  prediction,
  reason,
  prompts,
}: Pick<DeskState, 'prediction' | 'reason' | 'prompts'>): 'prediction' | 'reason' | null {
  if (prompts.predictions === 'required' && (!prediction?.equity || !prediction.loser)) return 'prediction';
  return prompts.reasons === 'required' && reason.trim() === '' ? 'reason' : null;
}

/** What the player expects of the quarter, said before it is played. All of it may be left out, unless the class requires it. */
export function PredictionForm({ prediction, reason, prompts, missing, actions }: Props) {
  const id = useId();
  const asksPrediction = prompts.predictions !== 'off';
  const asksReason = prompts.reasons !== 'off';
  if (!asksPrediction && !asksReason) return null;
  return (
    <Section
      title={asksPrediction ? t('title') : t('titleReason')}
      note={prompts.predictions === 'required' ? t('noteRequired') : t('note')}
      id="desk-prediction"
    >
      <div className={styles.form}>
        {missing ? (
          <p className={styles.missing} role="alert">
            {t(missing === 'prediction' ? 'predictionMissing' : 'reasonMissing')}
          </p>
        ) : null}
        {asksPrediction ? (
          <>
            <fieldset className={styles.question}>
              <legend>
                <Term entry={glossary.customerEquity} /> {t('equityQuestion')}
              </legend>
              {EQUITY_BANDS.map((band) => (
                <label key={band}>
                  <input
                    type="radio"
                    name={`${id}-equity`}
                    checked={prediction?.equity === band}
                    onChange={() => actions.setPrediction({ equity: band })}
                  />
                  {t(`band.${band}`)}
                </label>
              ))}
            </fieldset>
            <fieldset className={styles.question}>
              <legend>{t('loserQuestion')}</legend>
              {[...TIERS, 'none' as const].map((tier) => (
                <label key={tier}>
                  <input
                    type="radio"
                    name={`${id}-loser`}
                    checked={prediction?.loser === tier}
                    onChange={() => actions.setPrediction({ loser: tier })}
                  />
                  {tier === 'none' ? t('none') : <TierLabel tier={tier}>{tierNames[tier]}</TierLabel>}
                </label>
              ))}
            </fieldset>
          </>
        ) : null}
        {asksReason ? (
          <div className={styles.reason}>
            <label htmlFor={`${id}-reason`}>
              {t(prompts.reasons === 'required' ? 'reasonLabelRequired' : 'reasonLabel')}
            </label>
            <input
              id={`${id}-reason`}
              type="text"
              autoComplete="off"
              maxLength={LONGEST_REASON}
              value={reason}
              aria-describedby={`${id}-help`}
              onChange={(event) => actions.setReason(event.currentTarget.value)}
            />
            <p id={`${id}-help`}>{t(prompts.reasons === 'required' ? 'reasonHelpRequired' : 'reasonHelp')}</p>
          </div>
        ) : null}
      </div>
    </Section>
  );
}
