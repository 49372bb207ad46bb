import { type FormEvent, useState } from 'react';
import { classroomProblems, roundKey } from '../../content/classroom.ts';
import { problemMessage } from '../../store/selectors/classroom-problem.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import type { DeskActions } from './desk-types.ts';
import styles from './round-key-form.module.css';

const t = messagesOf(roundKey);
const problems = messagesOf(classroomProblems);

export const ROUND_KEY_ID = 'desk-round-key';

type Props = {
  /** 0-based. */
  readonly round: number;
  readonly isDue: boolean;
  /** The quarter was to be played without its key. */
  readonly isMissed: boolean;
  readonly onKey: DeskActions['enterKey'];
};

/** Takes the key that the quarter waits for, or a catch-up code with several. */
export function RoundKeyForm({ round, isDue, isMissed, onKey }: Props) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const quarter = round + 1;

  function enter(event: FormEvent) {
    event.preventDefault();
    const keys = onKey(typed);
    if (!keys.ok) {
      const { id, values } = problemMessage(keys);
      setProblem(problems(id, values));
    } else if (keys.value <= round) setProblem(t('tooFew', { upTo: keys.value, quarter }));
    else {
      setProblem(null);
      setTyped('');
    }
  }

  return (
    <Section title={t('title', { quarter })} note={t('note')}>
      <p role="status" className={isDue ? styles.quiet : styles.taken}>
        {isDue ? null : t('taken', { quarter })}
      </p>
      {isDue ? (
        <form className={styles.form} onSubmit={enter}>
          <TextField
            id={ROUND_KEY_ID}
            label={t('label')}
            help={t('help')}
            problem={problem ?? (isMissed ? t('due') : null)}
            isCode
            value={typed}
            autoCapitalize="characters"
            spellCheck={false}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setProblem(null);
            }}
          />
          <Button type="submit">{t('enter')}</Button>
        </form>
      ) : null}
    </Section>
  );
}
