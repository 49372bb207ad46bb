import { useState } from 'react';
import { coach } from '../../content/coach.ts';
import { Button } from '../../ui/button.tsx';
import { messagesOf } from '../../ui/message.ts';
import styles from './coach.module.css';

const t = messagesOf(coach);

/** Each step and the part of the desk it speaks of. */
const STEPS = [
  { step: 'budget', target: '[data-coach~="budget"]' },
  { step: 'levers', target: '[data-coach~="levers"]' },
  { step: 'customers', target: '[data-coach~="customers"]' },
  { step: 'insight', target: '#desk-insight' },
  { step: 'expect', target: '#desk-prediction' },
] as const;

const SEEN = 'clientele-coach';

/** A guide through the first quarter's desk: five sentences, none of which stands in the way, all of which can be skipped. */
export function Coach() {
  const [at, setAt] = useState(() => (wasSeen() ? STEPS.length : 0));
  const current = STEPS[at];
  if (!current) return null;

  function goTo(next: number) {
    setAt(next);
    if (next >= STEPS.length) keepSeen();
  }

  return (
    <aside className={styles.coach} aria-label={t('label')}>
      <p className={styles.step}>{t('step', { step: at + 1, steps: STEPS.length })}</p>
      <div aria-live="polite">
        <p className={styles.title}>{t(`${current.step}.title`)}</p>
        <p>{t(`${current.step}.text`)}</p>
      </div>
      <div className={styles.actions}>
        <Button look="primary" size="small" onClick={() => goTo(at + 1)}>
          {t(at + 1 < STEPS.length ? 'next' : 'done')}
        </Button>
        <Button
          size="small"
          onClick={() => document.querySelector(current.target)?.scrollIntoView({ block: 'center' })}
        >
          {t('show')}
        </Button>
        <Button look="quiet" size="small" onClick={() => goTo(STEPS.length)}>
          {t('skip')}
        </Button>
      </div>
    </aside>
  );
}

function wasSeen(): boolean {
  try {
    return localStorage.getItem(SEEN) !== null;
  } catch {
    return false;
  }
}

function keepSeen(): void {
  try {
    localStorage.setItem(SEEN, 'yes');
  } catch {
    // A private window forgets it: the guide comes back with the next first quarter.
  }
}
