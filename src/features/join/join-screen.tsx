import { type FormEvent, useRef, useState } from 'react';
import type { ClassSettings } from '../../classroom/class-settings.ts';
import type { ClassroomProblem, ClassroomResult } from '../../classroom/classroom-problem.ts';
import { classRules, classroomProblems, join } from '../../content/classroom.ts';
import { problemMessage } from '../../store/selectors/classroom-problem.ts';
import { LONGEST_ALIAS, plainAlias } from '../../store/selectors/join.ts';
import type { SavedGameSummary } from '../../store/state.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Section } from '../../ui/section.tsx';
import { ClassRules } from './class-rules.tsx';
import styles from './join-screen.module.css';

const t = messagesOf(join);
const rules = messagesOf(classRules);
const problems = messagesOf(classroomProblems);

export type JoinScreenProps = {
  /** What the address carries, read; null when it carries nothing. */
  readonly invitation: ClassroomResult<ClassSettings> | null;
  /** Games of that class on this device. */
  readonly joined: readonly SavedGameSummary[];
  readonly gameHref: (id: string) => string;
  /** Goes to the class that a text leads to; what is wrong with the text otherwise. */
  readonly onCode: (text: string) => ClassroomProblem | null;
  readonly onJoin: (settings: ClassSettings, alias: string) => Promise<void>;
};

/** From a link or a code to the briefing: what class it is, its rules, and what one wants to be called. */
export function JoinScreen(props: JoinScreenProps) {
  const { invitation } = props;
  if (invitation?.ok) return <Invitation {...props} settings={invitation.value} />;
  return (
    <div className={styles.join}>
      <header className={styles.head}>
        <ScreenTitle>{invitation ? t('problemTitle') : t('title')}</ScreenTitle>
        <p className={styles.lead}>{invitation ? problemText(invitation) : t('lead')}</p>
      </header>
      <CodeForm onCode={props.onCode} />
    </div>
  );
}

function CodeForm({ onCode }: Pick<JoinScreenProps, 'onCode'>) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  function look(event: FormEvent) {
    event.preventDefault();
    const found = onCode(text);
    setProblem(found ? problemText(found) : null);
    if (found) field.current?.focus();
  }

  return (
    <form className={styles.form} onSubmit={look}>
      <TextArea
        ref={field}
        label={t('codeLabel')}
        help={t('codeHelp')}
        problem={problem}
        isCode
        rows={5}
        value={text}
        spellCheck={false}
        autoCapitalize="none"
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <Button type="submit" look="primary">
        {t('look')}
      </Button>
    </form>
  );
}

function Invitation({ settings, joined, gameHref, onJoin }: JoinScreenProps & { readonly settings: ClassSettings }) {
  const [alias, setAlias] = useState('');
  const [missing, setMissing] = useState(false);
  const [joining, setJoining] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (joining) return;
    if (plainAlias(alias) === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    setJoining(true);
    await onJoin(settings, plainAlias(alias));
    setJoining(false);
  }

  return (
    <div className={styles.join}>
      <header className={styles.head}>
        <ScreenTitle>{t('classTitle', { title: settings.title })}</ScreenTitle>
      </header>
      {joined.length > 0 ? (
        <section className={styles.already} aria-label={t('already')}>
          <h2>{t('already')}</h2>
          <p>{t('alreadyNote', { count: joined.length })}</p>
          <p className={styles.games}>
            {joined.map((game) => (
              <ButtonLink key={game.id} look="primary" href={gameHref(game.id)}>
                {t(game.roundsPlayed < game.rounds ? 'continueAs' : 'seeAs', {
                  alias: game.classroom?.alias ?? '–',
                  quarter: game.roundsPlayed + 1,
                  quarters: game.rounds,
                })}
              </ButtonLink>
            ))}
          </p>
        </section>
      ) : null}
      <form className={styles.form} onSubmit={submit}>
        <TextField
          ref={field}
          label={settings.players === 'teams' ? t('aliasLabelTeams') : t('aliasLabelPersons')}
          help={t('aliasHelp', { longest: LONGEST_ALIAS })}
          problem={missing ? t('aliasMissing') : null}
          value={alias}
          maxLength={LONGEST_ALIAS}
          onChange={(event) => {
            setAlias(event.currentTarget.value);
            setMissing(false);
          }}
        />
        <Button type="submit" look={joined.length > 0 ? 'secondary' : 'primary'} size="large" aria-disabled={joining}>
          {joining ? t('joining') : t('join')}
        </Button>
        <p className={styles.quiet}>
          {t('privacy')} {t('keptGames')}
        </p>
      </form>
      <Section title={rules('rulesOf')}>
        <ClassRules settings={settings} />
      </Section>
    </div>
  );
}

function problemText(problem: ClassroomProblem): string {
  const { id, values } = problemMessage(problem);
  return problems(id, values);
}
