import { useMemo, useState } from 'react';
import { classroomProblems } from '../../content/classroom.ts';
import { handIn as texts } from '../../content/hand-in.ts';
import { debriefAccess } from '../../store/selectors/class-rules.ts';
import { problemMessage } from '../../store/selectors/classroom-problem.ts';
import { LONGEST_REFLECTION, type PreparedHandIn, prepareHandIn } from '../../store/selectors/hand-in.ts';
import type { GameState } from '../../store/state.ts';
import { useCommands } from '../../store/use-clientele.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { CodeForm } from '../../ui/code-form.tsx';
import { downloadText } from '../../ui/download-text.ts';
import { CheckField, FieldGroup, TextArea } from '../../ui/field.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Section } from '../../ui/section.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { HandInContents } from './hand-in-contents.tsx';
import styles from './hand-in-screen.module.css';

const t = messagesOf(texts);
const problems = messagesOf(classroomProblems);

export type HandInScreenProps = {
  /** A game of a class with at least one round played. */
  readonly game: GameState;
  readonly finalHref: string;
  readonly deskHref: string;
};

/** What is handed in, to the last field; a check; and file, code and receipt. */
export function HandInScreen({ game, finalHref, deskHref }: HandInScreenProps) {
  const formats = useFormats();
  const [parts, setParts] = useState({ predictions: true, reasons: true, reflections: false });
  const prepared = useMemo(() => prepareHandIn(game, parts), [game, parts]);
  const { seat } = game;
  if (!seat || !prepared) return null;
  const played = game.reports.length;
  const isWhole = played >= game.rounds;
  const access = debriefAccess(game);
  const { handedIn, settings } = seat;
  return (
    <>
      <header className={styles.head}>
        <p className={styles.kicker}>{t('kicker', { title: settings.title, alias: seat.alias })}</p>
        <ScreenTitle>{isWhole ? t('title') : t('titleEarly')}</ScreenTitle>
        <p className={styles.lead}>{t(isWhole ? 'leadDone' : 'leadEarly', { played, rounds: game.rounds })}</p>
        {isWhole ? (
          <p>
            {game.score ? (
              <>
                {t('result')} <strong data-testid="handed-value">{formats.money(game.score.firmValue)}</strong>
              </>
            ) : (
              t('waiting')
            )}
          </p>
        ) : null}
        {handedIn ? (
          <p className={styles.done}>
            {t('handedIn', {
              when: formats.dateTime(handedIn.at),
              rounds: handedIn.rounds,
              receipt: handedIn.receipt,
            })}{' '}
            {handedIn.rounds < played ? t('handedInStale') : null}
          </p>
        ) : null}
        <p className={styles.onward}>
          {isWhole && access === 'open' ? <ButtonLink href={finalHref}>{t('toDebrief')}</ButtonLink> : null}
          {isWhole ? null : <ButtonLink href={deskHref}>{t('toDesk')}</ButtonLink>}
        </p>
      </header>
      {settings.prompts.reflections.length > 0 && isWhole ? (
        <Questions questions={settings.prompts.reflections} answers={seat.reflections} />
      ) : null}
      <Section title={t('includeTitle')} note={t('includeNote')}>
        <FieldGroup legend={<VisuallyHidden>{t('includeTitle')}</VisuallyHidden>}>
          <CheckField
            label={t('includePredictions')}
            isChecked={parts.predictions}
            onChange={(predictions) => setParts({ ...parts, predictions })}
          />
          <CheckField
            label={t('includeReasons')}
            isChecked={parts.reasons}
            onChange={(reasons) => setParts({ ...parts, reasons })}
          />
          {settings.prompts.reflections.length > 0 ? (
            <CheckField
              label={t('includeReflections')}
              isChecked={parts.reflections}
              onChange={(reflections) => setParts({ ...parts, reflections })}
            />
          ) : null}
        </FieldGroup>
      </Section>
      <Check game={game} prepared={prepared} />
      <Give prepared={prepared} />
      {isWhole && access !== 'open' ? <Locked access={access} /> : null}
      <HandInContents handIn={prepared.handIn} />
    </>
  );
}

