import { type ReactNode, useState } from 'react';
import { debrief } from '../../content/debrief.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Chapter, Part } from './chapter.tsx';
import styles from './debrief.module.css';

const t = messagesOf(debrief);

/** What to take away, and where to go from here. */
export function ReportChapter({
  isPrintable,
  takeAway,
  seed,
  resultsHref,
  futuresHref,
  handInHref,
  onPlay,
  onDownload,
}: {
  /** False while parts of the report are still being worked out. */
  readonly isPrintable: boolean;
  /** The panel that hands out the data. */
  readonly takeAway: ReactNode;
  /** Null where keys made the luck, which no new game has. */
  readonly seed: string | null;
  readonly resultsHref: string;
  /** Null where a class does not go back. */
  readonly futuresHref: string | null;
  /** Where a game of a class is handed in; null when there is nothing to hand in. */
  readonly handInHref: string | null;
  readonly onPlay: (seed: string) => Promise<void>;
  readonly onDownload: () => void;
}) {
  const [starting, setStarting] = useState(false);
  async function play(asked: string) {
    if (starting) return;
    setStarting(true);
    await onPlay(asked);
    setStarting(false);
  }
  return (
    <Chapter id="report" title={t('chapter.report')} lead={t('reportLead')}>
      <Part title={t('printTitle')} note={t(isPrintable ? 'printNote' : 'printSoon')}>
        <div className={styles.actions}>
          <Button look="primary" onClick={() => window.print()}>
            {t('print')}
          </Button>
          <Button onClick={onDownload}>{t('download')}</Button>
        </div>
      </Part>
      {takeAway}
      <Part title={t('againTitle')} note={seed === null ? undefined : t('againNote')}>
        <div className={styles.actions}>
          {handInHref ? (
            <ButtonLink look="primary" href={handInHref}>
              {t('handIn')}
            </ButtonLink>
          ) : null}
          {seed === null ? null : (
            <Button
              look={handInHref ? 'secondary' : 'primary'}
              onClick={() => void play(seed)}
              aria-disabled={starting}
            >
              {t('again')}
            </Button>
          )}
          <Button onClick={() => void play('')} aria-disabled={starting}>
            {t('newGame')}
          </Button>
          {futuresHref ? <ButtonLink href={futuresHref}>{t('futures')}</ButtonLink> : null}
          <ButtonLink look="quiet" href={resultsHref}>
            {t('results')}
          </ButtonLink>
        </div>
      </Part>
    </Chapter>
  );
}
