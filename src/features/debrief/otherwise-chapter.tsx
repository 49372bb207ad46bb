import { type FormEvent, useId, useState } from 'react';
import { debrief } from '../../content/debrief.ts';
import { insightNames, leverNames, tierNames } from '../../content/names.ts';
import type { OtherGame } from '../../store/commands.ts';
import {
  type Decision,
  type InsightLevel,
  LEVERS,
  type Lever,
  TIERS,
  type Tier,
} from '../../store/selectors/constants.ts';
import type { GameState } from '../../store/state.ts';
import { Button } from '../../ui/button.tsx';
import { Figure } from '../../ui/charts/figure.tsx';
import { LazyLineDrawing } from '../../ui/charts/lazy-drawings.ts';
import type { Formats } from '../../ui/format.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { listed, messagesOf } from '../../ui/message.ts';
import type { ChoiceValues } from '../../worker/report/choices.ts';
import type { Counterfactual } from '../../worker/report/counterfactual.ts';
import { Chapter } from './chapter.tsx';
import { ChoiceOfOne } from './choice-of-one.tsx';
import { choiceName } from './choices-chapter.tsx';
import styles from './debrief.module.css';
import { isComing } from './part-status.tsx';

const t = messagesOf(debrief);
const HEIGHT = 320;
/** Usual height of the finding. */
const HEADLINE = { wide: 94, narrow: 137 };
const MEASURES = ['firmValue', 'discountedCash', 'trueEquity'] as const;

/** What can be changed: a cell, or the insight. */
type Target = { readonly kind: 'cell'; readonly lever: Lever; readonly tier: Tier } | { readonly kind: 'insight' };

type Answer =
  | { readonly kind: 'none' | 'working' | 'failed' }
  | { readonly kind: 'no'; readonly over: number }
  | { readonly kind: 'played'; readonly what: string; readonly counterfactual: Counterfactual };

