import { glossary } from '../../content/glossary.ts';
import { results } from '../../content/results.ts';
import type { RoundReport } from '../../store/selectors/constants.ts';
import { type IncomeLine, incomeRows } from '../../store/selectors/income-rows.ts';
import { Change } from '../../ui/change.tsx';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { FoldedSection } from '../../ui/section.tsx';
import { type GlossaryEntry, Term } from '../../ui/term.tsx';
import { WhyButton } from './why.tsx';

const t = messagesOf(results);

const ENTRIES: Partial<Record<IncomeLine, GlossaryEntry>> = {
  contribution: glossary.contribution,
  contactCost: glossary.costToServe,
  cashFlow: glossary.cashFlow,
};

const ASKABLE: ReadonlySet<IncomeLine> = new Set(['revenue', 'contribution']);

/** The quarter's income statement beside the one before. Costs are negative; cash flow is the sum. */
export function IncomeTable({
  report,
  previous,
}: {
  readonly report: RoundReport;
  readonly previous: RoundReport | null;
}) {
  const formats = useFormats();
  const rows = incomeRows(report, previous);
  return (
    <FoldedSection
      title={t('incomeTitle')}
      gist={t('incomeGist', {
        contribution: formats.moneyCompact(report.income.contribution),
        overhead: formats.moneyCompact(report.income.overhead),
        cash: formats.moneyCompact(Math.abs(report.income.cashFlow)),
        cashSign: report.income.cashFlow < 0 ? 'cost' : 'earned',
      })}
    >
      <FiguresTable
        label={t('incomeTitle')}
        corner={t('line')}
        columns={[
          { key: 'now', head: t('thisQuarter') },
          { key: 'before', head: t('lastQuarter') },
          { key: 'change', head: t('change') },
        ]}
        rows={rows.map((row) => {
          const name = t(row.line === 'insight' ? 'insightCost' : row.line);
          const entry = ENTRIES[row.line];
          const kind = row.kind === 'subtotal' || row.kind === 'total' ? { kind: row.kind } : {};
          return {
            key: row.line,
            head: (
              <>
                {entry ? <Term entry={entry}>{name}</Term> : name}{' '}
                {ASKABLE.has(row.line) ? (
                  <WhyButton figure={row.line === 'revenue' ? 'revenue' : 'contribution'} actual={row.amount} />
                ) : null}
              </>
            ),
            cells: [
              formats.money(row.amount),
              row.previous === null ? t('none') : formats.money(row.previous),
              row.change === null ? (
                t('none')
              ) : (
                <Change key="change" value={row.change}>
                  {formats.moneyChange(row.change)}
                </Change>
              ),
            ],
            ...kind,
          };
        })}
      />
    </FoldedSection>
  );
}
