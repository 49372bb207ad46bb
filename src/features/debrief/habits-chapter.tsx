import { debrief } from '../../content/debrief.ts';
import { prediction } from '../../content/prediction.ts';
import { type Prediction, scorePrediction, scorePredictions } from '../../store/selectors/prediction-score.ts';
import type { GameState } from '../../store/state.ts';
import { Figure } from '../../ui/charts/figure.tsx';
import { FiguresToTake } from '../../ui/charts/figures-to-take.tsx';
import { LazyLineDrawing } from '../../ui/charts/lazy-drawings.ts';
import type { Formats } from '../../ui/format.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import type { Habits } from '../../worker/report/habits.ts';
import { Chapter, Folded, Part } from './chapter.tsx';
import styles from './debrief.module.css';
import type { FoundText } from './finding-text.ts';
import { NotesTable } from './notes-table.tsx';

const t = messagesOf(debrief);
const tPrediction = messagesOf(prediction);
const HEIGHT = 280;

/** How the player plays: by value or by habit, to the end, with what foresight. */
export function HabitsChapter({
  game,
  habits,
  findings,
}: {
  readonly game: GameState;
  readonly habits: Habits;
  readonly findings: readonly FoundText[];
}) {
  const formats = useFormats();
  const { horizon } = habits;
  return (
    <Chapter id="habits" title={t('chapter.habits')} findings={findings.map(({ text }) => text)}>
      <Relapse habits={habits} />
      <SpendingCurves habits={habits} />
      <Part title={t('horizonTitle')} note={t('horizonNote')}>
        <FiguresToTake
          label={t('horizonTitle')}
          corner={t('horizonCorner')}
          columns={[
            { key: 'before', head: t('horizonBefore') },
            { key: 'last', head: t('horizonLast') },
          ]}
          rows={[
            {
              key: 'spent',
              head: t('horizonSpent'),
              cells: [formats.percent(horizon.spentBefore), formats.percent(horizon.spentLast)],
            },
            {
              key: 'care',
              head: t('horizonCare'),
              cells: [formats.percent(horizon.careBefore), formats.percent(horizon.careLast)],
            },
          ]}
          take={{
            rows: [
              { what: t('horizonSpent'), before: horizon.spentBefore, last: horizon.spentLast },
              { what: t('horizonCare'), before: horizon.careBefore, last: horizon.careLast },
            ],
            columns: [
              { name: t('horizonCorner'), value: ({ what }) => what },
              { name: t('horizonBefore'), value: ({ before }) => before },
              { name: t('horizonLast'), value: ({ last }) => last },
            ],
            fileName: 'last-rounds',
          }}
        />
      </Part>
      <Foresight game={game} habits={habits} />
      <Folded summary={t('changesTitle')}>
        <Changes habits={habits} />
      </Folded>
    </Chapter>
  );
}

function Relapse({ habits }: { readonly habits: Habits }) {
  const formats = useFormats();
  const { relapseIndex } = habits;
  if (relapseIndex === null) return <p>{t('relapseNothing')}</p>;
  const rows = habits.rounds.map((round) => ({
    x: String(round.round + 1),
    relapse: round.relapseIndex,
    away: round.awayFromValue,
  }));
  return (
    <Figure
      title={relapseTrend(rows, formats)}
      note={t('relapseNote')}
      summary={t('relapseSummary', { index: formats.percent(relapseIndex) })}
      rows={rows}
      columns={[
        { name: t('quarter'), value: (row) => row.x },
        {
          name: t('relapse'),
          value: (row) => row.relapse,
          text: (row) => (row.relapse === null ? '–' : formats.percent(row.relapse)),
        },
        {
          name: t('awayFromValue'),
          value: (row) => row.away,
          text: (row) => (row.away === null ? '–' : formats.percent(row.away)),
        },
      ]}
      fileName="relapse"
      height={HEIGHT}
    >
      <LazyLineDrawing
        rows={rows}
        series={[
          { key: 'away', name: t('awayFromValueShort'), color: 'var(--color-ink-3)', dashed: true },
          { key: 'relapse', name: t('relapseShort'), color: 'var(--color-accent)', strong: true },
        ]}
        format={formats.percent}
        height={HEIGHT}
        fromZero
        labelRoom={112}
      />
    </Figure>
  );
}

/** How the relapse index went from the first quarter with money to the last. */
function relapseTrend(
  rows: readonly { readonly x: string; readonly relapse: number | null }[],
  formats: Formats,
): string {
  const known = rows.filter(({ relapse }) => relapse !== null);
  const [first, last] = [known[0], known[known.length - 1]];
  return t('relapseTrend', {
    first: formats.percent(first.relapse ?? 0),
    from: first.x,
    last: formats.percent(last.relapse ?? 0),
    to: last.x,
  });
}

