import { useState } from 'react';
import { keys } from '../../content/teach.ts';
import { printedCatchUpCode, printedKey } from '../../store/selectors/class-sharing.ts';
import type { ClassSession } from '../../store/teach/teach-state.ts';
import { useTeachCommands } from '../../store/teach/use-teaching.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Projector } from '../../ui/projector.tsx';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Section } from '../../ui/section.tsx';
import { Clock, ClockControls } from './clock.tsx';
import styles from './teach.module.css';

const t = messagesOf(keys);

/** Shows the keys of a class one at a time, with a clock that stops nobody. */
export function KeysScreen({ session }: { readonly session: ClassSession }) {
  const commands = useTeachCommands();
  const [projecting, setProjecting] = useState(false);
  const [debriefShown, setDebriefShown] = useState(false);
  const { file, released } = session;
  const { settings } = file;
  const current = released > 0 ? printedKey(file, released - 1) : null;
  const catchUp = printedCatchUpCode(file, released);
  const debriefKey = printedKey(file, 'debrief');
  const shown = Array.from({ length: released }, (_, round) => round);
  return (
    <>
      <header className={styles.head}>
        <ScreenTitle>{t('title')}</ScreenTitle>
        <p className={styles.lead}>{settings.roundKeys ? t('lead') : t('none')}</p>
      </header>
      {settings.roundKeys ? (
        <>
          <Section title={current ? t('current', { quarter: released }) : t('notYet')}>
            <div className={styles.stack}>
              {current ? (
                <p className={styles.key} translate="no" data-testid="round-key">
                  {current}
                </p>
              ) : null}
              <p className={styles.actions}>
                <Button
                  look="primary"
                  size="large"
                  aria-disabled={released >= settings.rounds}
                  onClick={() => commands.releaseKey()}
                >
                  {released >= settings.rounds ? t('all') : t('next', { quarter: released + 1 })}
                </Button>
                <Button size="large" onClick={() => setProjecting(true)}>
                  {t('project')}
                </Button>
              </p>
            </div>
          </Section>
          <Section title={t('timerTitle')} note={t('timerNote')}>
            <div className={styles.stack}>
              <Clock timer={session.timer} />
              <ClockControls timer={session.timer} />
            </div>
          </Section>
          {catchUp ? (
            <Section title={t('catchUpTitle')} note={t('catchUpNote')}>
              <div className={styles.stack}>
                <TextArea label={t('catchUpLabel')} isCode readOnly rows={4} value={catchUp} />
                <p>
                  <CopyButton text={catchUp}>{t('copyCatchUp')}</CopyButton>
                </p>
                <FiguresTable
                  label={t('earlierTitle')}
                  corner={t('quarter')}
                  columns={[{ key: 'key', head: t('key') }]}
                  rows={shown.map((round) => ({
                    key: String(round),
                    head: String(round + 1),
                    cells: [
                      <code translate="no" key="key">
                        {printedKey(file, round)}
                      </code>,
                    ],
                  }))}
                />
              </div>
            </Section>
          ) : null}
        </>
      ) : null}
      {debriefKey ? (
        <Section title={t('debriefTitle')} note={t('debriefNote')}>
          {debriefShown ? (
            <p className={styles.key} translate="no" data-testid="debrief-key">
              {debriefKey}
            </p>
          ) : (
            <Button onClick={() => setDebriefShown(true)}>{t('showDebrief')}</Button>
          )}
        </Section>
      ) : null}
      <Projector
        isOpen={projecting}
        label={t('projectLabel', { quarter: Math.max(released, 1) })}
        onClose={() => setProjecting(false)}
        tools={<ClockControls timer={session.timer} />}
      >
        <div className={styles.projectKey}>
          <p className={styles.projectText}>{current ? t('current', { quarter: released }) : t('notYet')}</p>
          {current ? <p className={styles.hugeKey}>{current}</p> : null}
          <Clock timer={session.timer} />
        </div>
      </Projector>
    </>
  );
}
