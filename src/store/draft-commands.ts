import type { Decision } from '../engine/index.ts';
import type { Autosave } from './autosave.ts';
import { type CommandContext, gameIn, refusalsOf, updateGame } from './command-context.ts';
import type { Commands } from './commands.ts';
import { type DraftHistory, withEdit, withGestureEnd, withRedo, withUndo } from './draft-history.ts';
import { presetDraft } from './presets.ts';
import { customersToTreat, latestReport } from './selectors/desk.ts';
import type { GameState } from './state.ts';

type DraftCommands = Pick<
  Commands,
  'editDraft' | 'setCell' | 'setLever' | 'setInsight' | 'endGesture' | 'undoDraft' | 'redoDraft' | 'applyPreset'
>;

/** Editing the decision. Each happens at once, only while the game is `deciding`, and is saved soon after. */
export function createDraftCommands(context: CommandContext, autosave: Autosave): DraftCommands {
  function change(nextOf: (game: GameState) => DraftHistory): void {
    const game = gameIn(context, 'deciding');
    if (!game || !context.session) return;
    const next = nextOf(game);
    const changed = next.draft !== game.draft;
    if (!changed && next.undo === game.undo) return;
    const refusals = changed ? refusalsOf(game, next.draft) : game.refusals;
    updateGame(context, game.id, {
      ...next,
      refusals,
      ...(changed && !game.behind ? { saving: game.saving === 'not-saved' ? 'not-saved' : 'saving' } : {}),
    });
    if (changed) {
      context.session.unsaved = true;
      autosave.schedule();
    }
  }

  function edit(changeDraft: (draft: Decision, game: GameState) => Decision, gesture: string | null): void {
    const { session } = context;
    if (!session || !gameIn(context, 'deciding')) return;
    const continues = gesture !== null && session.gesture === gesture;
    if (!continues) endGesture();
    change((game) => {
      const next = withEdit(game, changeDraft(game.draft, game), continues);
      // A gesture begins with its first change: that one takes the step of undo.
      if (next.draft !== game.draft) session.gesture = gesture;
      return { draft: next.draft, undo: next.undo, redo: next.redo };
    });
  }

  function endGesture(): void {
    const { session } = context;
    if (!session || session.gesture === null) return;
    session.gesture = null;
    change(({ draft, undo, redo }) => withGestureEnd({ draft, undo, redo }));
  }

  return {
    editDraft: (changeDraft, gesture) => edit(changeDraft, gesture ?? null),
    setCell: (lever, tier, cents, gesture) =>
      edit((draft) => ({ ...draft, [lever]: { ...draft[lever], [tier]: cents } }), gesture ?? null),
    setLever: (lever, cells, gesture) => edit((draft) => ({ ...draft, [lever]: { ...cells } }), gesture ?? null),
    setInsight: (insight) => edit((draft) => ({ ...draft, insight }), null),
    endGesture,
    undoDraft() {
      endGesture();
      change(({ draft, undo, redo }) => withUndo({ draft, undo, redo }));
    },
    redoDraft() {
      endGesture();
      change(({ draft, undo, redo }) => withRedo({ draft, undo, redo }));
    },
    applyPreset(name) {
      edit((draft, game) => {
        const last = latestReport(game);
        if (!last) return draft;
        return presetDraft(name, {
          draft,
          lastDecision: last.decision,
          budget: game.budget,
          insightPrices: game.scenario.insightPrices,
          customers: customersToTreat(game),
        });
      }, null);
    },
  };
}
