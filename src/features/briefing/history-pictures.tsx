import { useMemo } from 'react';
import { briefing } from '../../content/briefing.ts';
import { tierNames } from '../../content/names.ts';
import type { RoundReport } from '../../store/selectors/constants.ts';
import { Figure } from '../../ui/charts/figure.tsx';
import { LazyBarDrawing, LazyLineDrawing } from '../../ui/charts/lazy-drawings.ts';
import { TierShares } from '../../ui/charts/tier-shares.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { quarterLabel } from '../../ui/quarter-label.ts';
import styles from './briefing-screen.module.css';
import { churnFinding, lapsedOf, newCustomersOf, returnedOf, revenueFinding, tierShares } from './history-findings.ts';

const t = messagesOf(briefing);
const HEIGHT = 250;

/** Two years of the firm: what it sells and keeps, who comes and goes, and which tier brings what. */
export function HistoryPictures({ history }: { readonly history: readonly RoundReport[] }) {
  return (
    <div className={styles.pictures}>
      <RevenuePicture history={history} />
      <ChurnPicture history={history} />
      <TierPicture history={history} />
    </div>
  );
}

function RevenuePicture({ history }: { readonly history: readonly RoundReport[] }) {
  const formats = useFormats();
  const finding = revenueFinding(history);
  const rows = useMemo(
    () =>
      history.map(({ round, income }) => ({
        x: quarterLabel(round),
        revenue: income.revenue,
        contribution: income.contribution,
      })),
    [history],
  );
  const first = rows[0];
  const last = rows[rows.length - 1];
  return (
    <Figure
      title={t('revenueTitle', {
        trend: finding.trend,
        change: formats.percent(Math.abs(finding.change)),
        share: formats.count(finding.contributionShare * 100),
      })}
      note={t('revenueNote')}
      summary={t('revenueSummary', {
        first: formats.moneyCompact(first.revenue),
        last: formats.moneyCompact(last.revenue),
        firstContribution: formats.moneyCompact(first.contribution),
        lastContribution: formats.moneyCompact(last.contribution),
      })}
      rows={rows}
      columns={[
        { name: t('quarter'), value: (row) => row.x },
        { name: t('revenue'), value: (row) => row.revenue / 100, text: (row) => formats.money(row.revenue) },
        {
          name: t('contribution'),
          value: (row) => row.contribution / 100,
          text: (row) => formats.money(row.contribution),
        },
      ]}
      fileName="revenue"
      height={HEIGHT}
    >
      <LazyLineDrawing
        rows={rows}
        series={[
          { key: 'revenue', name: t('revenue'), color: 'var(--color-ink-2)' },
          { key: 'contribution', name: t('contribution'), color: 'var(--color-accent)', strong: true },
        ]}
        format={formats.moneyCompact}
        height={HEIGHT}
        fromZero
      />
    </Figure>
  );
}

function ChurnPicture({ history }: { readonly history: readonly RoundReport[] }) {
  const formats = useFormats();
  const finding = churnFinding(history);
  const rows = useMemo(
    () =>
      history.map((report) => ({
        x: quarterLabel(report.round),
        won: newCustomersOf(report),
        back: returnedOf(report),
        lost: -lapsedOf(report),
      })),
    [history],
  );
  const values = {
    trend: finding.trend,
    won: formats.count(finding.won),
    back: formats.count(finding.back),
    lost: formats.count(finding.lost),
  };
  return (
    <Figure
      title={t('churnTitle', values)}
      note={t('churnNote')}
      summary={t('churnSummary', values)}
      rows={rows}
      columns={[
        { name: t('quarter'), value: (row) => row.x },
        { name: t('won'), value: (row) => row.won, text: (row) => formats.count(row.won) },
        { name: t('back'), value: (row) => row.back, text: (row) => formats.count(row.back) },
        { name: t('lost'), value: (row) => -row.lost, text: (row) => formats.count(-row.lost) },
      ]}
      fileName="customers-won-and-lapsed"
      height={HEIGHT}
    >
      <LazyBarDrawing
        rows={rows}
        series={[
          { key: 'won', name: t('won'), color: 'var(--color-good)' },
          { key: 'back', name: t('back'), color: 'var(--color-good-2)' },
          { key: 'lost', name: t('lost'), color: 'var(--color-bad)' },
        ]}
        format={(value) => formats.countCompact(Math.abs(value))}
        height={HEIGHT}
        diverging
      />
    </Figure>
  );
}

function TierPicture({ history }: { readonly history: readonly RoundReport[] }) {
  const formats = useFormats();
  const facts = history[history.length - 1].nextTiers;
  const rows = useMemo(() => tierShares(facts), [facts]);
  const [platinum, , , bronze] = rows;
  return (
    <TierShares
      title={t('tiersTitle', {
        customers: formats.percent(platinum.customers),
        contribution: formats.percent(platinum.contribution),
        bronzeCustomers: formats.percent(bronze.customers),
        bronzeContribution: formats.percent(bronze.contribution),
      })}
      note={t('tiersNote')}
      summary={t('tiersSummary')}
      rows={rows}
      tierName={(tier) => tierNames[tier]}
      corner={t('tier')}
      shares={[
        { name: t('shareCustomers'), note: t('ofCustomers'), of: (row) => row.customers },
        { name: t('shareContribution'), note: t('ofContribution'), of: (row) => row.contribution },
      ]}
      pale={0}
      fileName="tiers"
      height={HEIGHT}
    />
  );
}
