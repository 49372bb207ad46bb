import { useState } from 'react';
import type { ClassPictures, SkillAndLuck } from '../../classroom/class-pictures.ts';
import type { Standing } from '../../classroom/standings.ts';
import { classPictures as texts } from '../../content/class-pictures.ts';
import { insightNames, leverNames, policyNames, tierNames } from '../../content/names.ts';
import { type HighlightedRun, mostFunded, partsEarly } from '../../store/selectors/class-pictures.ts';
import { LEVERS, type Lever, TIERS } from '../../store/selectors/constants.ts';
import { BarList } from '../../ui/bar-list.tsx';
import { Figure } from '../../ui/charts/figure.tsx';
import { LazyBarDrawing, LazyLineDrawing } from '../../ui/charts/lazy-drawings.ts';
import { SelectField } from '../../ui/field.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { tierColor } from '../../ui/tier-mark.tsx';
import styles from './teach.module.css';

const t = messagesOf(texts);
const HEIGHT = 320;
const STATUS_QUO = 'status-quo';
const CLASS_COLOR = 'var(--color-accent)';
const RUN_COLOR = 'var(--color-bad)';

export type PictureProps = {
  readonly pictures: ClassPictures;
  readonly standings: readonly Standing[];
  readonly skillAndLuck: SkillAndLuck | null;
  /** By submission; null where nobody may be named. */
  readonly aliases: readonly string[] | null;
  readonly run: HighlightedRun | null;
};

/** Of a large class, truth over the quarters is a sample's, and says so. */
function sampleOf({ games, followed }: ClassPictures) {
  return { sample: followed < games ? 'yes' : 'no', followed };
}

/** Index of firm value over the class. */
export function Distribution({ pictures, standings }: PictureProps) {
  const formats = useFormats();
  const { distribution, spread, games } = pictures;
  if (!spread) return null;
  const short = new Intl.NumberFormat(formats.locale, { maximumFractionDigits: 1 });
  const better = standings.filter(({ place, index, isVerified }) => place !== null && isVerified && index > 100).length;
  const rows = distribution.map(({ from, to, games: count }) => ({
    x: t('range', { from: short.format(from), to: short.format(to) }),
    games: count,
  }));
  return (
    <Figure
      title={t('distributionFinding', { better, games, median: formats.decimal(spread.median) })}
      note={t('distributionNote')}
      summary={t('distributionSummary', { low: formats.decimal(spread.lowest), high: formats.decimal(spread.highest) })}
      rows={rows}
      columns={[
        { name: t('index'), value: (row) => row.x },
        { name: t('games'), value: (row) => row.games, text: (row) => formats.count(row.games) },
      ]}
      fileName="class-distribution"
      height={HEIGHT}
    >
      <LazyBarDrawing
        rows={rows}
        series={[{ key: 'games', name: t('games'), color: CLASS_COLOR }]}
        format={formats.count}
        height={HEIGHT}
      />
    </Figure>
  );
}

/** The middle of the class beside rules of thumb on the same luck. */
export function Benchmarks({ pictures }: PictureProps) {
  const formats = useFormats();
  const { spread, benchmarks } = pictures;
  if (!spread) return null;
  const rows = [
    { key: 'class', name: t('theClass'), index: spread.median },
    ...benchmarks.map(({ policy, index }) => ({ key: policy, name: policyNames[policy]?.name ?? policy, index })),
  ].toSorted((a, b) => b.index - a.index);
  const at = rows.findIndex(({ key }) => key === 'class');
  const place = at === 0 ? 'above' : at === rows.length - 1 ? 'below' : 'between';
  return (
    <Figure
      title={t('benchmarksFinding', { place, above: rows[at - 1]?.name ?? '', below: rows[at + 1]?.name ?? '' })}
      note={t('benchmarksNote')}
      summary={t('benchmarksSummary')}
      rows={rows}
      columns={[
        { name: t('rule'), value: (row) => row.name },
        { name: t('index'), value: (row) => row.index, text: (row) => formats.decimal(row.index) },
      ]}
      fileName="class-and-rules"
      height={260}
    >
      <BarList
        rows={rows.map(({ key, name, index }) => ({
          key,
          name,
          strong: key === 'class',
          bars: [
            {
              key: 'index',
              value: index,
              text: formats.decimal(index),
              color: key === 'class' ? CLASS_COLOR : 'var(--color-ink-3)',
            },
          ],
        }))}
      />
    </Figure>
  );
}

