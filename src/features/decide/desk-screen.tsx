import { useCallback, useMemo, useRef, useState } from 'react';
import { allowedHelp, isRoundKeyDue, promptsOf } from '../../store/selectors/class-rules.ts';
import { readTypedKeys } from '../../store/selectors/typed-keys.ts';
import { useClientele, useCommands } from '../../store/use-clientele.ts';
import { Desk } from './desk.tsx';
import type { DeskView } from './desk-toolbar.tsx';
import type { DeskActions, DeskState } from './desk-types.ts';

/** The depth chosen last, for the next quarter's desk. */
let lastView: DeskView = 'quick';

/** The desk of the game that is open; nothing while none is. */
export function DeskScreen() {
  const game = useClientele((state) => state.game);
  const commands = useCommands();
  const [view, setView] = useState<DeskView>(lastView);
  const history = game?.history;
  const rounds = game?.reports;
  const reports = useMemo(() => [...(history ?? []), ...(rounds ?? [])], [history, rounds]);
  const enterKey = useRef<DeskActions['enterKey']>(() => ({ ok: false, code: 'key/none-wanted' }));
  if (game) {
    enterKey.current = (typed) => {
      const keys = readTypedKeys(game, typed);
      return keys.ok ? commands.takeRoundKeys(keys.value) : keys;
    };
  }
  const actions = useMemo<DeskActions>(
    () => ({
      setCell: (lever, tier, cents, gesture) => commands.setCell(lever, tier, cents, gesture),
      setLever: (lever, cells, gesture) => commands.setLever(lever, cells, gesture),
      endGesture: () => commands.endGesture(),
      setInsight: (level) => commands.setInsight(level),
      applyPreset: (name) => commands.applyPreset(name),
      setPrediction: (change) => commands.setPrediction(change),
      setReason: (text) => commands.setReason(text),
      enterKey: (typed) => enterKey.current(typed),
      undo: () => commands.undoDraft(),
      redo: () => commands.redoDraft(),
      play: () => void commands.submitRound(),
    }),
    [commands],
  );
  const changeView = useCallback((next: DeskView) => {
    lastView = next;
    setView(next);
  }, []);
  if (!game || reports.length === 0) return null;
  const desk: DeskState = {
    round: game.reports.length,
    rounds: game.rounds,
    budget: game.budget,
    draft: game.draft,
    refusals: game.refusals,
    prediction: game.notes.predictions[game.reports.length] ?? null,
    reason: game.notes.reasons[game.reports.length] ?? '',
    prompts: promptsOf(game),
    showsHints: allowedHelp(game).hints,
    roundKey: game.roundKeys === null ? null : isRoundKeyDue(game) ? 'due' : 'known',
    canUndo: game.undo.length > 0,
    canRedo: game.redo.length > 0,
    reports,
    insightPrices: game.scenario.insightPrices,
    currency: game.scenario.currency,
  };
  return <Desk desk={desk} actions={actions} view={view} onViewChange={changeView} />;
}
