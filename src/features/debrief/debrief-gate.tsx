import { type FormEvent, useId, useState } from 'react';
import { debrief } from '../../content/debrief.ts';
import { Button } from '../../ui/button.tsx';
import { messagesOf } from '../../ui/message.ts';
import styles from './debrief.module.css';

const t = messagesOf(debrief);

/** What is closed until the instructor opens it, and the place for the code that does. */
export function DebriefGate({
  opens,
  isCode,
  onOpen,
}: {
  readonly opens: 'result' | 'nothing';
  /** Whether a text is the code; null when there is none to be given. */
  readonly isCode: ((code: string) => boolean) | null;
  readonly onOpen: () => void;
}) {
  const id = useId();
  const problemId = useId();
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);

  function open(event: FormEvent) {
    event.preventDefault();
    if (isCode?.(typed.trim())) onOpen();
    else setIsWrong(true);
  }

  return (
    <section className={styles.gate} aria-label={t('gateTitle')}>
      <h2>{t('gateTitle')}</h2>
      <p>{t(`gate.${opens}`)}</p>
      {isCode ? (
        <form className={styles.form} onSubmit={open}>
          <label className={styles.field} htmlFor={id}>
            {t('gateCode')}
            <input
              id={id}
              value={typed}
              autoComplete="off"
              aria-invalid={isWrong}
              aria-describedby={problemId}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                setIsWrong(false);
              }}
            />
          </label>
          <Button type="submit">{t('gateOpen')}</Button>
        </form>
      ) : null}
      <p id={problemId} role="status" className={styles.problem}>
        {isWrong ? t('gateWrong') : ''}
      </p>
    </section>
  );
}