/** Quartiles of firm value over the quarters. */
export function EquityPaths({ pictures, run }: PictureProps) {
  const formats = useFormats();
  const { equityPaths, benchmarks } = pictures;
  const last = equityPaths[equityPaths.length - 1];
  if (!last) return null;
  const shadow = benchmarks.find(({ policy }) => policy === STATUS_QUO)?.firmValueByRound ?? [];
  const rows = equityPaths.map(({ round, ...values }) => ({
    x: round < 0 ? t('start') : String(round + 1),
    ...values,
    statusQuo: shadow[round + 1] ?? null,
    ...(run ? { run: round < 0 ? values.median : (run.firmValues[round] ?? null) } : {}),
  }));
  const money = (name: string, key: 'lower' | 'median' | 'upper' | 'lowest' | 'highest' | 'statusQuo') => ({
    name,
    value: (row: (typeof rows)[number]) => (row[key] === null ? null : row[key] / 100),
    text: (row: (typeof rows)[number]) => (row[key] === null ? '–' : formats.money(row[key])),
  });
  return (
    <Figure
      title={t('pathsFinding', {
        lower: formats.moneyCompact(last.lower),
        upper: formats.moneyCompact(last.upper),
        apart: partsEarly(equityPaths) ? 'early' : 'late',
      })}
      note={t('pathsNote', sampleOf(pictures))}
      summary={t('pathsSummary')}
      rows={rows}
      columns={[
        { name: t('quarter'), value: (row) => row.x },
        money(t('lowest'), 'lowest'),
        money(t('lower'), 'lower'),
        money(t('median'), 'median'),
        money(t('upper'), 'upper'),
        money(t('highest'), 'highest'),
        money(t('statusQuo'), 'statusQuo'),
      ]}
      fileName="class-firm-value"
      height={HEIGHT}
    >
      <LazyLineDrawing
        rows={rows}
        series={[
          { key: 'upper', name: t('upper'), color: CLASS_COLOR, dashed: true },
          { key: 'median', name: t('median'), color: CLASS_COLOR, strong: true },
          { key: 'lower', name: t('lower'), color: CLASS_COLOR, dashed: true },
          { key: 'statusQuo', name: t('statusQuo'), color: 'var(--color-ink-3)' },
          ...(run ? [{ key: 'run', name: run.alias, color: RUN_COLOR }] : []),
        ]}
        format={formats.moneyCompact}
        height={HEIGHT}
        labelRoom={120}
      />
    </Figure>
  );
}

/** Shares of the budget by tier over the quarters, one lever at a time. */
export function BudgetShares({ pictures, run }: PictureProps) {
  const formats = useFormats();
  const [lever, setLever] = useState<Lever>('acquisition');
  const found = mostFunded(pictures.budgetShares, lever);
  if (!found) return null;
  const rows = pictures.budgetShares.map(({ round, levers }) => ({
    x: String(round + 1),
    ...Object.fromEntries(TIERS.map((tier) => [tier, levers[lever][tier].median])),
    ...Object.fromEntries(run ? TIERS.map((tier) => [`run-${tier}`, run.shares[round]?.[lever][tier] ?? null]) : []),
    quartiles: levers[lever],
  }));
  type Row = (typeof rows)[number];
  return (
    <>
      <SelectField
        label={t('budgetLever')}
        options={LEVERS.map((value) => ({ value, name: leverNames[value] }))}
        value={lever}
        onPick={setLever}
      />
      <Figure
        title={t('budgetFinding', {
          tier: tierNames[found.tier],
          share: formats.percent(found.last),
          before: formats.percent(found.first),
          lever: leverNames[lever],
        })}
        note={t('budgetNote')}
        summary={t('budgetSummary', { lever: leverNames[lever] })}
        rows={rows}
        columns={[
          { name: t('quarter'), value: (row: Row) => row.x },
          ...TIERS.flatMap((tier) =>
            (['lower', 'median', 'upper'] as const).map((which) => ({
              name: `${tierNames[tier]}, ${t(which)}`,
              value: (row: Row) => row.quartiles[tier][which],
              text: (row: Row) => formats.percentExact(row.quartiles[tier][which]),
            })),
          ),
        ]}
        fileName={`class-budget-${lever}`}
        height={HEIGHT}
      >
        <LazyLineDrawing
          rows={rows.map(({ quartiles: _, ...row }) => row)}
          series={[
            ...TIERS.map((tier) => ({ key: tier, name: tierNames[tier], color: tierColor(tier) })),
            ...(run
              ? TIERS.map((tier) => ({ key: `run-${tier}`, name: run.alias, color: tierColor(tier), dashed: true }))
              : []),
          ]}
          format={formats.percent}
          height={HEIGHT}
          fromZero
        />
      </Figure>
    </>
  );
}

