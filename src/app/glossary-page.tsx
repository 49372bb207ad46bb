import { glossary } from '../content/glossary.ts';
import { learn } from '../content/learn.ts';
import { messagesOf } from '../ui/message.ts';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { EntryBody } from '../ui/term.tsx';
import styles from './glossary-page.module.css';

const t = messagesOf(learn);
const ENTRIES = Object.entries(glossary).sort(([, a], [, b]) => a.term.localeCompare(b.term, 'en'));

/** All words of the field on one page. */
export function GlossaryPage() {
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <ScreenTitle className={styles.title}>{t('title')}</ScreenTitle>
        <p>{t('lead')}</p>
      </header>
      <dl className={styles.entries}>
        {ENTRIES.map(([key, entry]) => (
          <div key={key} className={styles.entry}>
            <dt>{entry.term}</dt>
            <dd>
              <EntryBody entry={entry} />
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
