import { useMemo, useReducer, useRef, useState } from 'react';
import { byTier, checkDecision, type Decision, type LEVERS, type RoundReport } from '../../../src/engine/index.ts';
import { Desk } from '../../../src/features/decide/desk.tsx';
import type { DeskView } from '../../../src/features/decide/desk-toolbar.tsx';
import type { DeskActions, DeskState } from '../../../src/features/decide/desk-types.ts';
import { type DraftHistory, withEdit, withGestureEnd, withRedo, withUndo } from '../../../src/store/draft-history.ts';
import { presetDraft } from '../../../src/store/presets.ts';
import type { Prediction } from '../../../src/store/selectors/prediction-score.ts';
import { fixtureDecision, fixtureReport } from '../../support/fixture-reports.ts';

export const BUDGET = 26_500_000;
export const INSIGHT_PRICES = [0, 500_000, 1_000_000];

/** Eight quarters of history in which the money varied, and the outcomes with it. */
export function variedReports(): readonly RoundReport[] {
  return [-8, -7, -6, -5, -4, -3, -2, -1].map((round) => {
    const factor = 0.7 + 0.075 * (round + 8);
    const decision = scaled(fixtureDecision, factor);
    const report = fixtureReport(round, { decision });
    return {
      ...report,
      tiers: byTier((tier) => ({
        ...report.tiers[tier],
        serviceQuality: report.tiers[tier].serviceQuality + 0.2 * Math.log(factor),
        estimatedCustomersSaved: Math.round(report.tiers[tier].estimatedCustomersSaved * (1 + 0.4 * Math.log(factor))),
      })),
    };
  });
}

function scaled(decision: Decision, factor: number): Decision {
  const cells = (lever: (typeof LEVERS)[number]) => byTier((tier) => Math.round(decision[lever][tier] * factor));
  return {
    acquisition: cells('acquisition'),
    retention: cells('retention'),
    service: cells('service'),
    insight: decision.insight,
  };
}

type Props = {
  readonly start?: Decision;
  readonly view?: DeskView;
  readonly round?: number;
  readonly rounds?: number;
  readonly reports?: readonly RoundReport[];
  readonly rules?: Partial<Pick<DeskState, 'prompts' | 'showsHints' | 'roundKey'>>;
  readonly onKey?: DeskActions['enterKey'];
  readonly onPlay?: (decision: Decision) => void;
  /** Sees the decision after every change. */
  readonly onDraft?: (decision: Decision) => void;
};

type Edit = (history: DraftHistory, continues: boolean) => DraftHistory;

/** The desk with the store's own rules of drafting around it, without storage or worker. */
export function DeskHarness(props: Props) {
  const reports = useMemo(() => props.reports ?? variedReports(), [props.reports]);
  const [view, setView] = useState<DeskView>(props.view ?? 'quick');
  const [prediction, setPrediction] = useState<Prediction>({ equity: null, loser: null });
  const [reason, setReason] = useState('');
  const gesture = useRef<string | null>(null);
  const [history, change] = useReducer(
    (state: DraftHistory, { edit, continues }: { edit: Edit; continues: boolean }) => edit(state, continues),
    { draft: props.start ?? fixtureDecision, undo: [], redo: [] },
  );
  const actions = useMemo<DeskActions>(() => {
    const edit = (next: (draft: Decision) => Decision, key: string | null) => {
      const continues = key !== null && gesture.current === key;
      gesture.current = key;
      change({ edit: (state) => withEdit(state, next(state.draft), continues), continues });
    };
    return {
      setCell: (lever, tier, cents, key) => edit((d) => ({ ...d, [lever]: { ...d[lever], [tier]: cents } }), key),
      setLever: (lever, cells, key) => edit((d) => ({ ...d, [lever]: cells }), key),
      endGesture: () => {
        gesture.current = null;
        change({ edit: withGestureEnd, continues: false });
      },
      setInsight: (insight) => edit((d) => ({ ...d, insight }), null),
      applyPreset: (name) =>
        edit(
          (draft) =>
            presetDraft(name, {
              draft,
              lastDecision: reports[reports.length - 1].decision,
              budget: BUDGET,
              insightPrices: INSIGHT_PRICES,
              customers: byTier((tier) => reports[reports.length - 1].nextTiers[tier].customers),
            }),
          null,
        ),
      setPrediction: (changed) => setPrediction((was) => ({ ...was, ...changed })),
      setReason,
      enterKey: (typed) => props.onKey?.(typed) ?? { ok: false, code: 'key/none-wanted' },
      undo: () => change({ edit: withUndo, continues: false }),
      redo: () => change({ edit: withRedo, continues: false }),
      play: () => played.current?.(),
    };
  }, [reports, props.onKey]);
  const played = useRef<(() => void) | null>(null);
  played.current = () => props.onPlay?.(history.draft);
  props.onDraft?.(history.draft);
  const checked = checkDecision(history.draft, { budget: BUDGET, insightPrices: INSIGHT_PRICES, roundsLeft: 1 });
  return (
    <Desk
      desk={{
        round: props.round ?? 0,
        rounds: props.rounds ?? 8,
        budget: BUDGET,
        draft: history.draft,
        refusals: checked.ok ? [] : checked.refusals,
        prediction,
        reason,
        prompts: { predictions: 'invited', reasons: 'invited' },
        showsHints: true,
        roundKey: null,
        ...props.rules,
        canUndo: history.undo.length > 0,
        canRedo: history.redo.length > 0,
        reports,
        insightPrices: INSIGHT_PRICES,
        currency: 'USD',
      }}
      actions={actions}
      view={view}
      onViewChange={setView}
    />
  );
}
