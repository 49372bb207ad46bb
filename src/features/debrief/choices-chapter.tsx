import { memo, useMemo, useState } from 'react';
import { debrief } from '../../content/debrief.ts';
import { insightNames, leverNames, tierNames } from '../../content/names.ts';
import { type Decision, LEVERS, TIERS } from '../../store/selectors/constants.ts';
import type { DebriefState } from '../../store/state.ts';
import { Change } from '../../ui/change.tsx';
import { Exhibit } from '../../ui/charts/exhibit.tsx';
import { Figure } from '../../ui/charts/figure.tsx';
import { FiguresTable, Minor } from '../../ui/figures-table.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { TierLabel } from '../../ui/tier-mark.tsx';
import { useDrawnInTurn } from '../../ui/use-drawn-in-turn.ts';
import type { ChoiceValue, ChoiceValues } from '../../worker/report/choices.ts';
import { Chapter, Folded, Part, Reserved } from './chapter.tsx';
import { ChoiceOfOne } from './choice-of-one.tsx';
import { gridLines, lastDollarOf } from './choice-rows.ts';
import styles from './debrief.module.css';
import { type FoundText, openingOf, textsOf } from './finding-text.ts';
import { HeatGrid } from './heat-grid.tsx';
import { isComing, PartStatus } from './part-status.tsx';

const t = messagesOf(debrief);
const ROW_HEIGHT = 34;
/** What is drawn when all choices have been withdrawn, each in a turn of its own. */
const PARTS = ['mattered', 'grid', 'rest'] as const;
/** Usual heights of what comes when all choices have been withdrawn. */
const FINDINGS = { wide: 290, narrow: 440 };
const MATTERED = { wide: 200, narrow: 460 };
const REST = { wide: 740, narrow: 880 };

