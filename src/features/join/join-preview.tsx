import type { ClassSettings } from '../../classroom/class-settings.ts';
import { classRules, join } from '../../content/classroom.ts';
import { messagesOf } from '../../ui/message.ts';
import { ClassRules } from './class-rules.tsx';
import styles from './join-screen.module.css';

const t = messagesOf(join);
const rules = messagesOf(classRules);

/** The invitation as students will read it, to look at only. */
export function JoinPreview({ settings }: { readonly settings: ClassSettings }) {
  const { prompts } = settings;
  return (
    <>
      <p className={styles.previewTitle}>{t('classTitle', { title: settings.title })}</p>
      <p>{settings.players === 'teams' ? t('aliasLabelTeams') : t('aliasLabelPersons')}</p>
      <p className={styles.quiet}>{t('privacy')}</p>
      <p className={styles.previewHead}>{rules('rulesOf')}</p>
      <ClassRules settings={settings} />
      {prompts.reflections.length > 0 ? (
        <ol className={styles.previewQuestions}>
          {prompts.reflections.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      ) : null}
    </>
  );
}