/** Any one decision changed, and the rest of the game again. */
export function OtherwiseChapter({
  game,
  onPlayOtherwise,
  onRewind,
}: {
  readonly game: GameState;
  readonly onPlayOtherwise: (round: number, decision: Decision) => Promise<OtherGame | null>;
  /** Null where a class does not go back. */
  readonly onRewind: ((round: number) => Promise<void>) | null;
}) {
  const { choices } = game.debrief;
  const formats = useFormats();
  const [round, setRound] = useState(0);
  const [target, setTarget] = useState<Target>({ kind: 'cell', lever: 'acquisition', tier: 'gold' });
  const [typed, setTyped] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' });
  const ids = { round: useId(), target: useId(), money: useId(), insight: useId(), problem: useId() };

  const was = game.reports[round].decision;
  const money = target.kind === 'cell' ? was[target.lever][target.tier] : 0;
  const wanted = typed === null ? Math.round(money / 100) : wholeNumberOf(typed);
  const [level, setLevel] = useState<InsightLevel | null>(null);
  const insight = level ?? was.insight;

  function changeTo(next: { readonly round?: number; readonly target?: Target }) {
    if (next.round !== undefined) setRound(next.round);
    if (next.target) setTarget(next.target);
    setTyped(null);
    setLevel(null);
  }

  async function play(event: FormEvent) {
    event.preventDefault();
    if (answer.kind === 'working' || wanted === null) return;
    const decision: Decision =
      target.kind === 'insight'
        ? { ...was, insight }
        : { ...was, [target.lever]: { ...was[target.lever], [target.tier]: wanted * 100 } };
    setAnswer({ kind: 'working' });
    const other = await onPlayOtherwise(round, decision);
    if (!other) setAnswer({ kind: 'failed' });
    else if (other.kind === 'refused') {
      const [refusal] = other.refusals;
      setAnswer({ kind: 'no', over: Math.max(0, (refusal.value ?? 0) - (refusal.limit ?? 0)) });
    } else {
      const what =
        target.kind === 'insight'
          ? t('otherwiseInsight', { quarter: round + 1, level: insightNames[insight] })
          : t('otherwiseCell', {
              quarter: round + 1,
              lever: leverNames[target.lever],
              tier: tierNames[target.tier],
              money: formats.money(wanted * 100),
              was: formats.money(money),
            });
      setAnswer({ kind: 'played', what, counterfactual: other.counterfactual });
    }
  }

  const cellKey = target.kind === 'insight' ? 'insight' : `${target.lever} ${target.tier}`;
  return (
    <Chapter
      id="otherwise"
      title={t('chapter.otherwise')}
      findings={choices.kind === 'ready' ? toTakeBack(choices.value, formats) : []}
      lead={t('otherwiseLead')}
      holds={isComing(choices) ? HEADLINE : undefined}
    >
      <form className={styles.form} onSubmit={(event) => void play(event)}>
        <label className={styles.field} htmlFor={ids.round}>
          {t('quarter')}
          <select
            id={ids.round}
            value={round}
            onChange={(event) => changeTo({ round: Number(event.currentTarget.value) })}
          >
            {game.reports.map((report) => (
              <option key={report.round} value={report.round}>
                {report.round + 1}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.field} htmlFor={ids.target}>
          {t('otherwiseWhat')}
          <select
            id={ids.target}
            value={cellKey}
            onChange={(event) => changeTo({ target: targetOf(event.currentTarget.value) })}
          >
            {LEVERS.map((lever) => (
              <optgroup key={lever} label={leverNames[lever]}>
                {TIERS.map((tier) => (
                  <option key={tier} value={`${lever} ${tier}`}>
                    {t('choiceCell', { lever: leverNames[lever], tier: tierNames[tier] })}
                  </option>
                ))}
              </optgroup>
            ))}
            <option value="insight">{t('insight')}</option>
          </select>
        </label>
        {target.kind === 'cell' ? (
          <label className={styles.field} htmlFor={ids.money}>
            {t('otherwiseMoney', { money: formats.money(money) })}
            <input
              id={ids.money}
              inputMode="numeric"
              value={typed ?? String(Math.round(money / 100))}
              aria-invalid={wanted === null}
              aria-describedby={ids.problem}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
        ) : (
          <label className={styles.field} htmlFor={ids.insight}>
            {t('otherwiseLevel', { level: insightNames[was.insight] })}
            <select
              id={ids.insight}
              value={insight}
              onChange={(event) => setLevel(Number(event.currentTarget.value) as InsightLevel)}
            >
              {game.scenario.insightPrices.map((price, index) => (
                <option key={insightNames[index]} value={index}>
                  {t('insightOption', { level: insightNames[index], price: formats.money(price) })}
                </option>
              ))}
            </select>
          </label>
        )}
        <Button look="primary" type="submit" aria-disabled={answer.kind === 'working'}>
          {answer.kind === 'working' ? t('otherwisePlaying') : t('otherwisePlay')}
        </Button>
      </form>
      <p id={ids.problem} role="status" className={styles.problem}>
        {wanted === null
          ? t('otherwiseNumber')
          : answer.kind === 'no'
            ? t('otherwiseOver', { over: formats.money(answer.over) })
            : answer.kind === 'failed'
              ? t('otherwiseFailed')
              : ''}
      </p>
      <div aria-live="polite" className={styles.stack}>
        {answer.kind === 'played' ? (
          <>
            <OtherPath what={answer.what} counterfactual={answer.counterfactual} />
            {onRewind ? (
              <div className={styles.actions}>
                <Button onClick={() => void onRewind(answer.counterfactual.round)}>
                  {t('otherwiseRewind', { quarter: answer.counterfactual.round + 1 })}
                </Button>
              </div>
            ) : null}
          </>
        ) : null}
      </div>
    </Chapter>
  );
}

/** The choice that did most harm by itself, if one did any. */
function toTakeBack({ cells }: ChoiceValues, formats: Formats): readonly string[] {
  if (cells.length === 0) return [];
  const worst = cells.reduce((least, cell) => (cell.value < least.value ? cell : least));
  if (worst.value > 0) return [t('otherwiseNone')];
  if (worst.value === 0) return [];
  return [
    t('otherwiseHeadline', {
      choice: choiceName(worst),
      quarter: worst.round + 1,
      value: formats.moneyCompact(-worst.value),
    }),
  ];
}

/** The other game beside this one. */
function OtherPath({ what, counterfactual }: { readonly what: string; readonly counterfactual: Counterfactual }) {
  const formats = useFormats();
  const [measure, setMeasure] = useState<(typeof MEASURES)[number]>('firmValue');
  const { own, other, gain, cut, round } = counterfactual;
  const rows = own[measure].map((value, index) => ({ x: String(index), own: value, other: other[measure][index] }));
  const direction = gain > 0 ? 'more' : gain < 0 ? 'less' : 'same';
  return (
    <Figure
      title={t(`otherwiseFinding.${direction}`, { what, gain: formats.money(Math.abs(gain)) })}
      note={
        cut.length > 0
          ? t('otherwiseCut', {
              quarters: listed(cut.map((one) => String(one + 1))),
              count: cut.length,
            })
          : t('otherwiseNote')
      }
      summary={t('otherwiseSummary', {
        own: formats.money(own.firmValue[own.firmValue.length - 1]),
        other: formats.money(other.firmValue[other.firmValue.length - 1]),
      })}
      rows={rows}
      columns={[
        { name: t('quarter'), value: (row) => row.x },
        { name: t('asPlayed'), value: (row) => row.own / 100, text: (row) => formats.money(row.own) },
        { name: t('otherwise'), value: (row) => row.other / 100, text: (row) => formats.money(row.other) },
      ]}
      fileName="otherwise"
      height={HEIGHT}
      controls={
        <ChoiceOfOne
          label={t('pathMeasure')}
          choices={MEASURES.map((value) => ({ value, name: t(`otherwise.${value}`) }))}
          value={measure}
          onChange={setMeasure}
        />
      }
    >
      <LazyLineDrawing
        rows={rows}
        series={[
          { key: 'own', name: t('asPlayed'), color: 'var(--color-ink-2)' },
          { key: 'other', name: t('otherwise'), color: 'var(--color-accent)', strong: true, dashed: true },
        ]}
        format={formats.moneyCompact}
        height={HEIGHT}
        mark={{ x: String(round), name: t('otherwiseMark') }}
      />
    </Figure>
  );
}

function targetOf(key: string): Target {
  const [lever, tier] = key.split(' ');
  const isLever = LEVERS.find((one) => one === lever);
  const isTier = TIERS.find((one) => one === tier);
  return isLever && isTier ? { kind: 'cell', lever: isLever, tier: isTier } : { kind: 'insight' };
}

/** Whole currency units as someone types them, `12,000` too; null for anything else. */
function wholeNumberOf(text: string): number | null {
  const digits = text.replace(/[\s,.'’]/g, '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null;
}
