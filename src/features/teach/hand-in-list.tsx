import { useMemo, useState } from 'react';
import type { HandInInBrief, Submission, Superseded } from '../../classroom/submission.ts';
import type { GameInBrief, Verification } from '../../classroom/verification.ts';
import { collect } from '../../content/collect.ts';
import type { ClassSession } from '../../store/teach/teach-state.ts';
import { ChoiceField } from '../../ui/field.tsx';
import { FiguresTable } from '../../ui/figures-table.tsx';
import type { Formats } from '../../ui/format.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { listed, messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import { Pager, usePage } from './pager.tsx';
import styles from './teach.module.css';

const t = messagesOf(collect);
const FILTERS = ['all', 'trouble'] as const;
/** Names told of a group with the same decisions. */
const MOST_NAMES = 6;

/** Every hand-in with what its replay gave; flags for decisions that are the same. */
export function HandInList({ session }: { readonly session: ClassSession }) {
  const formats = useFormats();
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all');
  const { collection, verifications } = session;
  const superseded = useMemo(
    () => new Map(collection.superseded.map((one) => [one.submission, one])),
    [collection.superseded],
  );
  const counting = collection.submissions.filter(({ index }) => !superseded.has(index));
  const kindOf = ({ index }: Submission<HandInInBrief>) => verifications[index]?.kind ?? 'waiting';
  const isTrouble = (submission: Submission<HandInInBrief>) =>
    !superseded.has(submission.index) && !['waiting', 'verified'].includes(kindOf(submission));
  const waiting = counting.filter((submission) => kindOf(submission) === 'waiting').length;
  const shown = filter === 'all' ? collection.submissions : collection.submissions.filter(isTrouble);
  const page = usePage(shown);
  return (
    <Section title={t('foundTitle')}>
      <div className={styles.stack}>
        <p className={styles.finding} role="status" data-testid="collected">
          {t('summary', {
            count: counting.length,
            verified: counting.filter((submission) => kindOf(submission) === 'verified').length,
            trouble: counting.filter(isTrouble).length,
          })}{' '}
          {waiting > 0 ? `${t('waiting', { count: waiting })} ` : null}
          {superseded.size > 0 ? t('superseded', { count: superseded.size }) : null}
        </p>
        <p className={styles.quiet}>{t('whichCounts')}</p>
        <Flags session={session} />
        <ChoiceField
          legend={t('filter')}
          options={FILTERS.map((value) => ({ value, name: t(`filter.${value}`) }))}
          value={filter}
          onPick={(next) => {
            setFilter(next);
            page.goTo(0);
          }}
        />
        <FiguresTable
          label={t('listLabel')}
          corner={t('alias')}
          columns={[
            { key: 'who', head: t('who'), isText: true },
            { key: 'outcome', head: t('outcome'), isText: true },
            { key: 'rounds', head: t('rounds') },
            { key: 'value', head: t('value') },
            { key: 'receipt', head: t('receipt') },
          ]}
          rows={page.rows.map((submission) => {
            const verification = verifications[submission.index] ?? null;
            const game = verification && 'game' in verification ? verification.game : null;
            return {
              key: String(submission.index),
              head: <bdi>{submission.handIn.alias}</bdi>,
              cells: [
                <bdi key="who">{whoOf(submission)}</bdi>,
                <Outcome
                  key="outcome"
                  superseded={superseded.get(submission.index)}
                  verification={verification}
                  formats={formats}
                />,
                formats.count(submission.handIn.rounds),
                game ? formats.money(game.firmValue) : '–',
                <code translate="no" key="receipt">
                  {submission.receipt}
                </code>,
              ],
            };
          })}
        />
        <Pager page={page} />
      </div>
    </Section>
  );
}

function whoOf({ lms, tableKey }: Submission<HandInInBrief>): string {
  return [lms?.displayName, lms?.key, tableKey].filter(Boolean).join(' · ') || '–';
}

function Outcome({
  superseded,
  verification,
  formats,
}: {
  readonly superseded: Superseded | undefined;
  readonly verification: Verification<GameInBrief> | null;
  readonly formats: Formats;
}) {
  if (superseded) return <span className={styles.quiet}>{t(`superseded.${superseded.rule}`)}</span>;
  switch (verification?.kind) {
    case undefined:
      return t('outcome.waiting');
    case 'verified':
      return <span className={styles.good}>✓ {t('outcome.verified')}</span>;
    case 'differs': {
      const { round, about, claimed, replayed } = verification;
      const money = (text: string) => (about === 'score' && text !== '' ? formats.money(Number(text)) : text);
      return (
        <span className={styles.bad}>
          {t('outcome.differs', { quarter: round + 1, about })}{' '}
          <small>{t('outcome.differsDetail', { claimed: money(claimed), replayed: money(replayed) })}</small>
        </span>
      );
    }
    case 'other-class':
      return <span className={styles.bad}>{t('outcome.other-class')}</span>;
    case 'other-engine-version':
      return (
        <span className={styles.bad}>{t('outcome.other-engine-version', { version: verification.engineVersion })}</span>
      );
    case 'failed':
      return <span className={styles.bad}>{t('outcome.failed', { message: verification.message })}</span>;
  }
}

function Flags({ session }: { readonly session: ClassSession }) {
  const { identical, collection } = session;
  if (identical.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>
        {t('flagsTitle')} ({identical.length})
      </summary>
      <p className={styles.quiet}>{t('flagsNote')}</p>
      <ul className={styles.list}>
        {identical.map(({ submissions, sameRounds, isWholeGame }) => {
          const names = submissions.slice(0, MOST_NAMES).map((index) => collection.submissions[index].handIn.alias);
          const more = submissions.length - names.length;
          return (
            <li key={submissions.join()}>
              {t('flag', {
                names: listed(more > 0 ? [...names, `+${more}`] : names),
                whole: isWholeGame ? 'yes' : 'no',
                rounds: sameRounds,
              })}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
