import { type ReactNode, useState } from 'react';
import { teach } from '../../content/teach.ts';
import type { ClassSession } from '../../store/teach/teach-state.ts';
import { useTeachCommands, useTeaching } from '../../store/teach/use-teaching.ts';
import { Button } from '../../ui/button.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './teach.module.css';
import type { TeachLinks } from './teach-links.ts';

const t = messagesOf(teach);
const PLACES = ['class', 'keys', 'collect', 'standings', 'debrief', 'grades', 'note'] as const;

/** What stands around every screen of a class: its name, the way from one screen to the next, work under way. */
export function ClassFrame({
  session,
  links,
  children,
}: {
  readonly session: ClassSession;
  readonly links: TeachLinks;
  readonly children: ReactNode;
}) {
  const commands = useTeachCommands();
  const [leaving, setLeaving] = useState(false);
  const { settings } = session.file;
  const hasKeys = settings.roundKeys !== null || settings.debriefKey !== null;
  return (
    <>
      <div className={styles.frame}>
        <p className={styles.className}>{settings.title}</p>
        <nav className={styles.nav} aria-label={t('nav')}>
          {PLACES.filter((place) => place !== 'keys' || hasKeys).map((place) => (
            <a
              key={place}
              href={links.hrefOf(place)}
              {...(place === links.here ? { 'aria-current': 'page' as const } : {})}
            >
              {t(`nav.${place}`)}
            </a>
          ))}
        </nav>
        {leaving ? (
          <p className={styles.leave}>
            {t('closeAsk')}{' '}
            <Button look="danger" size="small" onClick={() => commands.closeClass()}>
              {t('closeYes')}
            </Button>
            <Button look="quiet" size="small" autoFocus onClick={() => setLeaving(false)}>
              {t('closeNo')}
            </Button>
          </p>
        ) : (
          <p className={styles.leave}>
            <Button look="quiet" size="small" onClick={() => setLeaving(true)}>
              {t('closeClass')}
            </Button>
          </p>
        )}
      </div>
      <WorkBar session={session} />
      {children}
    </>
  );
}

function WorkBar({ session }: { readonly session: ClassSession }) {
  const commands = useTeachCommands();
  const { failure } = session;
  const work = useTeaching((state) => state.work);
  return (
    <div className={styles.workPlace} aria-live="polite">
      {failure === null ? null : (
        <div className={styles.failure}>
          <strong>{t('failureTitle')}</strong>
          <p>{t('failureText', { message: failure })}</p>
        </div>
      )}
      {work === null ? null : (
        <div className={styles.work} data-testid="work">
          <span>{t(`work.${work.kind}`)}</span>
          <ProgressBar label={t(`work.${work.kind}`)} value={work.of > 0 ? work.done / work.of : 0} />
          <span aria-hidden="true">{work.of > 0 ? t('workDone', { done: work.done, of: work.of }) : null}</span>
          <Button look="quiet" size="small" onClick={() => commands.cancel()}>
            {t('cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}
