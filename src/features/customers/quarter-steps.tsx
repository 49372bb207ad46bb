import { customers as texts } from '../../content/customers.ts';
import { Button } from '../../ui/button.tsx';
import { messagesOf } from '../../ui/message.ts';
import styles from './customers-screen.module.css';
import { FIRST_VIEW } from './use-customer-views.ts';

const t = messagesOf(texts);

export type QuarterStepsProps = {
  readonly round: number;
  readonly last: number;
  readonly playing: boolean;
  readonly canPlay: boolean;
  readonly onRound: (round: number) => void;
  readonly onPlay: () => void;
};

/** From quarter to quarter: by choice, or all of them as a film. */
export function QuarterSteps({ round, last, playing, canPlay, onRound, onPlay }: QuarterStepsProps) {
  const rounds = Array.from({ length: last - FIRST_VIEW + 1 }, (_, index) => FIRST_VIEW + index);
  return (
    <div className={styles.steps}>
      <fieldset className={styles.stepRow}>
        <legend>{t('quarterNav')}</legend>
        {rounds.map((of) => (
          <button
            key={of}
            type="button"
            aria-pressed={of === round}
            aria-label={of === FIRST_VIEW ? t('beginning') : t('quarterShown', { quarter: of + 1 })}
            onClick={() => onRound(of)}
          >
            {of === FIRST_VIEW ? t('beginning') : t('quarterShort', { quarter: of + 1 })}
          </button>
        ))}
      </fieldset>
      {canPlay ? (
        <Button size="small" onClick={onPlay}>
          {playing ? t('stop') : t('play')}
        </Button>
      ) : null}
    </div>
  );
}
