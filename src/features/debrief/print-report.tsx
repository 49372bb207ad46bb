import { debrief } from '../../content/debrief.ts';
import { firmName } from '../../content/firm-name.ts';
import { bandNames, tierNames } from '../../content/names.ts';
import { scorePredictions } from '../../store/selectors/prediction-score.ts';
import type { GameState } from '../../store/state.ts';
import { HistogramDrawing } from '../../ui/charts/histogram-drawing.tsx';
import type { Formats } from '../../ui/format.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import type { GameScore } from '../../worker/protocol.ts';
import type { LuckReport } from '../../worker/report/luck.ts';
import type { Reveal } from '../../worker/report/reveal.ts';
import { BandScale } from './band-scale.tsx';
import { gridLines } from './choice-rows.ts';
import { choiceName } from './choices-chapter.tsx';
import { className } from './class-mix.tsx';
import { planName } from './comparison.tsx';
import { comparisonRows } from './comparison-rows.ts';
import { type FoundByChapter, type FoundText, openingFirst } from './finding-text.ts';
import { HeatGrid } from './heat-grid.tsx';
import styles from './print-report.module.css';
import { spreadBins } from './spread-bins.ts';

const t = messagesOf(debrief);
const HISTOGRAM = { width: 640, height: 128 } as const;

/** The debrief on one to two sheets of paper: not on the screen, and the only thing that is printed. */
export function PrintReport({
  game,
  score,
  findings,
}: {
  readonly game: GameState;
  readonly score: GameScore;
  readonly findings: FoundByChapter;
}) {
  const formats = useFormats();
  const { reveal, choices, luck } = game.debrief;
  const expected = scorePredictions(game.notes.predictions, game.reports);
  return (
    <div className={styles.report}>
      <header className={styles.head}>
        <p>
          {t('kicker', {
            firm: firmName(game.scenario.id),
            quarters: game.rounds,
            seed: game.seed,
          })}
        </p>
        <h2>
          {t('printHead', {
            value: formats.money(score.firmValue),
            index: formats.decimal(score.index),
            band: bandNames[score.band],
          })}
        </h2>
        <BandScale score={score} index={formats.decimal(score.index)} />
      </header>
      <PrintPart title={t('chapter.result')} findings={findings.result}>
        <PlansTable score={score} formats={formats} />
      </PrintPart>
      <PrintPart title={t('chapter.reveal')} findings={openingFirst('reveal', findings.reveal)}>
        {reveal.kind === 'ready' ? (
          <>
            <TruthTable reveal={reveal.value.reveal} formats={formats} />
            <ul>
              {reveal.value.reveal.stories.map((story) => (
                <li key={story.kind}>
                  {t(`story.${story.kind}`)}:{' '}
                  {t(`storyText.${story.kind}`, {
                    kind: className(reveal.value.reveal.classes[story.trueClass]),
                    received: formats.money(story.received),
                    highest: formats.money(story.highestTrueValue),
                    end: formats.money(story.finalTrueValue),
                    left: story.leftIn === null ? 'no' : 'yes',
                    quarter: (story.leftIn ?? 0) + 1,
                  })}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </PrintPart>
      <PrintPart title={t('chapter.choices')} findings={openingFirst('choices', findings.choices)}>
        {choices.kind === 'ready' ? (
          <>
            <ol>
              {choices.value.mattered.map((cell) => (
                <li key={`${choiceName(cell)} ${cell.round}`}>
                  {t('printMattered', {
                    quarter: cell.round + 1,
                    choice: choiceName(cell),
                    money: formats.moneyCompact(cell.money),
                    value: formats.moneyChange(cell.value),
                  })}
                </li>
              ))}
            </ol>
            <div className={styles.grid}>
              <HeatGrid
                lines={gridLines(
                  choices.value.cells,
                  game.reports.map(({ decision }) => decision),
                )}
                rounds={game.rounds}
                measure="value"
              />
            </div>
          </>
        ) : null}
      </PrintPart>
      <PrintPart title={t('chapter.luck')} findings={openingFirst('luck', findings.luck)}>
        {luck.kind === 'ready' ? <PrintedLuck luck={luck.value} formats={formats} /> : null}
      </PrintPart>
      <PrintPart title={t('chapter.habits')} findings={findings.habits}>
        {expected.rounds > 0 ? (
          <p>{t('printExpected', { points: expected.points, of: expected.of, rounds: expected.rounds })}</p>
        ) : null}
      </PrintPart>
      <p className={styles.foot}>{t(game.roundKeys ? 'printFootKeys' : 'printFoot', { seed: game.seed })}</p>
    </div>
  );
}

function PrintPart({
  title,
  findings,
  children,
}: {
  readonly title: string;
  readonly findings: readonly FoundText[];
  readonly children: React.ReactNode;
}) {
  // What has not been worked out is left out.
  if (findings.length === 0) return null;
  const [headline, ...others] = findings;
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      <p className={styles.headline}>{headline.text}</p>
      <div className={others.length > 1 ? styles.findings : undefined}>
        {others.map(({ text }) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {children}
    </section>
  );
}

function PlansTable({ score, formats }: { readonly score: GameScore; readonly formats: Formats }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {[t('plan'), t('index'), t('firmValueColumn'), t('cashColumn'), t('equityColumn')].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparisonRows(score).map((row) => (
          <tr key={row.plan} {...(row.plan === 'you' ? { className: styles.you } : {})}>
            <th scope="row">{planName(row.plan)}</th>
            <td>{formats.decimal(row.index)}</td>
            <td>{formats.moneyCompact(row.firmValue)}</td>
            <td>{formats.moneyCompact(row.discountedCash)}</td>
            <td>{formats.moneyCompact(row.closingEquity)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TruthTable({ reveal, formats }: { readonly reveal: Reveal; readonly formats: Formats }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {[t('tier'), t('inBooks'), t('stillThere'), t('believedEquity'), t('trueEquity'), t('belowZero')].map(
            (head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {reveal.groups.map((group) => (
          <tr key={group.group}>
            <th scope="row">{tierNames[group.group]}</th>
            <td>{formats.count(group.customers)}</td>
            <td>{formats.count(group.alive)}</td>
            <td>{formats.moneyCompact(group.estimatedEquity)}</td>
            <td>{formats.moneyCompact(group.trueEquity)}</td>
            <td>{formats.count(group.belowZero.customers)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PrintedLuck({ luck: { futures }, formats }: { readonly luck: LuckReport; readonly formats: Formats }) {
  return (
    <div className={styles.picture}>
      <HistogramDrawing
        bins={spreadBins(futures)}
        band={{ low: futures.low, high: futures.high, name: t('nineInTen') }}
        marks={[
          { value: futures.mean, name: t('meanMark', { value: formats.moneyCompact(futures.mean) }), strong: false },
          { value: futures.came, name: t('cameMark', { value: formats.moneyCompact(futures.came) }), strong: true },
        ]}
        format={formats.moneyCompact}
        height={HISTOGRAM.height}
        width={HISTOGRAM.width}
      />
    </div>
  );
}
