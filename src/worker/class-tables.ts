import type { GradebookRow } from '../classroom/gradebook/join-roster.ts';
import type { Grade } from '../classroom/grading-rule.ts';
import { relapseIndex } from '../classroom/relapse.ts';
import { gameIn, type Standing } from '../classroom/standings.ts';
import type { Collection, Submission } from '../classroom/submission.ts';
import type { Verification } from '../classroom/verification.ts';
import { LEVERS, TIERS } from '../engine/index.ts';
import { type Cell, column, dictionary, type TableToExport } from './customer-export-tables.ts';
import type { ColumnDescriptions } from './protocol.ts';

export type ClassToExport = {
  readonly collection: Collection;
  readonly verifications: readonly (Verification | null)[];
  readonly standings: readonly Standing[];
  readonly grades: readonly Grade[];
  readonly rows: readonly GradebookRow[];
  readonly questions: readonly string[];
  readonly currency: string;
};

/** The class as tidy tables: one row a hand-in, one a round of each, one an answer, one a file; and what every column means. */
export function classTables(source: ClassToExport, descriptions: ColumnDescriptions): readonly TableToExport[] {
  const tables = [results(source), rounds(source), answers(source), files(source)];
  return [...tables, dictionary(tables, descriptions)];
}

function results({ collection, verifications, standings, grades, rows, currency }: ClassToExport): TableToExport {
  const standingOf = new Map(standings.map((standing) => [standing.submission, standing]));
  const gradeOf = new Map(grades.map((grade) => [grade.submission, grade]));
  const personOf = new Map(rows.map(({ submission, person }) => [submission, person]));
  const replacedBy = new Map(collection.superseded.map(({ submission, by }) => [submission, by]));
  return {
    name: 'results',
    columns: [
      column('hand_in', 'integer'),
      column('alias', 'text'),
      column('name', 'text'),
      column('lms_key', 'text'),
      column('receipt', 'text'),
      column('file', 'text'),
      column('replaced_by', 'integer'),
      column('outcome', 'text'),
      column('differs_in_quarter', 'integer'),
      column('quarters_played', 'integer', 'quarters'),
      column('place', 'integer'),
      column('firm_value', 'money', currency),
      column('index', 'number', 'status quo = 100'),
      column('band', 'text'),
      column('grade', 'number', 'points'),
    ],
    expectedRows: collection.submissions.length,
    *rows() {
      for (const submission of collection.submissions) {
        const verification = verifications[submission.index];
        const game = verification ? gameIn(verification) : null;
        const standing = standingOf.get(submission.index);
        const replaced = replacedBy.get(submission.index);
        yield [
          submission.index + 1,
          submission.handIn.alias,
          personOf.get(submission.index)?.name ?? submission.lms?.displayName ?? null,
          submission.lms?.key ?? submission.tableKey,
          submission.receipt,
          fileOf(submission),
          replaced === undefined ? null : replaced + 1,
          verification?.kind ?? null,
          verification?.kind === 'differs' ? verification.round + 1 : null,
          submission.handIn.decisions.length,
          standing?.place ?? null,
          game?.firmValue ?? null,
          standing?.index ?? null,
          standing?.band ?? null,
          gradeOf.get(submission.index)?.points ?? null,
        ];
      }
    },
  };
}

function fileOf({ path, row }: Pick<Submission, 'path' | 'row'>): string {
  return path.join(' > ') + (row === undefined ? '' : `, row ${row}`);
}

function rounds({ collection, verifications, currency }: ClassToExport): TableToExport {
  const money = (name: string) => column(name, 'money', currency);
  return {
    name: 'quarters',
    columns: [
      column('hand_in', 'integer'),
      column('alias', 'text'),
      column('quarter', 'integer'),
      money('budget'),
      ...LEVERS.flatMap((lever) => TIERS.map((tier) => money(`${lever}_${tier}`))),
      column('insight_level', 'integer', '0 to 3'),
      money('cash_flow'),
      money('true_firm_value'),
      money('true_customer_equity'),
      money('estimated_customer_equity'),
      column('relapse_index', 'number', '0 to 1'),
      column('predicted_equity', 'text'),
      column('actual_equity', 'text'),
      column('predicted_loser', 'text'),
      column('actual_loser', 'text'),
      column('reason', 'text'),
    ],
    expectedRows: 8 * collection.submissions.length,
    *rows() {
      for (const { index, handIn } of collection.submissions) {
        const verification = verifications[index];
        const game = verification ? gameIn(verification) : null;
        for (const [round, played] of (game?.rounds ?? []).entries()) {
          const prediction = handIn.predictions[round];
          yield [
            index + 1,
            handIn.alias,
            round + 1,
            played.budget,
            ...LEVERS.flatMap((lever) => TIERS.map((tier): Cell => played.decision[lever][tier])),
            played.decision.insight,
            played.cashFlow,
            played.truth?.firmValue ?? null,
            played.truth?.customerEquity ?? null,
            played.estimatedEquity,
            relapseIndex(played),
            prediction?.equity ?? null,
            played.outcome.equity,
            prediction?.loser ?? null,
            played.outcome.loser,
            handIn.reasons[round] || null,
          ];
        }
      }
    },
  };
}

function answers({ collection, questions }: ClassToExport): TableToExport {
  return {
    name: 'reflections',
    columns: [
      column('hand_in', 'integer'),
      column('alias', 'text'),
      column('question', 'text'),
      column('answer', 'text'),
    ],
    expectedRows: collection.submissions.length,
    *rows() {
      for (const { index, handIn } of collection.submissions) {
        for (const [at, answer] of handIn.reflections.entries()) {
          if (answer !== '') yield [index + 1, handIn.alias, questions[at] ?? '', answer];
        }
      }
    },
  };
}

function files({ collection }: ClassToExport): TableToExport {
  return {
    name: 'files',
    columns: [
      column('file', 'text'),
      column('bytes', 'integer', 'bytes'),
      column('what', 'text'),
      column('reason', 'text'),
      column('hand_in', 'integer'),
    ],
    expectedRows: collection.accounts.length,
    *rows() {
      for (const account of collection.accounts) {
        yield [
          account.path.join(' > ') + (account.row === undefined ? '' : `, row ${account.row}`),
          account.bytes,
          account.kind,
          account.kind === 'passed-over' ? (account.problem?.code ?? account.reason) : null,
          account.kind === 'hand-in' ? account.submission + 1 : null,
        ];
      }
    },
  };
}
