import { type ChangeEvent, useId, useState } from 'react';
import type { GradebookRow } from '../../classroom/gradebook/join-roster.ts';
import type { Grade } from '../../classroom/grading-rule.ts';
import { classTableColumns } from '../../content/class-tables.ts';
import { grades } from '../../content/grades.ts';
import { bandNames } from '../../content/names.ts';
import {
  canvasGradeFile,
  filledGradeFile,
  type GradeFile,
  moodleGradeFile,
} from '../../store/selectors/grade-files.ts';
import type { ClassSession } from '../../store/teach/teach-state.ts';
import { useTeachCommands } from '../../store/teach/use-teaching.ts';
import { Button } from '../../ui/button.tsx';
import { downloadBytes } from '../../ui/download-bytes.ts';
import { downloadText } from '../../ui/download-text.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FiguresTable } from '../../ui/figures-table.tsx';
import type { Formats } from '../../ui/format.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Section } from '../../ui/section.tsx';
import type { ExportFormat } from '../../worker/protocol.ts';
import { GradingRuleForm } from './grading-rule-form.tsx';
import { Pager, usePage } from './pager.tsx';
import styles from './teach.module.css';

const t = messagesOf(grades);
const NOT_DECIDED = 'open';
const NONE = 'none';

/** The rule, who is who, and the grades to take away. */
export function GradesScreen({ session }: { readonly session: ClassSession }) {
  const commands = useTeachCommands();
  return (
    <>
      <header className={styles.head}>
        <ScreenTitle>{t('title')}</ScreenTitle>
        <p className={styles.lead}>{t('lead')}</p>
      </header>
      <Section title={t('ruleTitle')}>
        <GradingRuleForm
          rule={session.rule}
          rounds={session.file.settings.rounds}
          onChange={(rule) => void commands.setRule(rule)}
        />
      </Section>
      <RosterPart session={session} />
      <GradesTable session={session} />
      <TakeAway session={session} />
    </>
  );
}

function RosterPart({ session }: { readonly session: ClassSession }) {
  const commands = useTeachCommands();
  const id = useId();
  const { roster, rosterText, rows } = session;

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    input.value = '';
    await commands.setRoster(bytes);
  }

  return (
    <Section title={t('rosterTitle')} note={t('rosterNote')}>
      <div className={styles.stack}>
        <div className={styles.file}>
          <label htmlFor={id}>{t('rosterLabel')}</label>
          <input id={id} type="file" accept=".csv,.tsv,.txt,text/csv" onChange={(event) => void choose(event)} />
        </div>
        <p role="status" className={rosterText !== null && !roster ? styles.problem : undefined}>
          {roster
            ? t('rosterFound', {
                people: roster.people.length,
                kind: roster.kind,
                joined: rows.filter(({ person, submission }) => person && submission !== null).length,
                open: rows.filter(({ submission, candidates }) => submission === null && candidates.length > 0).length,
              })
            : t(rosterText === null ? 'noRoster' : 'rosterBad')}
        </p>
        {rosterText === null ? null : (
          <p>
            <Button size="small" onClick={() => void commands.setRoster(null)}>
              {t('rosterRemove')}
            </Button>
          </p>
        )}
      </div>
    </Section>
  );
}

function GradesTable({ session }: { readonly session: ClassSession }) {
  const formats = useFormats();
  const { rows, collection, rule } = session;
  const page = usePage(rows);
  if (rows.length === 0) return null;
  const alias = (submission: number) => collection.submissions[submission]?.handIn.alias ?? '–';
  const points = new Intl.NumberFormat(formats.locale, {
    minimumFractionDigits: rule.decimals,
    maximumFractionDigits: rule.decimals,
  });
  return (
    <Section title={t('tableTitle')}>
      <div className={styles.stack}>
        <FiguresTable
          label={t('tableLabel')}
          corner={t('person')}
          columns={[
            { key: 'hand-in', head: t('handIn'), isText: true },
            { key: 'by', head: t('joinedBy'), isText: true },
            { key: 'points', head: t('points') },
            { key: 'why', head: t('why'), isText: true },
          ]}
          rows={page.rows.map((row) => ({
            key: `${row.person?.row ?? ''}/${row.submission ?? ''}`,
            head: row.person ? <bdi>{row.person.name}</bdi> : <span className={styles.quiet}>{t('nobody')}</span>,
            cells: [
              <HandInCell key="hand-in" row={row} byHand={session.byHand} alias={alias} />,
              row.joinedBy ? t(`joined.${row.joinedBy}`) : '–',
              row.grade?.points == null ? t('none') : points.format(row.grade.points),
              row.grade ? reasonText(row.grade, formats) : t('reason.nothing-handed-in'),
            ],
          }))}
        />
        <Pager page={page} />
      </div>
    </Section>
  );
}