/** How much of the money ignored value, quarter by quarter. */
export function Relapse({ pictures, run }: PictureProps) {
  const formats = useFormats();
  const { relapse } = pictures;
  const [first, last] = [relapse[0], relapse[relapse.length - 1]];
  if (!first || !last) return null;
  const rows = relapse.map(({ round, lower, median, upper }) => ({
    x: String(round + 1),
    lower,
    median,
    upper,
    ...(run ? { run: run.relapse[round] ?? null } : {}),
  }));
  const column = (which: 'lower' | 'median' | 'upper') => ({
    name: t(which),
    value: (row: (typeof rows)[number]) => row[which],
    text: (row: (typeof rows)[number]) => formats.hundredths(row[which]),
  });
  return (
    <Figure
      title={t('relapseFinding', { last: formats.percent(last.median), first: formats.percent(first.median) })}
      note={t('relapseNote')}
      summary={t('relapseSummary')}
      rows={rows}
      columns={[{ name: t('quarter'), value: (row) => row.x }, column('lower'), column('median'), column('upper')]}
      fileName="class-relapse"
      height={HEIGHT}
    >
      <LazyLineDrawing
        rows={rows}
        series={[
          { key: 'upper', name: t('upper'), color: CLASS_COLOR, dashed: true },
          { key: 'median', name: t('median'), color: CLASS_COLOR, strong: true },
          { key: 'lower', name: t('lower'), color: CLASS_COLOR, dashed: true },
          ...(run ? [{ key: 'run', name: run.alias, color: RUN_COLOR }] : []),
        ]}
        format={formats.hundredths}
        height={HEIGHT}
        fromZero
        labelRoom={120}
      />
    </Figure>
  );
}

/** Which tiers got more and less care than they are worth. */
export function Served({ pictures }: PictureProps) {
  const formats = useFormats();
  const { served, followed } = pictures;
  if (served.length === 0) return null;
  const over = served.reduce((most, row) => (row.overServed > most.overServed ? row : most));
  const under = served.reduce((most, row) => (row.underServed > most.underServed ? row : most));
  const rows = served.map((row) => ({ x: tierNames[row.tier], ...row, points: 100 * row.median }));
  const points = (share: number) => formats.hundredthsChange(share);
  return (
    <Figure
      title={t('servedFinding', {
        over: tierNames[over.tier],
        overGames: over.overServed,
        under: tierNames[under.tier],
        underGames: under.underServed,
        games: followed,
      })}
      note={t('servedNote', sampleOf(pictures))}
      summary={t('servedSummary')}
      rows={rows}
      columns={[
        { name: t('tier'), value: (row) => row.x },
        { name: t('lower'), value: (row) => row.lower, text: (row) => points(row.lower) },
        { name: t('median'), value: (row) => row.median, text: (row) => points(row.median) },
        { name: t('upper'), value: (row) => row.upper, text: (row) => points(row.upper) },
        { name: t('over'), value: (row) => row.overServed },
        { name: t('under'), value: (row) => row.underServed },
      ]}
      fileName="class-served"
      height={HEIGHT}
    >
      <LazyBarDrawing
        rows={rows.map(({ x, points: value }) => ({ x, points: value }))}
        series={[{ key: 'points', name: t('median'), color: CLASS_COLOR }]}
        format={formats.count}
        height={HEIGHT}
        diverging
      />
    </Figure>
  );
}

