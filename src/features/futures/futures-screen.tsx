import { useEffect, useState } from 'react';
import { futures as texts } from '../../content/futures.ts';
import type { Future } from '../../store/commands.ts';
import type { GameState } from '../../store/state.ts';
import { useCommands } from '../../store/use-clientele.ts';
import { Button } from '../../ui/button.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Section } from '../../ui/section.tsx';
import { FutureComparison } from './future-comparison.tsx';
import { MOST_FUTURES } from './future-rows.ts';
import styles from './futures-screen.module.css';

const t = messagesOf(texts);

export type FuturesScreenProps = {
  readonly game: GameState;
  readonly gameHref: (id: string) => string;
  /** Branches off at a round (0-based) and goes to its desk. */
  readonly onRewind: (round: number) => Promise<void>;
};

/** Practice: go back to a quarter, choose otherwise, and see the futures side by side on the same luck. */
export function FuturesScreen({ game, gameHref, onRewind }: FuturesScreenProps) {
  const commands = useCommands();
  const [futures, setFutures] = useState<readonly Future[] | 'failed' | null>(null);
  const [leaving, setLeaving] = useState(false);
  const played = game.reports.length;

  useEffect(() => {
    let here = true;
    void commands.compareFutures().then((found) => {
      if (here) setFutures(found?.slice(0, MOST_FUTURES) ?? 'failed');
    });
    return () => {
      here = false;
    };
  }, [commands]);

  async function rewind(round: number) {
    if (leaving) return;
    setLeaving(true);
    await onRewind(round);
    setLeaving(false);
  }

  return (
    <>
      <header className={styles.head}>
        <ScreenTitle className={styles.title}>{t('title')}</ScreenTitle>
        <p>{t('lead')}</p>
      </header>
      <Section title={t('rewindTitle')} note={t('rewindNote')}>
        {played === 0 ? (
          <p>{t('notYet')}</p>
        ) : (
          <ul className={styles.quarters}>
            {game.reports.map(({ round }) => (
              <li key={round}>
                <Button aria-disabled={leaving} onClick={() => void rewind(round)}>
                  {t('rewindTo', { quarter: round + 1 })}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('compareTitle')} note={t('compareNote')}>
        {futures === null ? (
          <p role="status">{t('working')}</p>
        ) : futures === 'failed' ? (
          <p role="alert">{t('failed')}</p>
        ) : (
          <FutureComparison futures={futures} gameHref={gameHref} />
        )}
      </Section>
    </>
  );
}