function Questions({
  questions,
  answers,
}: {
  readonly questions: readonly string[];
  readonly answers: readonly string[];
}) {
  const commands = useCommands();
  return (
    <Section title={t('questionsTitle')} note={t('questionsNote')}>
      <div className={styles.stack}>
        {questions.map((question, at) => (
          <TextArea
            key={question}
            label={question}
            rows={3}
            maxLength={LONGEST_REFLECTION}
            value={answers[at] ?? ''}
            onChange={(event) => commands.setReflection(at, event.currentTarget.value)}
          />
        ))}
      </div>
    </Section>
  );
}

/** Replays the game and reads back what would be handed in. Nothing has to be checked before it is given. */
function Check({ game, prepared }: { readonly game: GameState; readonly prepared: PreparedHandIn }) {
  const commands = useCommands();
  const [state, setState] = useState<'not-yet' | 'checking' | 'same' | 'differs'>('not-yet');
  const isWhole = game.reports.length >= game.rounds;

  async function check() {
    if (state === 'checking') return;
    setState('checking');
    setState((await commands.replayGame()) ? 'same' : 'differs');
  }

  const answer = (isRight: boolean) => (isRight ? 'yes' : 'no');
  const lines =
    state === 'same' || state === 'differs'
      ? [
          { key: 'complete', isRight: isWhole },
          { key: 'replay', isRight: state === 'same' },
          { key: 'reads', isRight: prepared.readsBack },
          ...(isWhole ? [{ key: 'result', isRight: game.score !== null } as const] : []),
        ]
      : [];
  return (
    <Section title={t('checkTitle')}>
      <div className={styles.stack}>
        <p>
          <Button onClick={() => void check()} aria-disabled={state === 'checking'}>
            {t(state === 'checking' ? 'checking' : state === 'not-yet' ? 'check' : 'checkAgain')}
          </Button>
        </p>
        <ul className={styles.checks} role="status">
          {lines.map(({ key, isRight }) => (
            <li key={key} className={isRight ? styles.right : styles.wrong}>
              <span aria-hidden="true">{isRight ? '✓' : '!'}</span>
              {t(`check.${key as 'complete' | 'replay' | 'reads' | 'result'}.${answer(isRight)}`, {
                played: game.reports.length,
                rounds: game.rounds,
              })}
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

function Give({ prepared }: { readonly prepared: PreparedHandIn }) {
  const commands = useCommands();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const { fileName, fileText, code, receipt } = prepared;

  async function copy() {
    try {
      await navigator.clipboard.writeText(code);
      setCopied('yes');
      commands.noteHandIn(receipt);
    } catch {
      setCopied('failed');
    }
  }

  return (
    <Section title={t('giveTitle')} note={t('giveNote')}>
      <div className={styles.stack}>
        <p className={styles.actions}>
          <Button
            look="primary"
            onClick={() => {
              downloadText(fileName, fileText, 'application/json');
              commands.noteHandIn(receipt);
            }}
          >
            {t('download')}
          </Button>
          <Button onClick={() => void copy()}>
            {t(copied === 'yes' ? 'copied' : copied === 'failed' ? 'copyFailed' : 'copyCode')}
          </Button>
        </p>
        <p className={styles.receipt}>
          {t('receiptTitle')}{' '}
          <strong translate="no" data-testid="receipt">
            {receipt}
          </strong>
        </p>
        <p className={styles.quiet}>{t('receiptNote')}</p>
        <TextArea
          label={t('codeLabel')}
          help={t('codeNote', { symbols: code.replace(/\s/g, '').length })}
          isCode
          readOnly
          rows={6}
          value={code}
          onFocus={(event) => event.currentTarget.select()}
          onCopy={() => commands.noteHandIn(receipt)}
        />
      </div>
    </Section>
  );
}

function Locked({ access }: { readonly access: 'hand-in-first' | 'key-first' }) {
  const commands = useCommands();

  function unlock(typed: string): string | null {
    const key = commands.unlockDebrief(typed);
    if (key.ok) return null;
    const { id, values } = problemMessage(key);
    return problems(id, values);
  }

  return (
    <Section title={t('lockedTitle')}>
      <div className={styles.stack}>
        <p>{t(`locked.${access}`)}</p>
        {access === 'key-first' ? (
          <CodeForm label={t('keyLabel')} help={t('keyHelp')} action={t('unlock')} onEnter={unlock} />
        ) : null}
      </div>
    </Section>
  );
}
