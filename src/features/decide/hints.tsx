import { useState } from 'react';
import { hints } from '../../content/hints.ts';
import { Button } from '../../ui/button.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import type { HintTopic } from './hint-topics.ts';
import styles from './hints.module.css';

const t = messagesOf(hints);
const LEVELS = [0, 1, 2] as const;
const ASK = ['ask', 'look', 'tell'] as const;

/** Hints in three levels: a question, where to look, and what to do. Nothing is said before it is asked for. */
export function Hints({ topics }: { readonly topics: readonly HintTopic[] }) {
  const [shown, setShown] = useState<{ readonly hint: HintTopic; readonly level: number } | null>(null);

  function next() {
    if (!shown) setShown({ hint: topics[0], level: 0 });
    else if (shown.level < 2) setShown({ ...shown, level: shown.level + 1 });
    else {
      const at = topics.findIndex(({ topic }) => topic === shown.hint.topic);
      setShown({ hint: topics[(at + 1) % topics.length], level: 0 });
    }
  }

  const level = shown?.level ?? -1;
  return (
    <Section title={t('title')} note={t('note')}>
      <div className={styles.hints}>
        <dl className={styles.said} aria-live="polite">
          {shown
            ? LEVELS.filter((one) => one <= level).map((one) => (
                <div key={one}>
                  <dt>{t(`level.${one}`)}</dt>
                  <dd>{t(`${shown.hint.topic}.${one}`, shown.hint.values)}</dd>
                </div>
              ))
            : null}
        </dl>
        <p>
          <Button size="small" onClick={next}>
            {t(level < 2 ? ASK[level + 1] : 'another')}
          </Button>
        </p>
      </div>
    </Section>
  );
}
