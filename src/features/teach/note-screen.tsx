import { SESSIONS, teachingLists, teachingNote, timing } from '../../content/teaching-note.ts';
import { Button } from '../../ui/button.tsx';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './teach.module.css';

const t = messagesOf(teachingNote);

/** What an instructor reads before class; prints on two or three pages. */
export function NoteScreen() {
  return (
    <>
      <header className={styles.head}>
        <ScreenTitle>{t('title')}</ScreenTitle>
        <p className={styles.lead}>{t('lead')}</p>
        <p className={styles.actions}>
          <Button onClick={() => window.print()}>{t('print')}</Button>
        </p>
      </header>
      <Section title={t('goalsTitle')}>
        <List items={teachingLists.goals} />
      </Section>
      <Section title={t('timingTitle')}>
        <FiguresTable
          label={t('timingLabel')}
          corner={t('part')}
          columns={[
            ...SESSIONS.map((minutes) => ({ key: String(minutes), head: t('minutes', { minutes }) })),
            { key: 'week', head: t('week'), isText: true },
          ]}
          rows={timing.map(({ part, minutes, week }) => ({
            key: part,
            head: <span className={styles.became}>{part}</span>,
            cells: [
              ...minutes.map((some) => String(some)),
              <span key="week" className={styles.became}>
                {week}
              </span>,
            ],
          }))}
        />
      </Section>
      <Section title={t('beforeTitle')}>
        <List items={teachingLists.before} />
      </Section>
      <Section title={t('discussTitle')}>
        <List items={teachingLists.discuss} />
      </Section>
      <Section title={t('usuallyTitle')} note={t('usuallyNote')}>
        <List items={teachingLists.usually} />
      </Section>
      <Section title={t('mistakesTitle')} note={t('mistakesNote')}>
        <List items={teachingLists.mistakes} />
      </Section>
      <Section title={t('troubleTitle')}>
        <List items={teachingLists.trouble} />
      </Section>
      <Section title={t('readingTitle')}>
        <List items={teachingLists.reading} />
      </Section>
    </>
  );
}

function List({ items }: { readonly items: readonly string[] }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
