import { debrief } from '../../content/debrief.ts';
import { glossary } from '../../content/glossary.ts';
import type { DebriefPart } from '../../store/state.ts';
import { Exhibit } from '../../ui/charts/exhibit.tsx';
import { Figure } from '../../ui/charts/figure.tsx';
import { HistogramDrawing } from '../../ui/charts/histogram-drawing.tsx';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Term } from '../../ui/term.tsx';
import type { LuckReport, Spread } from '../../worker/report/luck.ts';
import { Chapter, Folded, Reserved } from './chapter.tsx';
import { planName } from './comparison.tsx';
import styles from './debrief.module.css';
import { type FoundText, openingOf, textsOf } from './finding-text.ts';
import { isComing, PartStatus } from './part-status.tsx';
import { spreadBins } from './spread-bins.ts';

const t = messagesOf(debrief);
const HEIGHT = 280;
/** Usual heights of what is still to come. */
const FINDINGS = { wide: 140, narrow: 171 };
const FUTURES = { wide: 420, narrow: 480 };
const REST = { wide: 770, narrow: 1060 };

/** The plan in other futures and on other seeds: what of the result was luck. */
export function LuckChapter({
  luck,
  futures,
  findings,
  onStart,
  onCancel,
}: {
  readonly luck: DebriefPart<LuckReport>;
  readonly futures: Spread | null;
  readonly findings: readonly FoundText[];
  readonly onStart: () => void;
  readonly onCancel: () => void;
}) {
  const coming = isComing(luck);
  return (
    <Chapter
      id="luck"
      title={t('chapter.luck')}
      findings={openingOf('luck', findings)}
      lead={t('luckLead')}
      holds={coming ? FINDINGS : undefined}
      status={
        luck.kind === 'ready' ? null : (
          <PartStatus part={luck} what={t('luckWorking')} onStart={onStart} onCancel={onCancel} />
        )
      }
    >
      {futures ? <Futures futures={futures} /> : coming ? <Reserved {...FUTURES} /> : null}
      {luck.kind === 'ready' ? <Luck luck={luck.value} found={findings} /> : null}
      {coming ? <Reserved {...REST} /> : null}
    </Chapter>
  );
}

function Futures({ futures }: { readonly futures: Spread }) {
  const formats = useFormats();
  return (
    <SpreadFigure
      spread={futures}
      title={t('futuresFinding', {
        rank: formats.percent(futures.rank),
        count: futures.values.length,
      })}
      note={t('futuresNote')}
      fileName="other-futures"
      name={t('firmValue')}
      write={formats.moneyCompact}
      scale={100}
    />
  );
}

function Luck({ luck, found }: { readonly luck: LuckReport; readonly found: readonly FoundText[] }) {
  const formats = useFormats();
  return (
    <>
      {luck.benchmarks.length > 0 ? (
        <Exhibit
          title={t('gapsTitle')}
          note={t('gapsNote', { worlds: luck.benchmarks[0].worlds })}
          rows={luck.benchmarks}
          columns={[
            { name: t('plan'), value: ({ policy }) => planName(policy) },
            { name: t('gapHere'), value: ({ gap }) => gap / 100 },
            { name: t('gapMean'), value: ({ meanGap }) => meanGap / 100 },
            { name: t('gapError'), value: ({ standardError }) => standardError / 100 },
            { name: t('gapLuck'), value: ({ luck: part }) => part / 100 },
          ]}
          fileName="luck-and-skill"
        >
          <ul className={styles.lines}>
            {textsOf(found, 'luck/gap-is-skill', 'luck/gap-is-luck').map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <FiguresTable
            label={t('gapsTitle')}
            corner={t('plan')}
            columns={[
              { key: 'gap', head: t('gapHere') },
              { key: 'mean', head: t('gapMean') },
              { key: 'luck', head: t('gapLuck'), current: true },
              { key: 'error', head: t('gapError') },
            ]}
            rows={luck.benchmarks.map((row) => ({
              key: row.policy,
              head: planName(row.policy),
              cells: [
                formats.moneyChange(row.gap),
                formats.moneyChange(row.meanGap),
                formats.moneyChange(row.luck),
                t('plusMinus', { value: formats.moneyCompact(row.standardError) }),
              ],
            }))}
          />
        </Exhibit>
      ) : null}
      <Folded summary={t('seedsTitle')}>
        <SpreadFigure
          spread={luck.seeds}
          title={t('seedsFinding', {
            low: formats.decimal(luck.seeds.low),
            high: formats.decimal(luck.seeds.high),
            came: formats.decimal(luck.seeds.came),
            count: luck.seeds.values.length,
          })}
          note={<Term entry={glossary.index} />}
          fileName="other-seeds"
          name={t('index')}
          write={formats.decimal}
          scale={1}
        />
      </Folded>
    </>
  );
}

function SpreadFigure({
  spread,
  title,
  note,
  fileName,
  name,
  write,
  scale,
}: {
  readonly spread: Spread;
  readonly title: string;
  readonly note: React.ReactNode;
  readonly fileName: string;
  readonly name: string;
  readonly write: (value: number) => string;
  /** Divides values for the CSV: cents to currency units. */
  readonly scale: number;
}) {
  const bins = spreadBins(spread);
  return (
    <Figure
      title={title}
      note={note}
      summary={t('spreadSummary', {
        count: spread.values.length,
        low: write(spread.low),
        high: write(spread.high),
        mean: write(spread.mean),
        came: write(spread.came),
      })}
      rows={bins}
      columns={[
        { name: t('binFrom', { name }), value: (bin) => bin.from / scale, text: (bin) => write(bin.from) },
        { name: t('binTo', { name }), value: (bin) => bin.to / scale, text: (bin) => write(bin.to) },
        { name: t('binCount'), value: (bin) => bin.count },
      ]}
      fileName={fileName}
      height={HEIGHT}
    >
      <HistogramDrawing
        bins={bins}
        band={{ low: spread.low, high: spread.high, name: t('nineInTen') }}
        marks={[
          { value: spread.mean, name: t('meanMark', { value: write(spread.mean) }), strong: false },
          { value: spread.came, name: t('cameMark', { value: write(spread.came) }), strong: true },
        ]}
        format={write}
        height={HEIGHT}
      />
    </Figure>
  );
}
