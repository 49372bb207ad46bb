import { prediction } from '../../content/prediction.ts';
import { scorePredictions } from '../../store/selectors/prediction-score.ts';
import type { GameState } from '../../store/state.ts';
import { messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import styles from './final-screen.module.css';

const t = messagesOf(prediction);

/** The player's predictions of all quarters, scored; nothing when nothing was predicted. */
export function PredictionsScore({ game }: { readonly game: GameState }) {
  const { points, of, rounds } = scorePredictions(game.notes.predictions, game.reports);
  if (rounds === 0) return null;
  return (
    <Section title={t('totalTitle')} note={t('totalNote')}>
      <p className={styles.finding}>{t('totalFinding', { points, of, rounds })}</p>
    </Section>
  );
}
