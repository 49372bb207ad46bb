import { useEffect, useState } from 'react';
import { collect } from '../../content/collect.ts';
import type { ClassSession } from '../../store/teach/teach-state.ts';
import { useTeachCommands, useTeaching } from '../../store/teach/use-teaching.ts';
import { Button } from '../../ui/button.tsx';
import { downloadBytes } from '../../ui/download-bytes.ts';
import { downloadText } from '../../ui/download-text.ts';
import { type ChosenFile, DropZone } from '../../ui/drop-zone.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Section } from '../../ui/section.tsx';
import { FileAccounts } from './file-accounts.tsx';
import { HandInList } from './hand-in-list.tsx';
import styles from './teach.module.css';

const t = messagesOf(collect);
/** Bytes read of one file: more than is taken of any, so that what is too large is found to be. */
const MOST_BYTES = 700_000_000;
const MOST_STUDENTS = 500;
const USUAL_STUDENTS = 60;

/** Everything that students handed in, and what replaying it gave. */
export function CollectScreen({ session }: { readonly session: ClassSession }) {
  const commands = useTeachCommands();
  const { collection, isRehearsal } = session;
  const isEmpty = collection.accounts.length === 0;
  useEffect(() => commands.getReady(), [commands]);

  async function take(chosen: readonly ChosenFile[]) {
    const files = [];
    for (const { path, file } of chosen) files.push({ path, bytes: await bytesOf(file) });
    await commands.collect(files, '');
  }

  return (
    <>
      <header className={styles.head}>
        <ScreenTitle>{t('title')}</ScreenTitle>
        <p className={styles.lead}>{t('lead')}</p>
        <p className={styles.quiet}>{t('proves')}</p>
        {isRehearsal ? (
          <p className={styles.rehearsal}>
            {t('rehearsing')}{' '}
            <Button size="small" onClick={() => void commands.clearCollection()}>
              {t('endRehearsal')}
            </Button>
          </p>
        ) : null}
      </header>
      {isRehearsal ? null : (
        <div className={styles.stack}>
          <DropZone
            label={t('dropLabel')}
            hint={t('dropHint')}
            chooseFiles={t('chooseFiles')}
            chooseFolder={t('chooseFolder')}
            onFiles={(chosen) => void take(chosen)}
          />
          <Paste />
        </div>
      )}
      {isEmpty ? null : <HandInList session={session} />}
      {isEmpty ? null : <FileAccounts session={session} />}
      {isEmpty || isRehearsal ? null : (
        <p>
          <Button look="danger" onClick={() => void commands.clearCollection()}>
            {t('clear')}
          </Button>
        </p>
      )}
      {isEmpty ? <Rehearsal /> : null}
    </>
  );
}

async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, MOST_BYTES).arrayBuffer());
  } catch {
    // A file that cannot be read (moved, deleted, a folder): listed as empty.
    return new Uint8Array();
  }
}

function Paste() {
  const commands = useTeachCommands();
  const [text, setText] = useState('');
  return (
    <details className={styles.details}>
      <summary>{t('pasteTitle')}</summary>
      <div className={styles.stack}>
        <TextArea
          label={t('pasteLabel')}
          isCode
          rows={6}
          value={text}
          spellCheck={false}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <p>
          <Button
            onClick={() => {
              if (text.trim() === '') return;
              setText('');
              void commands.collect([], text);
            }}
          >
            {t('paste')}
          </Button>
        </p>
      </div>
    </details>
  );
}

function Rehearsal() {
  const commands = useTeachCommands();
  const isBusy = useTeaching(({ work }) => work !== null);
  const [students, setStudents] = useState(USUAL_STUDENTS);

  async function save(what: 'zip' | 'roster') {
    const made = await commands.rehearsalFiles(students, 'moodle');
    if (!made) return;
    if (what === 'zip') downloadBytes(made.zip.fileName, made.zip.bytes, made.zip.mediaType);
    else downloadText('rehearsal-roster.csv', made.roster, 'text/csv');
  }

  return (
    <Section title={t('rehearseTitle')} note={t('rehearseNote')}>
      <div className={styles.stack}>
        <TextField
          label={t('students')}
          type="number"
          min={2}
          max={MOST_STUDENTS}
          value={students}
          onChange={(event) => {
            const asked = Math.round(Number(event.currentTarget.value));
            setStudents(Math.min(MOST_STUDENTS, Math.max(2, Number.isFinite(asked) ? asked : 2)));
          }}
        />
        <p className={styles.actions}>
          <Button look="primary" aria-disabled={isBusy} onClick={() => !isBusy && void commands.rehearse(students)}>
            {t('rehearse')}
          </Button>
          <Button aria-disabled={isBusy} onClick={() => !isBusy && void save('zip')}>
            {t('rehearsalFiles')}
          </Button>
          <Button aria-disabled={isBusy} onClick={() => !isBusy && void save('roster')}>
            {t('rehearsalRoster')}
          </Button>
        </p>
      </div>
    </Section>
  );
}
