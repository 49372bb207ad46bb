import { useId } from 'react';
import { glossary } from '../../content/glossary.ts';
import { tierNames } from '../../content/names.ts';
import { prediction as texts } from '../../content/prediction.ts';
import { TIERS } from '../../store/selectors/constants.ts';
import { EQUITY_BANDS, LONGEST_REASON, type Prediction } from '../../store/selectors/prediction-score.ts';
import { messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import { Term } from '../../ui/term.tsx';
import { TierLabel } from '../../ui/tier-mark.tsx';
import type { DeskActions } from './desk-types.ts';
import styles from './prediction-form.module.css';

const t = messagesOf(texts);

type Props = {
  readonly prediction: Prediction | null;
  readonly reason: string;
  readonly actions: Pick<DeskActions, 'setPrediction' | 'setReason'>;
};

/** What the player expects of the quarter, said before it is played. All of it may be left out. */
export function PredictionForm({ prediction, reason, actions }: Props) {
  const id = useId();
  return (
    <Section title={t('title')} note={t('note')} id="desk-prediction">
      <div className={styles.form}>
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
        <div className={styles.reason}>
          <label htmlFor={`${id}-reason`}>{t('reasonLabel')}</label>
          <input
            id={`${id}-reason`}
            type="text"
            autoComplete="off"
            maxLength={LONGEST_REASON}
            value={reason}
            aria-describedby={`${id}-help`}
            onChange={(event) => actions.setReason(event.currentTarget.value)}
          />
          <p id={`${id}-help`}>{t('reasonHelp')}</p>
        </div>
      </div>
    </Section>
  );
}
