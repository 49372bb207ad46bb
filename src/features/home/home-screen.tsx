import { type ChangeEvent, type FormEvent, useId, useRef, useState } from 'react';
import { firmName } from '../../content/firm-name.ts';
import { home } from '../../content/home.ts';
import type { Level } from '../../engine/index.ts';
import { LEVELS } from '../../store/selectors/constants.ts';
import type { SavedGameSummary } from '../../store/state.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { ClientelePicture } from './clientele-picture.tsx';
import styles from './home-screen.module.css';
import { SavedGames } from './saved-games.tsx';

const t = messagesOf(home);

export type HomeScreenProps = {
  /** What can be played, the default first. */
  readonly scenarioIds: readonly string[];
  readonly savedGames: readonly SavedGameSummary[];
  /** Until the device's storage was read nothing is offered, so that nothing moves under the reader's finger. */
  readonly savedGamesStatus: 'loading' | 'ready';
  readonly gameHref: (id: string) => string;
  readonly joinHref: string;
  readonly teachHref: string;
  readonly deviceHref: string;
  /** Opens a new game; a blank seed is made up. */
  readonly onPlay: (seed: string, level: Level, scenarioId: string) => Promise<void>;
  readonly onImport: (text: string) => Promise<void>;
  readonly onExport: (id: string) => void;
  readonly onDelete: (id: string) => void;
};

/** The front door: the game in progress first, then a new one, and what the game is about in two sentences. */
export function HomeScreen(props: HomeScreenProps) {
  const [starting, setStarting] = useState(false);
  const [seed, setSeed] = useState('');
  const [level, setLevel] = useState<Level>('essentials');
  const [scenarioId, setScenarioId] = useState(props.scenarioIds[0]);
  const [told, setTold] = useState('');
  const page = useRef<HTMLDivElement>(null);
  const seedId = useId();
  const levelId = useId();
  const firmId = useId();
  const fileId = useId();

  async function play(event: FormEvent) {
    event.preventDefault();
    if (starting) return;
    setStarting(true);
    await props.onPlay(seed.trim(), level, scenarioId);
    setStarting(false);
  }

  async function importFile(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (!file) return;
    const text = await file.text();
    // The same file may be chosen again after a refusal.
    input.value = '';
    await props.onImport(text);
  }

  function deleteGame(id: string) {
    props.onDelete(id);
    setTold(t('deleted'));
    // The button that had the focus is gone with its game.
    page.current?.focus();
  }

  const saved = { ...props, onDelete: deleteGame };
  const loading = props.savedGamesStatus === 'loading';
  const inProgress = props.savedGames.some((game) => game.problem === null && game.roundsPlayed < game.rounds);
  return (
    <div className={styles.home} ref={page} tabIndex={-1}>
      <div role="status">
        <VisuallyHidden>{told}</VisuallyHidden>
      </div>
      <div className={styles.front}>
        <div className={styles.words}>
          <ScreenTitle className={styles.title}>{t('title')}</ScreenTitle>
          <p className={styles.lead}>{t('lead')}</p>
          {inProgress ? <SavedGames {...saved} /> : null}
          <form className={loading ? `${styles.start} ${styles.waiting}` : styles.start} onSubmit={play}>
            <Button type="submit" look={inProgress ? 'secondary' : 'primary'} size="large" aria-disabled={starting}>
              {starting ? t('starting') : inProgress ? t('playNew') : t('play')}
            </Button>
            <p className={styles.quiet}>{t('playNote')}</p>
            <p className={styles.doors}>
              <ButtonLink href={props.joinHref}>{t('join')}</ButtonLink>
              <ButtonLink href={props.teachHref}>{t('teach')}</ButtonLink>
            </p>
            <details className={styles.more}>
              <summary>{t('more')}</summary>
              <div className={styles.options}>
                <label htmlFor={seedId}>{t('seedLabel')}</label>
                <input
                  id={seedId}
                  className={styles.input}
                  value={seed}
                  onChange={(event) => setSeed(event.currentTarget.value)}
                  maxLength={60}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  aria-describedby={`${seedId}-help`}
                />
                <p id={`${seedId}-help`} className={styles.quiet}>
                  {t('seedHelp')}
                </p>
                <label htmlFor={levelId}>{t('levelLabel')}</label>
                <select
                  id={levelId}
                  className={styles.input}
                  value={level}
                  onChange={(event) => setLevel(LEVELS.find((one) => one === event.currentTarget.value) ?? level)}
                  aria-describedby={`${levelId}-help`}
                >
                  {LEVELS.map((one) => (
                    <option key={one} value={one}>
                      {t(`level.${one}`)}
                    </option>
                  ))}
                </select>
                <p id={`${levelId}-help`} className={styles.quiet}>
                  {t('levelHelp')}
                </p>
                <label htmlFor={firmId}>{t('firmLabel')}</label>
                <select
                  id={firmId}
                  className={styles.input}
                  value={scenarioId}
                  onChange={(event) => setScenarioId(event.currentTarget.value)}
                  aria-describedby={`${firmId}-help`}
                >
                  {props.scenarioIds.map((id) => (
                    <option key={id} value={id}>
                      {firmName(id)}
                    </option>
                  ))}
                </select>
                <p id={`${firmId}-help`} className={styles.quiet}>
                  {t('firmHelp')}
                </p>
                <label htmlFor={fileId}>{t('importLabel')}</label>
                <input
                  id={fileId}
                  className={styles.input}
                  type="file"
                  accept=".json,application/json"
                  onChange={importFile}
                  aria-describedby={`${fileId}-help`}
                />
                <p id={`${fileId}-help`} className={styles.quiet}>
                  {t('importHelp')}
                </p>
              </div>
            </details>
          </form>
        </div>
        <figure className={styles.picture}>
          <ClientelePicture label={t('pictureLabel')} />
          <figcaption className={styles.quiet}>{t('pictureNote')}</figcaption>
        </figure>
      </div>
      {!inProgress && props.savedGames.length > 0 ? <SavedGames {...saved} /> : null}
      <p className={styles.device}>
        <a href={props.deviceHref}>{t('device')}</a>
      </p>
    </div>
  );
}