/** What was expected beside what came. */
export function Predictions({ pictures }: PictureProps) {
  const formats = useFormats();
  const rows = pictures.predictions.map((row) => ({ x: String(row.round + 1), ...row }));
  const sum = (key: 'said' | 'rightBand' | 'tooHigh' | 'tooLow') => rows.reduce((total, row) => total + row[key], 0);
  const [said, high, low] = [sum('said'), sum('tooHigh'), sum('tooLow')];
  if (said === 0) return <p className={styles.finding}>{t('predictionsNone')}</p>;
  return (
    <Figure
      title={t('predictionsFinding', {
        said,
        right: formats.percent(sum('rightBand') / said),
        bias: high > low ? 'high' : low > high ? 'low' : 'even',
      })}
      note={t('predictionsNote')}
      summary={t('predictionsSummary')}
      rows={rows}
      columns={[
        { name: t('quarter'), value: (row) => row.x },
        { name: t('said'), value: (row) => row.said },
        { name: t('right'), value: (row) => row.rightBand },
        { name: t('tooHigh'), value: (row) => row.tooHigh },
        { name: t('tooLow'), value: (row) => row.tooLow },
        { name: t('rightLoser'), value: (row) => row.rightLoser },
      ]}
      fileName="class-predictions"
      height={HEIGHT}
    >
      <LazyBarDrawing
        rows={rows.map(({ x, rightBand, tooHigh, tooLow }) => ({ x, rightBand, tooHigh, tooLow }))}
        series={[
          { key: 'rightBand', name: t('right'), color: CLASS_COLOR },
          { key: 'tooHigh', name: t('tooHigh'), color: 'var(--color-warn)' },
          { key: 'tooLow', name: t('tooLow'), color: 'var(--color-ink-3)' },
        ]}
        format={formats.count}
        height={HEIGHT}
      />
      <p className={styles.legend}>
        {(
          [
            ['right', CLASS_COLOR],
            ['tooHigh', 'var(--color-warn)'],
            ['tooLow', 'var(--color-ink-3)'],
          ] as const
        ).map(([name, color]) => (
          <span key={name}>
            <span className={styles.swatch} style={{ background: color }} /> {t(name)}
          </span>
        ))}
      </p>
    </Figure>
  );
}

/** Reports bought and how their buyers came out. */
export function Insight({ pictures }: PictureProps) {
  const formats = useFormats();
  const rows = pictures.insight.flatMap(({ level, games, meanPaid, index }) =>
    index ? [{ name: insightNames[level as 0 | 1 | 2 | 3], games, meanPaid, index }] : [],
  );
  if (rows.length === 0) return null;
  const best = rows.reduce((most, row) => (row.index.median > most.index.median ? row : most));
  return (
    <Figure
      title={t('insightFinding', { best: best.name, index: formats.decimal(best.index.median) })}
      note={t('insightNote')}
      summary={t('insightSummary')}
      rows={rows}
      columns={[
        { name: t('level'), value: (row) => row.name },
        { name: t('games'), value: (row) => row.games },
        { name: t('paid'), value: (row) => row.meanPaid / 100, text: (row) => formats.money(row.meanPaid) },
        { name: t('lower'), value: (row) => row.index.lower, text: (row) => formats.decimal(row.index.lower) },
        { name: t('median'), value: (row) => row.index.median, text: (row) => formats.decimal(row.index.median) },
        { name: t('upper'), value: (row) => row.index.upper, text: (row) => formats.decimal(row.index.upper) },
      ]}
      fileName="class-insight"
      height={44 * rows.length}
    >
      <BarList
        rows={rows.map(({ name, games, index }) => ({
          key: name,
          name,
          bars: [
            {
              key: 'index',
              value: index.median,
              text: formats.decimal(index.median),
              note: `${formats.count(games)} ${t('games')}`,
              color: CLASS_COLOR,
            },
          ],
        }))}
      />
    </Figure>
  );
}

/** Plans of the class in other futures. */
export function Luck({ skillAndLuck, aliases }: PictureProps) {
  const formats = useFormats();
  if (!skillAndLuck) return null;
  const rows = skillAndLuck.submissions
    .map((submission, at) => ({
      key: String(submission),
      name: aliases?.[submission] ?? t('planNumber', { number: at + 1 }),
      ...skillAndLuck.bands[at],
    }))
    .toSorted((a, b) => b.mean - a.mean);
  const column = (name: string, key: 'low' | 'mean' | 'high') => ({
    name,
    value: (row: (typeof rows)[number]) => row[key],
    text: (row: (typeof rows)[number]) => formats.decimal(row[key]),
  });
  return (
    <Figure
      title={t('luckFinding', {
        futures: skillAndLuck.futures,
        skill: formats.percent(skillAndLuck.split.skill),
      })}
      note={t('luckNote')}
      summary={t('luckSummary')}
      rows={rows}
      columns={[
        { name: t('plan'), value: (row) => row.name },
        column(t('low'), 'low'),
        column(t('mean'), 'mean'),
        column(t('high'), 'high'),
        {
          name: t('came'),
          value: (row) => row.mean + row.luck,
          text: (row) => formats.decimal(row.mean + row.luck),
        },
      ]}
      fileName="class-luck"
      height={260}
    >
      <BarList
        rows={rows.map(({ key, name, mean, low, high }) => ({
          key,
          name: <bdi>{name}</bdi>,
          bars: [
            {
              key: 'mean',
              value: mean,
              text: formats.decimal(mean),
              note: t('luckRange', { low: formats.decimal(low), high: formats.decimal(high) }),
              color: CLASS_COLOR,
            },
          ],
        }))}
      />
    </Figure>
  );
}
