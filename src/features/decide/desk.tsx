import { startTransition, useMemo, useRef, useState } from 'react';
import { decide } from '../../content/decide.ts';
import type { Refusal } from '../../engine/index.ts';
import { byTier, LEVERS } from '../../store/selectors/constants.ts';
import { FormatsProvider, useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { BudgetBar } from './budget-bar.tsx';
import { CheckDialog } from './check-dialog.tsx';
import { Coach } from './coach.tsx';
import { CustomersTable } from './customers-table.tsx';
import styles from './desk.module.css';
import { DeskToolbar, type DeskView } from './desk-toolbar.tsx';
import type { DeskActions, DeskState } from './desk-types.ts';
import { cellId } from './detail-cell.tsx';
import { DetailGrid } from './detail-grid.tsx';
import { hintTopics } from './hint-topics.ts';
import { Hints } from './hints.tsx';
import { InsightChoice } from './insight-choice.tsx';
import { moneyScale } from './money-scale.ts';
import { missingPrompt, PredictionForm } from './prediction-form.tsx';
import { leverId, QuickLever } from './quick-lever.tsx';
import { refusalText } from './refusal-text.ts';
import { ROUND_KEY_ID, RoundKeyForm } from './round-key-form.tsx';
import { tierBrief } from './tier-facts.ts';
import { type UnusualChoice, unusualChoices } from './unusual-choices.ts';
import { useUndoKeys } from './use-undo-keys.ts';

const t = messagesOf(decide);

type Props = {
  readonly desk: DeskState;
  readonly actions: DeskActions;
  readonly view: DeskView;
  readonly onViewChange: (view: DeskView) => void;
};

/** The desk: all that one quarter's decision needs, from plain values. */
export function Desk(props: Props) {
  return (
    <FormatsProvider currency={props.desk.currency}>
      <DeskBody {...props} />
    </FormatsProvider>
  );
}

function DeskBody({ desk, actions, view, onViewChange }: Props) {
  const formats = useFormats();
  const { draft, budget, reports, refusals, insightPrices } = desk;
  const last = reports[reports.length - 1];
  const briefs = useMemo(() => byTier((tier) => tierBrief(reports, tier)), [reports]);
  const customers = useMemo(() => byTier((tier) => last.nextTiers[tier].customers), [last]);
  const scale = useMemo(() => moneyScale(budget), [budget]);
  const problemRef = useRef<HTMLDivElement>(null);
  const [unusual, setUnusual] = useState<readonly UnusualChoice[]>([]);
  const [isChecking, setIsChecking] = useState(false);
  const [missing, setMissing] = useState<'prediction' | 'reason' | 'key' | null>(null);
  useUndoKeys(actions.undo, actions.redo);

  const play = () => {
    if (refusals.length > 0) {
      focusRefusal(refusals[0], view, problemRef.current);
      return;
    }
    const lacking = missingPrompt(desk) ?? (desk.roundKey === 'due' ? ('key' as const) : null);
    setMissing(lacking);
    if (lacking) {
      focusMissing(lacking);
      return;
    }
    const found = unusualChoices(draft, {
      budget,
      insightPrices,
      lastInsight: last.insightLevel,
      isLastRound: desk.round === desk.rounds - 1,
      customers,
    });
    if (found.length === 0) {
      actions.play();
      return;
    }
    setUnusual(found);
    setIsChecking(true);
  };
  const cellProblem = (lever: (typeof LEVERS)[number]) => {
    const refusal = refusals.find((one) => one.lever === lever);
    return refusal ? refusalText(refusal, formats) : null;
  };
  const insightRefusal = refusals.find((one) => one.code === 'decision/unknown-insight');

  return (
    <div className={styles.desk}>
      <header className={styles.header}>
        <ScreenTitle className={styles.title}>
          {t('title', { quarter: desk.round + 1, quarters: desk.rounds })}
        </ScreenTitle>
        <p className={styles.lead}>{t('lead', { budget: formats.money(budget) })}</p>
      </header>
      {desk.round === 0 ? <Coach /> : null}
      <DeskToolbar
        view={view}
        onViewChange={onViewChange}
        canUndo={desk.canUndo}
        canRedo={desk.canRedo}
        actions={actions}
      />
      {view === 'quick' ? (
        <>
          <div className={styles.levers} data-coach="levers">
            {LEVERS.map((lever) => (
              <QuickLever
                key={lever}
                lever={lever}
                cells={draft[lever]}
                customers={customers}
                last={last}
                max={scale.totalMax}
                step={scale.totalStep}
                currency={desk.currency}
                problem={cellProblem(lever)}
                actions={actions}
              />
            ))}
          </div>
          <div data-coach="customers">
            <CustomersTable briefs={briefs} draft={draft} />
          </div>
        </>
      ) : (
        <div className={styles.cells} data-coach="levers customers">
          <DetailGrid desk={desk} briefs={briefs} customers={customers} actions={actions} />
        </div>
      )}
      <InsightChoice
        level={draft.insight}
        current={last.insightLevel}
        prices={insightPrices}
        problem={insightRefusal ? refusalText(insightRefusal, formats) : null}
        onChange={actions.setInsight}
      />
      {desk.showsHints ? (
        <Hints
          topics={hintTopics(
            { draft, last, budget, insightPrices, isLastRound: desk.round === desk.rounds - 1, customers },
            formats,
          )}
        />
      ) : null}
      <PredictionForm
        prediction={desk.prediction}
        reason={desk.reason}
        prompts={desk.prompts}
        missing={missing === 'key' ? null : missing}
        actions={actions}
      />
      {desk.roundKey === null ? null : (
        <RoundKeyForm
          round={desk.round}
          isDue={desk.roundKey === 'due'}
          isMissed={missing === 'key'}
          onKey={actions.enterKey}
        />
      )}
      <BudgetBar
        budget={budget}
        draft={draft}
        insightPrices={insightPrices}
        problems={refusals
          .filter((one) => one.lever === undefined && one.code !== 'decision/unknown-insight')
          .map((one) => refusalText(one, formats))}
        problemRef={problemRef}
        onFit={() => actions.applyPreset('scaleToBudget')}
        onPlay={play}
      />
      <CheckDialog
        isOpen={isChecking}
        choices={unusual}
        onBack={() => setIsChecking(false)}
        onPlay={() => {
          // The desk goes when the quarter is played: to close the dialog first would be to unlock and draw it once more.
          startTransition(() => setIsChecking(false));
          actions.play();
        }}
      />
    </div>
  );
}

/** Leads the focus to what the class asks for before the quarter is played. */
function focusMissing(missing: 'prediction' | 'reason' | 'key') {
  const place = {
    prediction: '#desk-prediction input[type=radio]',
    reason: '#desk-prediction input[type=text]',
    key: `#${ROUND_KEY_ID}`,
  };
  document.querySelector<HTMLElement>(place[missing])?.focus();
}

/** Leads the focus to where a refusal can be mended. */
function focusRefusal(refusal: Refusal, view: DeskView, whole: HTMLElement | null) {
  const { lever, tier } = refusal;
  if (refusal.code === 'decision/unknown-insight') {
    document.querySelector<HTMLElement>('#desk-insight input')?.focus();
  } else if (lever) {
    const id = view === 'detail' && tier ? cellId(lever, tier) : leverId(lever);
    document.getElementById(id)?.focus();
  } else {
    whole?.focus();
  }
}
