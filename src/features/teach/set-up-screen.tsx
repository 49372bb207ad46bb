import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { ClassSettings } from '../../classroom/class-settings.ts';
import { firmName } from '../../content/firm-name.ts';
import { setUp, teach } from '../../content/teach.ts';
import {
  LONGEST_QUESTION,
  LONGEST_SEED,
  LONGEST_TITLE,
  MOST_QUESTIONS,
  previewOf,
  ROUND_COUNTS,
} from '../../store/selectors/class-sharing.ts';
import { LEVELS } from '../../store/selectors/constants.ts';
import type { ClassDraft } from '../../store/teach/class-draft.ts';
import { useTeachCommands, useTeaching } from '../../store/teach/use-teaching.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField, ChoiceField, FieldGroup, SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import styles from './teach.module.css';
import type { TeachLinks } from './teach-links.ts';

const t = messagesOf(setUp);
const words = messagesOf(teach);
const PLAYERS = ['persons', 'teams'] as const;
const DEBRIEFS = ['at-the-end', 'after-hand-in', 'with-key'] as const;
const STANDINGS = ['hidden', 'own-place', 'aliases'] as const;
const PROMPTS = ['off', 'invited', 'required'] as const;
const HELP = ['hints', 'why', 'customerRecords', 'rewind'] as const;

export type SetUpScreenProps = {
  readonly links: TeachLinks;
  readonly scenarioIds: readonly string[];
  /** What students will see behind the link. */
  readonly preview: (settings: ClassSettings) => ReactNode;
};

/** The rules of a new class, each with a sensible setting, beside what students will see of them. */
export function SetUpScreen({ links, scenarioIds, preview }: SetUpScreenProps) {
  const commands = useTeachCommands();
  const isCopy = useTeaching((state) => state.session !== null);
  const [draft, setDraft] = useState<ClassDraft>(() => commands.copyDraft() ?? commands.newDraft());
  const [questions, setQuestions] = useState(draft.prompts.reflections.join('\n'));
  const previewId = useId();
  const change = (changed: Partial<ClassDraft>) => setDraft((now) => ({ ...now, ...changed }));
  const whole = { ...draft, prompts: { ...draft.prompts, reflections: questionsIn(questions) } };

  function make(event: FormEvent) {
    event.preventDefault();
    commands.openNew(whole);
    links.goTo('class');
  }

  return (
    <>
      <header className={styles.head}>
        <ScreenTitle>{isCopy ? t('copyTitle') : t('title')}</ScreenTitle>
        <p className={styles.lead}>{t('lead')}</p>
      </header>
      <div className={styles.setUp}>
        <form className={styles.form} onSubmit={make}>
          <TextField
            label={t('classTitle')}
            help={t('classTitleHelp')}
            value={draft.title}
            maxLength={LONGEST_TITLE}
            placeholder={words('untitled')}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          {scenarioIds.length > 1 ? (
            <SelectField
              label={t('firm')}
              help={t('firmHelp')}
              options={scenarioIds.map((id) => ({ value: id, name: firmName(id) }))}
              value={draft.scenarioId}
              onPick={(scenarioId) => change({ scenarioId })}
            />
          ) : null}
          <SelectField
            label={t('rounds')}
            help={t('roundsHelp')}
            options={ROUND_COUNTS.map((rounds) => ({ value: String(rounds), name: t('roundsOption', { rounds }) }))}
            value={String(draft.rounds)}
            onPick={(rounds) => change({ rounds: Number(rounds) })}
          />
          <SelectField
            label={t('level')}
            options={LEVELS.map((level) => ({ value: level, name: t(`level.${level}`) }))}
            value={draft.level}
            onPick={(level) => change({ level })}
          />
          <ChoiceField
            legend={t('players')}
            options={PLAYERS.map((value) => ({ value, name: t(`players.${value}`) }))}
            value={draft.players}
            onPick={(players) => change({ players })}
          />
          <ChoiceField
            legend={t('pace')}
            options={[
              { value: 'own', name: t('pace.own'), help: t('pace.ownHelp') },
              { value: 'keys', name: t('pace.keys'), help: t('pace.keysHelp') },
            ]}
            value={draft.isPaced ? 'keys' : 'own'}
            onPick={(pace) => change({ isPaced: pace === 'keys' })}
          />
          <ChoiceField
            legend={t('debrief')}
            options={DEBRIEFS.map((value) => ({ value, name: t(`debrief.${value}`) }))}
            value={draft.debrief}
            onPick={(debrief) => change({ debrief })}
          />
          <ChoiceField
            legend={t('standings')}
            options={STANDINGS.map((value) => ({ value, name: t(`standings.${value}`) }))}
            value={draft.standings}
            onPick={(standings) => change({ standings })}
          />
          <details className={styles.more}>
            <summary>{t('more')}</summary>
            <div className={styles.form}>
              <FieldGroup legend={t('help')}>
                {HELP.map((kind) => (
                  <CheckField
                    key={kind}
                    label={t(`help.${kind}`)}
                    help={kind === 'rewind' ? t('help.rewindHelp') : undefined}
                    isChecked={draft.help[kind]}
                    onChange={(isOn) => change({ help: { ...draft.help, [kind]: isOn } })}
                  />
                ))}
              </FieldGroup>
              {(['predictions', 'reasons'] as const).map((kind) => (
                <SelectField
                  key={kind}
                  label={t(kind)}
                  options={PROMPTS.map((value) => ({ value, name: t(`prompt.${value}`) }))}
                  value={draft.prompts[kind]}
                  onPick={(value) => change({ prompts: { ...draft.prompts, [kind]: value } })}
                />
              ))}
              <TextArea
                label={t('reflections')}
                help={t('reflectionsHelp', { most: MOST_QUESTIONS })}
                rows={3}
                value={questions}
                onChange={(event) => setQuestions(event.currentTarget.value)}
              />
              <TextField
                label={t('seed')}
                help={t('seedHelp')}
                value={draft.seed}
                maxLength={LONGEST_SEED}
                spellCheck={false}
                autoCapitalize="none"
                onChange={(event) => change({ seed: event.currentTarget.value })}
              />
            </div>
          </details>
          <p>
            <Button type="submit" look="primary" size="large">
              {t('make')}
            </Button>
          </p>
        </form>
        <section className={styles.previewPlace} aria-labelledby={previewId}>
          <h2 id={previewId}>{t('previewTitle')}</h2>
          <p className={styles.quiet}>{t('previewNote')}</p>
          <div className={styles.preview}>{preview(previewOf(whole, words('untitled')))}</div>
        </section>
      </div>
    </>
  );
}

function questionsIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim().slice(0, LONGEST_QUESTION))
    .filter((line) => line !== '')
    .slice(0, MOST_QUESTIONS);
}
