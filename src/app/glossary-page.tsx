import { glossary } from '../content/glossary.ts';
import { learn } from '../content/learn.ts';
import { GameTerms } from '../features/learn/game-terms.tsx';
import { useClientele } from '../store/use-clientele.ts';
import { FormatsProvider } from '../ui/formats-context.tsx';
import { messagesOf } from '../ui/message.ts';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { EntryBody } from '../ui/term.tsx';
import styles from './glossary-page.module.css';

const t = messagesOf(learn);
const ENTRIES = Object.entries(glossary).sort(([, a], [, b]) => a.term.localeCompare(b.term, 'en'));

/** All words of the field on one page, worked out with the figures of the game that is open. */
export function GlossaryPage() {
  const game = useClientele((state) => state.game);
  return (
    <FormatsProvider currency={game?.scenario.currency ?? 'USD'}>
      <GameTerms game={game}>
        <Entries />
      </GameTerms>
    </FormatsProvider>
  );
}

function Entries() {
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