/** The hand-in of a person; to be chosen where more than one could be theirs, or where it was chosen before. */
function HandInCell({
  row,
  byHand,
  alias,
}: {
  readonly row: GradebookRow;
  readonly byHand: ClassSession['byHand'];
  readonly alias: (submission: number) => string;
}) {
  const commands = useTeachCommands();
  const { person, submission, candidates } = row;
  const isOpen = person !== null && (candidates.length > 0 || byHand.has(person.row));
  if (!person || !isOpen) return submission === null ? '–' : <bdi>{alias(submission)}</bdi>;
  const choices = [...new Set([...(submission === null ? [] : [submission]), ...candidates])];
  const decided = byHand.get(person.row);
  const value = decided === undefined ? NOT_DECIDED : decided === null ? NONE : String(decided);
  return (
    <select
      className={styles.pick}
      aria-label={t('chooseFor', { person: person.name })}
      value={value}
      onChange={(event) => {
        const picked = event.currentTarget.value;
        void commands.joinByHand(
          person.row,
          picked === NOT_DECIDED ? undefined : picked === NONE ? null : Number(picked),
        );
      }}
    >
      <option value={NOT_DECIDED}>{submission === null ? t('notDecided') : alias(submission)}</option>
      <option value={NONE}>{t('noneOfThem')}</option>
      {choices.map((choice) => (
        <option key={choice} value={String(choice)}>
          {alias(choice)}
        </option>
      ))}
    </select>
  );
}

function reasonText({ reason, proportion }: Grade, formats: Formats): string {
  const plain = plainReason(reason, formats);
  return proportion === 1 ? plain : t('reason.proportion', { reason: plain, share: formats.percent(proportion) });
}

function plainReason(reason: Grade['reason'], formats: Formats): string {
  switch (reason.kind) {
    case 'share-of-benchmark':
      return t('reason.share-of-benchmark', { index: formats.decimal(reason.index) });
    case 'banded':
      return t('reason.banded', { band: bandNames[reason.band] });
    case 'rank':
      return t('reason.rank', { place: reason.place, of: reason.of });
    case 'unfinished':
      return t('reason.unfinished', { rounds: reason.rounds, of: reason.of });
    case 'completion':
      return t('reason.completion');
    case 'not-verified':
      return t('reason.not-verified');
  }
}

function TakeAway({ session }: { readonly session: ClassSession }) {
  const commands = useTeachCommands();
  const { roster, collection } = session;
  const [column, setColumn] = useState<string | null>(null);
  const [name, setName] = useState('Clientele');
  const [id, setId] = useState('');
  const [failed, setFailed] = useState(false);
  if (collection.submissions.length === 0) return null;
  const likeliest = roster?.gradeColumns[0] ?? 0;
  const chosen = column === null ? likeliest : Number(column);

  function save(file: GradeFile | null) {
    if (file) downloadText(file.fileName, file.text, 'text/csv');
  }

  async function exportAll(format: ExportFormat) {
    setFailed(false);
    const file = await commands.exportClass(format, classTableColumns);
    if (file) downloadBytes(file.fileName, file.bytes, file.mediaType);
    else setFailed(true);
  }

  return (
    <Section title={t('takeTitle')} note={t('takeNote')}>
      <div className={styles.stack}>
        {roster ? (
          <>
            <SelectField
              // The file's own words.
              translate="no"
              label={t('column')}
              options={roster.header.map((head, at) => ({ value: String(at), name: head || String(at + 1) }))}
              value={String(chosen)}
              onPick={setColumn}
            />
            <p>
              <Button look="primary" onClick={() => save(filledGradeFile(session, chosen))}>
                {t('fill')}
              </Button>
            </p>
          </>
        ) : null}
        <p className={styles.actions}>
          <Button onClick={() => save(moodleGradeFile(session))}>{t('moodle')}</Button>
        </p>
        <details className={styles.details}>
          <summary>{t('canvas')}</summary>
          <div className={styles.stack}>
            <TextField label={t('canvasName')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <TextField
              label={t('canvasId')}
              help={t('canvasIdHelp')}
              inputMode="numeric"
              value={id}
              onChange={(event) => setId(event.currentTarget.value.replace(/\D/g, ''))}
            />
            <p>
              <Button
                aria-disabled={id === ''}
                onClick={() => id !== '' && save(canvasGradeFile(session, { name, id }))}
              >
                {t('canvas')}
              </Button>
            </p>
          </div>
        </details>
        <h3 className={styles.subtitle}>{t('classTitle')}</h3>
        <p className={styles.quiet}>{t('classNote')}</p>
        <p className={styles.actions}>
          <Button onClick={() => void exportAll('xlsx')}>{t('xlsx')}</Button>
          <Button onClick={() => void exportAll('csv')}>{t('csv')}</Button>
        </p>
        {failed ? (
          <p className={styles.problem} role="alert">
            {t('exportFailed')}
          </p>
        ) : null}
      </div>
    </Section>
  );
}