/** What each choice earned, by withdrawing it on the same luck. */
export function ChoicesChapter({
  choices,
  cells,
  decisions,
  findings,
  onStart,
  onCancel,
}: {
  readonly choices: DebriefState['choices'];
  /** What is known of them while they are under way. */
  readonly cells: DebriefState['cells'];
  /** By round. */
  readonly decisions: readonly Decision[];
  readonly findings: readonly FoundText[];
  readonly onStart: () => void;
  readonly onCancel: () => void;
}) {
  const coming = isComing(choices);
  const drawn = useDrawnInTurn(choices.kind === 'ready' ? PARTS.length : 1);
  const whole = choices.kind === 'ready' && drawn > PARTS.indexOf('grid') ? choices.value : null;
  const isDrawn = drawn > PARTS.indexOf('rest');
  return (
    <Chapter
      id="choices"
      title={t('chapter.choices')}
      findings={openingOf('choices', findings)}
      lead={t('choicesLead')}
      holds={coming ? FINDINGS : undefined}
      status={
        choices.kind === 'ready' ? null : (
          <PartStatus part={choices} what={t('choicesWorking')} onStart={onStart} onCancel={onCancel} />
        )
      }
    >
      {choices.kind === 'ready' ? <Mattered choices={choices.value} /> : coming ? <Reserved {...MATTERED} /> : null}
      {choices.kind === 'ready' || cells.length > 0 || coming ? (
        <Grid cells={whole?.cells ?? cells} decisions={decisions} isWhole={whole !== null} />
      ) : null}
      {coming || (choices.kind === 'ready' && !isDrawn) ? <Reserved {...REST} /> : null}
      {choices.kind === 'ready' && isDrawn ? (
        <>
          <Part title={t('leversTitle')}>
            <ul className={styles.lines}>
              {textsOf(findings, 'choices/lever-earned', 'choices/lever-lost').map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Part>
          <LastDollars choices={choices.value} />
          <Folded summary={t('sumTitle')}>
            {textsOf(findings, 'choices/interaction').map((text) => (
              <p key={text} className={styles.finding}>
                {text}
              </p>
            ))}
            <Sum choices={choices.value} />
          </Folded>
        </>
      ) : null}
    </Chapter>
  );
}

/** A choice by name. */
export function choiceName({ choice }: Pick<ChoiceValue, 'choice'>): string {
  return choice.kind === 'insight'
    ? t('choiceInsight', { level: insightNames[choice.level] })
    : t('choiceCell', { lever: leverNames[choice.lever], tier: tierNames[choice.tier] });
}

function Mattered({ choices }: { readonly choices: ChoiceValues }) {
  const formats = useFormats();
  if (choices.mattered.length === 0) return null;
  return (
    <Part title={t('matteredTitle', { count: choices.mattered.length })}>
      <ol className={styles.mattered}>
        {choices.mattered.map((cell) => (
          <li key={`${choiceName(cell)} ${cell.round}`}>
            <span className={styles.quiet}>{t('matteredWhen', { quarter: cell.round + 1 })}</span>
            <b>
              <Change value={cell.value}>{formats.moneyChange(cell.value)}</Change>
            </b>
            <span>
              {t('matteredWhat', {
                choice: choiceName(cell),
                money: formats.moneyCompact(cell.money),
                back: formats.moneyExact(100 * cell.perUnit),
                unit: formats.money(100),
              })}
            </span>
          </li>
        ))}
      </ol>
    </Part>
  );
}

const Grid = memo(function Grid({
  cells,
  decisions,
  isWhole,
}: {
  readonly cells: readonly ChoiceValue[];
  readonly decisions: readonly Decision[];
  readonly isWhole: boolean;
}) {
  const formats = useFormats();
  const [measure, setMeasure] = useState<'value' | 'perUnit'>('value');
  const rounds = decisions.length;
  const lines = useMemo(() => gridLines(cells, decisions), [cells, decisions]);
  const paid = cells.filter(({ value }) => value > 0).length;
  return (
    <Figure
      title={isWhole ? t('gridFinding', { paid, count: cells.length }) : t('gridSoFar', { count: cells.length })}
      note={t(`gridNote.${measure}`, { unit: formats.money(100) })}
      summary={t('gridSummary', { rounds })}
      rows={cells}
      columns={[
        { name: t('choice'), value: choiceName },
        { name: t('quarter'), value: ({ round }) => round + 1 },
        { name: t('money'), value: (cell) => cell.money / 100, text: (cell) => formats.money(cell.money) },
        { name: t('earned'), value: (cell) => cell.value / 100, text: (cell) => formats.money(cell.value) },
        {
          name: t('perUnit', { unit: formats.money(100) }),
          value: (cell) => cell.perUnit,
          text: (cell) => formats.moneyExact(100 * cell.perUnit),
        },
      ]}
      fileName="what-each-choice-earned"
      height={(lines.length + 2) * ROW_HEIGHT}
      controls={
        <ChoiceOfOne
          label={t('gridMeasure')}
          choices={[
            { value: 'value', name: t('grid.value') },
            { value: 'perUnit', name: t('grid.perUnit', { unit: formats.money(100) }) },
          ]}
          value={measure}
          onChange={setMeasure}
        />
      }
    >
      <HeatGrid lines={lines} rounds={rounds} measure={measure} />
    </Figure>
  );
});

function LastDollars({ choices }: { readonly choices: ChoiceValues }) {
  const formats = useFormats();
  const unit = formats.money(100);
  const some = choices.lastDollars[0];
  if (!some) return null;
  return (
    <Exhibit
      title={t('lastTitle', { unit })}
      note={t('lastNote', { unit, share: formats.percent(some.share), worlds: some.worlds })}
      rows={choices.lastDollars}
      columns={[
        {
          name: t('choice'),
          value: ({ lever, tier }) => t('choiceCell', { lever: leverNames[lever], tier: tierNames[tier] }),
        },
        {
          name: t('lastKind'),
          value: ({ kind, share }) => t(`lastKind.${kind}`, { share: formats.percentExact(share) }),
        },
        { name: t('money'), value: (last) => last.money / 100 },
        { name: t('perUnit', { unit: formats.money(100) }), value: (last) => last.perUnit },
        { name: t('gapError'), value: (last) => last.standardError },
      ]}
      fileName="last-money"
    >
      <FiguresTable
        label={t('lastTitle', { unit })}
        corner={t('tier')}
        columns={LEVERS.map((lever) => ({ key: lever, head: leverNames[lever] }))}
        rows={TIERS.map((tier) => ({
          key: tier,
          head: <TierLabel tier={tier}>{tierNames[tier]}</TierLabel>,
          cells: LEVERS.map((lever) => {
            const last = lastDollarOf(choices.lastDollars, lever, tier);
            if (!last) return '–';
            return (
              <span key={lever}>
                {formats.moneyExact(100 * last.perUnit)}
                <Minor>
                  {last.kind === 'first'
                    ? t('lastFirst')
                    : t('plusMinus', { value: formats.moneyExact(100 * last.standardError) })}
                </Minor>
              </span>
            );
          }),
        }))}
      />
    </Exhibit>
  );
}

/** The parts and their sum, with what is left over, to the cent. */
function Sum({ choices }: { readonly choices: ChoiceValues }) {
  const formats = useFormats();
  const lines = [
    { key: 'withoutAll', value: choices.withoutAll },
    { key: 'sum', value: choices.sum },
    { key: 'interaction', value: choices.interaction },
  ] as const;
  return (
    <>
      <p>{t('sumNote')}</p>
      <dl className={styles.ledger}>
        {lines.map(({ key, value }) => (
          <div key={key}>
            <dt>{t(`sum.${key}`)}</dt>
            <dd>{formats.money(value)}</dd>
          </div>
        ))}
        <div className={styles.sum}>
          <dt>{t('sum.firmValue')}</dt>
          <dd>{formats.money(choices.firmValue)}</dd>
        </div>
      </dl>
    </>
  );
}
