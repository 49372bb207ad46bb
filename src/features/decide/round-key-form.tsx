import { classroomProblems, roundKey } from '../../content/classroom.ts';
import { problemMessage } from '../../store/selectors/classroom-problem.ts';
import { CodeForm } from '../../ui/code-form.tsx';
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
  const quarter = round + 1;

  function enter(typed: string): string | null {
    const keys = onKey(typed);
    if (!keys.ok) {
      const { id, values } = problemMessage(keys);
      return problems(id, values);
    }
    return keys.value <= round ? t('tooFew', { upTo: keys.value, quarter }) : null;
  }

  return (
    <Section title={t('title', { quarter })} note={t('note')}>
      <p role="status" className={isDue ? styles.quiet : styles.taken}>
        {isDue ? null : t('taken', { quarter })}
      </p>
      {isDue ? (
        <CodeForm
          id={ROUND_KEY_ID}
          label={t('label')}
          help={t('help')}
          action={t('enter')}
          reminder={isMissed ? t('due') : null}
          onEnter={enter}
        />
      ) : null}
    </Section>
  );
}
