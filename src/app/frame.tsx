import { type ComponentType, lazy, type ReactNode, Suspense, useRef } from 'react';
import { firmName } from '../content/firm-name.ts';
import { frame } from '../content/frame.ts';
import { allowedHelp, debriefAccess } from '../store/selectors/class-rules.ts';
import type { GameState } from '../store/state.ts';
import { useClientele } from '../store/use-clientele.ts';
import { messagesOf } from '../ui/message.ts';
import { Announcer } from './announcer.tsx';
import styles from './frame.module.css';
import { Notices } from './notices.tsx';
import { type GameView, hrefOf, type Route } from './router.ts';
import { ThemeSwitch } from './theme-switch.tsx';

const t = messagesOf(frame);

/** Not needed to begin with, nor at all: without it the app goes on as it is. */
const UpdateOffer = lazy<ComponentType>(() =>
  import('./update-offer.tsx').then(
    (module) => ({ default: module.UpdateOffer }),
    () => ({ default: () => null }),
  ),
);

/** What stands around every screen: the way past the header, the header, notices, announcements. */
export function Frame({ route, children }: { readonly route: Route; readonly children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  const game = useClientele((state) => state.game);
  const here = route.kind === 'play' && game?.id === route.gameId ? game : null;
  return (
    <div className={styles.frame}>
      {/* Not a link: its hash would be taken for a route. */}
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <header className={styles.header}>
        <div className={styles.bar}>
          <a className={styles.brand} href={hrefOf({ kind: 'home' })} aria-label={t('home')}>
            <Sign />
            <span>{t('product')}</span>
          </a>
          {here ? <GameLine game={here} view={route.kind === 'play' ? route.view : null} /> : <span />}
          <div className={styles.tools}>
            <a
              className={styles.link}
              href={hrefOf({ kind: 'glossary' })}
              {...(route.kind === 'glossary' ? { 'aria-current': 'page' as const } : {})}
            >
              {t('glossary')}
            </a>
            <ThemeSwitch />
          </div>
        </div>
      </header>
      <Notices />
      <Suspense fallback={null}>
        <UpdateOffer />
      </Suspense>
      <main ref={main} className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <Announcer />
    </div>
  );
}

/** Firm, quarter and the steps of the game under way. */
function GameLine({ game, view }: { readonly game: GameState; readonly view: GameView | null }) {
  const played = game.reports.length;
  const isOver = played >= game.rounds;
  const allowed = allowedHelp(game);
  const ready = game.status !== 'opening';
  const steps: readonly { readonly view: GameView; readonly name: string; readonly open: boolean }[] = [
    { view: 'briefing', name: t('briefing'), open: ready },
    { view: 'desk', name: t('desk'), open: ready && !isOver },
    { view: 'results', name: t('results'), open: played > 0 },
    { view: 'customers', name: t('customers'), open: ready && allowed.customerRecords },
    { view: 'futures', name: t('futures'), open: played > 0 && allowed.rewind },
    { view: 'hand-in', name: t('hand-in'), open: game.seat !== null && played > 0 },
    { view: 'debrief', name: t('debrief'), open: isOver && debriefAccess(game) === 'open' },
  ];
  return (
    <div className={styles.game}>
      <p className={styles.firm}>
        <span className={styles.line}>
          <strong translate="no">{firmName(game.scenario.id)}</strong>{' '}
          <span>
            {isOver
              ? t('gameOver', { quarters: game.rounds })
              : t('quarterOf', { quarter: Math.min(played + 1, game.rounds), quarters: game.rounds })}
          </span>{' '}
          {game.seat ? (
            <span className={styles.seat}>
              {t('inClass', { title: game.seat.settings.title, alias: game.seat.alias })}
            </span>
          ) : null}{' '}
          <span className={styles.saving}>
            {game.saving === 'saved' ? t('saved') : game.saving === 'saving' ? t('saving') : t('notSaved')}
          </span>
        </span>
      </p>
      <nav className={styles.steps} aria-label={t('gameSteps')}>
        {steps
          .filter((step) => step.open)
          .map((step) => (
            <a
              key={step.view}
              className={styles.link}
              href={hrefOf({ kind: 'play', gameId: game.id, view: step.view, quarter: null })}
              {...(step.view === view ? { 'aria-current': 'page' as const } : {})}
            >
              {step.name}
            </a>
          ))}
      </nav>
    </div>
  );
}

/** The four tiers' shapes: the mark of the house. */
function Sign() {
  return (
    <svg className={styles.sign} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M6 .5 11.5 6 6 11.5.5 6Z" fill="var(--tier-platinum)" />
      <circle cx="18" cy="6" r="4.6" fill="var(--tier-gold)" />
      <path d="M1.8 13.8h8.4v8.4H1.8Z" fill="var(--tier-silver)" />
      <path d="m18 13.4 5.2 8.8H12.8Z" fill="var(--tier-bronze)" />
    </svg>
  );
}
