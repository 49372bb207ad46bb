import { type ChangeEvent, useId, useState } from 'react';
import { classroomProblems } from '../../content/classroom.ts';
import { teach } from '../../content/teach.ts';
import { problemMessage } from '../../store/selectors/classroom-problem.ts';
import { useTeachCommands, useTeaching } from '../../store/teach/use-teaching.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './teach.module.css';
import type { TeachLinks } from './teach-links.ts';

const t = messagesOf(teach);
const problems = messagesOf(classroomProblems);

/** Where an instructor begins: a new class, one set up before, or the teaching note. */
export function StartScreen({ links }: { readonly links: TeachLinks }) {
  const commands = useTeachCommands();
  const formats = useFormats();
  const kept = useTeaching((state) => state.kept);
  const [problem, setProblem] = useState<string | null>(null);
  const fileId = useId();

  async function openFile(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (!file) return;
    const found = commands.openFile(await file.text());
    // The same file may be chosen again.
    input.value = '';
    if (found) {
      const { id, values } = problemMessage(found);
      setProblem(problems(id, values));
    } else links.goTo('class');
  }

  return (
    <>
      <header className={styles.head}>
        <ScreenTitle>{t('title')}</ScreenTitle>
        <p className={styles.lead}>{t('lead')}</p>
      </header>
      <Section title={t('newTitle')} note={t('newNote')}>
        <ButtonLink look="primary" size="large" href={links.hrefOf('set-up')}>
          {t('newClass')}
        </ButtonLink>
      </Section>
      <Section title={t('openTitle')} note={t('openNote')}>
        <div className={styles.stack}>
          <div className={styles.file}>
            <label htmlFor={fileId}>{t('openLabel')}</label>
            <input
              id={fileId}
              type="file"
              accept=".json,application/json"
              onChange={(event) => void openFile(event)}
              aria-describedby={`${fileId}-problem`}
            />
            <p id={`${fileId}-problem`} className={styles.problem} role="alert">
              {problem}
            </p>
          </div>
          {kept.length > 0 ? (
            <>
              <h3 className={styles.subtitle}>{t('keptTitle')}</h3>
              <ul className={styles.kept}>
                {kept.map(({ classId, file, keptAt }) => (
                  <li key={classId}>
                    <Button
                      onClick={() => {
                        commands.openKept(classId);
                        links.goTo('class');
                      }}
                    >
                      {t('openKept', { title: file.settings.title })}
                    </Button>
                    <span className={styles.quiet}>{t('keptAt', { when: formats.dateTime(keptAt) })}</span>
                    <Button
                      look="danger"
                      size="small"
                      aria-label={t('forgetOf', { title: file.settings.title })}
                      onClick={() => commands.forgetKept(classId)}
                    >
                      {t('forgetKept')}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
      </Section>
      <Section title={t('noteTitle')}>
        <div className={styles.stack}>
          <p>{t('noteText')}</p>
          <p>
            <ButtonLink href={links.hrefOf('note')}>{t('toNote')}</ButtonLink>
          </p>
        </div>
      </Section>
    </>
  );
}
