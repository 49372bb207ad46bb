import type { FileAccount } from '../../classroom/submission.ts';
import { classroomProblems } from '../../content/classroom.ts';
import { collect, fileReasons } from '../../content/collect.ts';
import { problemMessage } from '../../store/selectors/classroom-problem.ts';
import type { ClassSession } from '../../store/teach/teach-state.ts';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import { Pager, usePage } from './pager.tsx';
import styles from './teach.module.css';

const t = messagesOf(collect);
const reasons = messagesOf(fileReasons);
const problems = messagesOf(classroomProblems);

/** What became of every file that was dropped in; what was passed over comes first. */
export function FileAccounts({ session }: { readonly session: ClassSession }) {
  const { accounts, submissions } = session.collection;
  const rank = { 'passed-over': 0, container: 1, 'hand-in': 2 } as const;
  const page = usePage(accounts.toSorted((a, b) => rank[a.kind] - rank[b.kind]));
  const passed = accounts.filter(({ kind }) => kind === 'passed-over').length;
  return (
    <Section title={t('filesTitle')} note={t('filesNote', { files: accounts.length, passed })}>
      <details className={styles.details} open={passed > 0}>
        <summary>{t('filesLabel')}</summary>
        <FiguresTable
          label={t('filesLabel')}
          corner={t('file')}
          columns={[{ key: 'became', head: t('became'), isText: true }]}
          rows={page.rows.map((account) => ({
            key: `${account.path.join('\n')}\n${account.row ?? ''}`,
            head: <bdi className={styles.path}>{pathText(account)}</bdi>,
            cells: [
              <span key="became" className={styles.became}>
                {becameText(account, (submission) => submissions[submission].handIn.alias)}
              </span>,
            ],
          }))}
        />
        <Pager page={page} />
      </details>
    </Section>
  );
}

function pathText({ path, row }: FileAccount): string {
  const whole = path.join(' › ');
  return row === undefined ? whole : t('row', { path: whole, row });
}

function becameText(account: FileAccount, aliasOf: (submission: number) => string): string {
  switch (account.kind) {
    case 'hand-in':
      return t('became.hand-in', { alias: aliasOf(account.submission) });
    case 'container':
      return t('became.container', { files: account.files });
    case 'passed-over': {
      const { id, values } = problemMessage(account.problem ?? { ok: false, code: 'hand-in/not-a-hand-in' });
      return reasons(account.reason, { limit: account.limit ?? 0, problem: problems(id, values) });
    }
  }
}