function SpendingCurves({ habits }: { readonly habits: Habits }) {
  const formats = useFormats();
  const { lorenz } = habits;
  const steps = lorenz.trueValue.length - 1;
  if (steps < 1) return null;
  const fifth = Math.round(steps / 5);
  const rows = lorenz.trueValue.map((trueValue, index) => ({
    x: formats.percent(index / steps),
    trueValue,
    moneyByTrue: lorenz.moneyByTrueValue[index],
    estimated: lorenz.estimatedValue[index],
    moneyByEstimate: lorenz.moneyByEstimatedValue[index],
  }));
  const column = (name: 'trueValue' | 'moneyByTrue' | 'estimated' | 'moneyByEstimate') => ({
    name: t(`lorenz.${name}`),
    value: (row: (typeof rows)[number]) => row[name],
    text: (row: (typeof rows)[number]) => formats.percent(row[name]),
  });
  return (
    <Figure
      title={t('lorenzFinding', {
        value: formats.percent(lorenz.trueValue[fifth]),
        money: formats.percent(lorenz.moneyByTrueValue[fifth]),
      })}
      note={t('lorenzNote')}
      summary={t('lorenzSummary')}
      rows={rows}
      columns={[
        { name: t('bestCustomers'), value: (row) => row.x },
        column('trueValue'),
        column('moneyByTrue'),
        column('estimated'),
        column('moneyByEstimate'),
      ]}
      fileName="money-and-value-curves"
      height={HEIGHT + 40}
    >
      <LazyLineDrawing
        rows={rows}
        series={[
          { key: 'estimated', name: t('lorenzShort.estimated'), color: 'var(--color-ink-3)', dashed: true },
          { key: 'trueValue', name: t('lorenzShort.trueValue'), color: 'var(--color-ink)' },
          { key: 'moneyByTrue', name: t('lorenzShort.money'), color: 'var(--color-accent)', strong: true },
        ]}
        format={formats.percent}
        height={HEIGHT + 40}
        fromZero
        labelRoom={124}
      />
    </Figure>
  );
}

/** Predictions scored, and what was written beside the decisions. */
function Foresight({ game, habits }: { readonly game: GameState; readonly habits: Habits }) {
  const formats = useFormats();
  const { predictions } = habits;
  const { points, of, rounds } = scorePredictions(game.notes.predictions, game.reports);
  const hasNotes = game.reports.some(({ round }) => isSaid(game.notes.predictions[round]) || game.notes.reasons[round]);
  if (!hasNotes) return null;
  return (
    <Part title={t('foresightTitle')} note={t('foresightNote')}>
      {rounds > 0 ? <p className={styles.finding}>{tPrediction('totalFinding', { points, of, rounds })}</p> : null}
      {predictions && predictions.calibration.length > 0 ? (
        <FiguresToTake
          label={t('calibration')}
          corner={t('calibrationCorner')}
          columns={[
            { key: 'rounds', head: t('calibrationRounds') },
            { key: 'came', head: t('calibrationCame') },
          ]}
          rows={predictions.calibration.map((row) => ({
            key: String(row.predicted),
            head: t(`step.${bandName(row.predicted)}`),
            cells: [formats.count(row.rounds), t('calibrationStep', { step: formats.hundredthsChange(row.came) })],
          }))}
          take={{
            rows: predictions.calibration,
            columns: [
              { name: t('calibrationCorner'), value: ({ predicted }) => t(`step.${bandName(predicted)}`) },
              { name: t('calibrationRounds'), value: ({ rounds: count }) => count },
              { name: t('calibrationCame'), value: ({ came }) => came },
            ],
            fileName: 'calibration',
          }}
        />
      ) : null}
      <NotesTable
        rows={game.reports.map((report) => {
          const said = game.notes.predictions[report.round];
          const score = isSaid(said) ? scorePrediction(said, report) : null;
          return { report, said, score, reason: game.notes.reasons[report.round] ?? '' };
        })}
      />
    </Part>
  );
}

function isSaid(said: Prediction | null | undefined): said is Prediction {
  return Boolean(said && (said.equity !== null || said.loser !== null));
}

function bandName(predicted: number): 'falls-much' | 'falls' | 'level' | 'rises' | 'rises-much' {
  return (['falls-much', 'falls', 'level', 'rises', 'rises-much'] as const)[predicted + 2];
}

/** How far each round's money moved, against how much the news asked for. */
function Changes({ habits }: { readonly habits: Habits }) {
  const formats = useFormats();
  const share = (value: number | null) => (value === null ? '–' : formats.percent(value));
  return (
    <>
      <p>{t('changesNote')}</p>
      <FiguresToTake
        label={t('changesTitle')}
        corner={t('quarter')}
        columns={[
          { key: 'moved', head: t('changesMoved') },
          { key: 'news', head: t('changesNews') },
          { key: 'back', head: t('changesBack') },
          { key: 'over', head: t('changesOver') },
        ]}
        rows={habits.rounds.map((round) => ({
          key: String(round.round),
          head: String(round.round + 1),
          cells: [
            share(round.allocationChange),
            share(round.allocationChange === null ? null : round.valueChange),
            share(round.takenBack),
            round.overReaction ? t('yes') : '–',
          ],
        }))}
        take={{
          rows: habits.rounds,
          columns: [
            { name: t('quarter'), value: ({ round }) => round + 1 },
            { name: t('changesMoved'), value: ({ allocationChange }) => allocationChange },
            {
              name: t('changesNews'),
              value: ({ allocationChange, valueChange }) => (allocationChange === null ? null : valueChange),
            },
            { name: t('changesBack'), value: ({ takenBack }) => takenBack },
            { name: t('changesOver'), value: ({ overReaction }) => (overReaction ? t('yes') : null) },
          ],
          fileName: 'changes-of-course',
        }}
      />
    </>
  );
}
