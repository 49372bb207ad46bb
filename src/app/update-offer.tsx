import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { update as texts } from '../content/update.ts';
import { keepOffline, type Update } from '../offline/updates.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import type { GameState } from '../store/state.ts';
import { useClientele, useCommands } from '../store/use-clientele.ts';
import { Button } from '../ui/button.tsx';
import { messagesOf } from '../ui/message.ts';
import styles from './frame.module.css';
import { useExport } from './use-export.ts';

const t = messagesOf(texts);

/**
 * Keeps the app on this device and offers its new versions: quietly, and never while a quarter is being played or something is not saved.
 * Nothing changes until the player says so.
 */
export function UpdateOffer() {
  const [update, setUpdate] = useState<Update | null>(null);
  const [putOff, setPutOff] = useState<string | null>(null);
  const isSafe = useClientele(({ game }) => isSafeMoment(game));
  useEffect(() => {
    void keepOffline(versionOfPage(), setUpdate);
  }, []);
  return (
    <div role="status" aria-label={t('label')} className={styles.notices}>
      {update && update.version !== putOff && isSafe ? (
        <Offer key={update.version} update={update} onLater={() => setPutOff(update.version)} />
      ) : null}
    </div>
  );
}

function Offer({ update, onLater }: { readonly update: Update; readonly onLater: () => void }) {
  const commands = useCommands();
  const exportGame = useExport();
  const openGame = useClientele(({ game }) => game?.id ?? null);
  const savedGames = useClientele((state) => state.savedGames);
  const areGamesKnown = useClientele((state) => state.savedGamesStatus === 'ready');
  const [asksAgain, setAsksAgain] = useState(false);
  const question = useRef<HTMLDivElement>(null);
  const isOtherModel = update.engineVersion !== catalogue().engineVersion;
  useEffect(() => {
    if (isOtherModel) void commands.loadSavedGames();
  }, [commands, isOtherModel]);
  useEffect(() => {
    // The button that had the focus is gone.
    if (asksAgain) question.current?.querySelector('button')?.focus();
  }, [asksAgain]);

  if (!isOtherModel) {
    return (
      <Card title={t('title')} texts={[t('sameModel')]}>
        <Button size="small" onClick={() => void update.take()}>
          {t('take')}
        </Button>
        <Button look="quiet" size="small" onClick={onLater}>
          {t('later')}
        </Button>
      </Card>
    );
  }
  if (!areGamesKnown) return null;
  const games = savedGames.filter(({ problem }) => problem === null);
  const unfinished = games.filter(({ roundsPlayed, rounds }) => roundsPlayed < rounds).length;
  if (asksAgain) {
    return (
      <Card cardRef={question} title={t('switch')} texts={[t('sure')]}>
        <Button size="small" onClick={onLater}>
          {t('sureNo')}
        </Button>
        {openGame === null ? null : (
          <Button size="small" onClick={() => void exportGame(openGame)}>
            {t('exportOpen')}
          </Button>
        )}
        <Button look="danger" size="small" onClick={() => void update.take()}>
          {t('sureYes')}
        </Button>
      </Card>
    );
  }
  return (
    <Card
      title={t('title')}
      texts={[
        t('otherModel', { games: games.length }),
        ...(unfinished > 0 ? [t('unfinished', { games: unfinished })] : []),
      ]}
    >
      <Button size="small" onClick={() => (games.length > 0 ? setAsksAgain(true) : void update.take())}>
        {t('switch')}
      </Button>
      <Button look="quiet" size="small" onClick={onLater}>
        {t('later')}
      </Button>
    </Card>
  );
}

function Card({
  cardRef,
  title,
  texts: sentences,
  children,
}: {
  readonly cardRef?: Ref<HTMLDivElement>;
  readonly title: string;
  readonly texts: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    <div ref={cardRef} className={`${styles.notice} ${styles.offer}`}>
      <div className={styles.noticeText}>
        <p>
          <strong>{title}</strong>
        </p>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div className={styles.noticeActions}>{children}</div>
    </div>
  );
}

/** Whether the page can be loaded anew without anything being lost or played twice. */
function isSafeMoment(game: GameState | null): boolean {
  if (!game) return true;
  const isAtWork = game.status === 'opening' || game.status === 'running' || game.status === 'scoring';
  return !isAtWork && game.saving === 'saved' && !game.behind;
}

/** Written into the page by the build; empty while developing and in the single file. */
function versionOfPage(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="clientele-version"]')?.content ?? '';
}
