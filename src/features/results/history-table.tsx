import { useState } from 'react';
import { glossary } from '../../content/glossary.ts';
import { insightNames, leverNames, tierNames } from '../../content/names.ts';
import { results } from '../../content/results.ts';
import { LEVERS, type RoundReport, TIERS } from '../../store/selectors/constants.ts';
import { decisionHistoryRows } from '../../store/selectors/decision-history.ts';
import { Button } from '../../ui/button.tsx';
import { Change } from '../../ui/change.tsx';
import { type FiguresRow, FiguresTable, Minor } from '../../ui/figures-table.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { quarterLabel } from '../../ui/quarter-label.ts';
import { FoldedSection } from '../../ui/section.tsx';
import { Term } from '../../ui/term.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './results-screen.module.css';

const t = messagesOf(results);

/** Every quarter side by side: what came, and under it what was decided. */
export function HistoryTable({
  history,
  reports,
  round,
}: {
  readonly history: readonly RoundReport[];
  readonly reports: readonly RoundReport[];
  /** The one that the screen is about. */
  readonly round: number;
}) {
  const formats = useFormats();
  const [byTier, setByTier] = useState(false);
  const shown = [...history.slice(-1), ...reports];
  const decisions = decisionHistoryRows(history.slice(-1), reports);

  function figure(
    key: string,
    head: FiguresRow['head'],
    valueIn: (report: RoundReport) => number,
    write: (value: number) => string,
    writeChange?: (change: number) => string,
  ): FiguresRow {
    return {
      key,
      head,
      cells: shown.map((report, index) => {
        const change = index > 0 && writeChange ? valueIn(report) - valueIn(shown[index - 1]) : null;
        return (
          <span key={report.round}>
            {write(valueIn(report))}
            {change !== null && writeChange ? (
              <Minor>
                <Change value={change}>{writeChange(change)}</Change>
              </Minor>
            ) : null}
          </span>
        );
      }),
    };
  }
  const money = (key: string, head: string, valueIn: (index: number) => number): FiguresRow => ({
    key,
    head,
    cells: shown.map((_, index) => formats.moneyCompact(valueIn(index))),
  });
  const onFile = ({ nextTiers }: RoundReport) => TIERS.reduce((sum, tier) => sum + nextTiers[tier].customers, 0);

  const came: readonly FiguresRow[] = [
    { key: 'came', head: t('historyCame'), cells: [], kind: 'group' },
    figure(
      'equity',
      <Term entry={glossary.customerEquity} />,
      (report) => report.equity.closing,
      formats.moneyCompact,
      formats.moneyChange,
    ),
    figure(
      'firmValue',
      <Term entry={glossary.firmValue} />,
      (report) => report.equity.estimatedFirmValue,
      formats.moneyCompact,
      formats.moneyChange,
    ),
    figure(
      'cash',
      <Term entry={glossary.cashFlow} />,
      (report) => report.income.cashFlow,
      formats.moneyCompact,
      formats.moneyChange,
    ),
    figure(
      'contribution',
      <Term entry={glossary.contribution} />,
      (report) => report.income.contribution,
      formats.moneyCompact,
      formats.moneyChange,
    ),
    figure('customers', t('customers'), onFile, formats.count, formats.countChange),
    figure(
      'new',
      t('newCount'),
      ({ newCustomers }) => newCustomers.paid + newCustomers.referred + newCustomers.organic,
      formats.count,
      formats.countChange,
    ),
    figure(
      'reputation',
      <Term entry={glossary.reputation} />,
      (report) => report.reputation,
      formats.hundredths,
      formats.hundredthsChange,
    ),
  ];
  const decided: readonly FiguresRow[] = [
    { key: 'decided', head: t('historyDecided'), cells: [], kind: 'group' },
    ...LEVERS.flatMap((lever): readonly FiguresRow[] =>
      byTier
        ? TIERS.map((tier) =>
            money(
              `${lever}-${tier}`,
              t('historyCell', { lever: leverNames[lever], tier: tierNames[tier] }),
              (index) => shown[index].decision[lever][tier],
            ),
          )
        : [money(lever, leverNames[lever], (index) => decisions[index][lever])],
    ),
    {
      key: 'insight',
      head: <Term entry={glossary.insight} />,
      cells: shown.map((report) => insightNames[report.insightLevel]),
    },
    money('unspent', t('historyUnspent'), (index) => decisions[index].unspent),
  ];
  return (
    <FoldedSection title={t('historyTitle')} gist={t('historyGist')} note={t('historyNote')}>
      <FiguresTable
        label={t('historyTitle')}
        corner={t('quarter')}
        columns={shown.map((report) => ({
          key: String(report.round),
          head: (
            <>
              <span aria-hidden="true">{quarterLabel(report.round)}</span>
              <VisuallyHidden>
                {t(report.round === round ? 'historyNow' : 'historyQuarter', { quarter: quarterLabel(report.round) })}
              </VisuallyHidden>
            </>
          ),
          current: report.round === round,
        }))}
        rows={[...came, ...decided]}
      />
      <p className={styles.after}>
        <Button look="quiet" size="small" onClick={() => setByTier(!byTier)}>
          {t(byTier ? 'historyByLever' : 'historyByTier')}
        </Button>
      </p>
    </FoldedSection>
  );
}
