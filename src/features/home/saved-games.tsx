import { useState } from 'react';
import { firmName } from '../../content/firm-name.ts';
import { home } from '../../content/home.ts';
import { noticeTexts } from '../../content/notices.ts';
import type { SavedGameSummary } from '../../store/state.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import styles from './saved-games.module.css';

const t = messagesOf(home);

/** What cannot be shown at all; any other game that cannot be played on can be read. */
const UNREADABLE: readonly SavedGameSummary['problem'][] = ['save/damaged', 'save/newer-format'];

type SavedGamesProps = {
  readonly savedGames: readonly SavedGameSummary[];
  readonly gameHref: (id: string) => string;
  readonly onExport: (id: string) => void;
  readonly onDelete: (id: string) => void;
};

/** Games on this device, the latest first; the latest unfinished one is the thing to do next. */
export function SavedGames({ savedGames, ...actions }: SavedGamesProps) {
  const games = [...savedGames].sort((a, b) => rank(a) - rank(b) || b.savedAt.localeCompare(a.savedAt));
  return (
    <section className={styles.games} aria-labelledby="saved-games">
      <h2 className={styles.heading} id="saved-games">
        {t('savedTitle')}
      </h2>
      <ul>
        {games.map((game, index) => (
          <SavedGame key={game.id} game={game} first={index === 0} {...actions} />
        ))}
      </ul>
    </section>
  );
}

/** Unfinished before finished before damaged. */
function rank(game: SavedGameSummary): number {
  return game.problem !== null ? 2 : game.roundsPlayed < game.rounds ? 0 : 1;
}

function SavedGame({
  game,
  first,
  gameHref,
  onExport,
  onDelete,
}: Omit<SavedGamesProps, 'savedGames'> & { readonly game: SavedGameSummary; readonly first: boolean }) {
  const formats = useFormats();
  const [asking, setAsking] = useState<'no' | 'yes' | 'kept'>('no');
  const done = game.roundsPlayed >= game.rounds;
  const quarters = { quarter: game.roundsPlayed + 1, quarters: game.rounds };
  const values = {
    firm: firmName(game.scenarioId),
    seed: game.seed,
    when: game.savedAt ? formats.dateTime(game.savedAt) : '–',
  };
  return (
    <li className={styles.game}>
      <div className={styles.words}>
        <p className={styles.name}>
          {game.problem
            ? noticeTexts[game.problem].title
            : done
              ? t('continueDone', quarters)
              : t('continueLead', quarters)}
        </p>
        <p className={styles.note}>
          {game.problem ? noticeTexts[game.problem].text : t('savedAt', values)}
          {game.classroom && !game.problem
            ? ` ${t('inClass', { title: game.classroom.title, alias: game.classroom.alias })}`
            : null}
          {game.classroom?.isHandedIn && !game.problem ? ` ${t('handedIn')}` : null}
          {game.branch && !game.problem ? ` ${t('branchedAt', { quarter: game.branch.round + 1 })}` : null}
        </p>
      </div>
      {asking === 'yes' ? (
        <div className={styles.actions}>
          <span className={styles.ask}>{t('deleteAsk')}</span>
          <Button look="danger" size="small" onClick={() => onDelete(game.id)}>
            {t('deleteYes')}
          </Button>
          <Button look="quiet" size="small" autoFocus onClick={() => setAsking('kept')}>
            {t('deleteNo')}
          </Button>
        </div>
      ) : (
        <div className={styles.actions}>
          {game.problem ? (
            UNREADABLE.includes(game.problem) ? null : (
              <ButtonLink href={gameHref(game.id)} size="small" aria-label={t('readOf', values)}>
                {t('read')}
              </ButtonLink>
            )
          ) : (
            <ButtonLink
              href={gameHref(game.id)}
              look={first && !done ? 'primary' : 'secondary'}
              size={first && !done ? 'medium' : 'small'}
              aria-label={t('continueOf', values)}
            >
              {done ? t('seeResult') : t('continue')}
            </ButtonLink>
          )}
          <Button look="quiet" size="small" onClick={() => onExport(game.id)} aria-label={t('exportOf', values)}>
            {t('export')}
          </Button>
          <Button
            look="danger"
            size="small"
            autoFocus={asking === 'kept'}
            onClick={() => setAsking('yes')}
            aria-label={t('deleteOf', values)}
          >
            {t('delete')}
          </Button>
        </div>
      )}
    </li>
  );
}
