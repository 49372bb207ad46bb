import { createStore } from 'zustand/vanilla';
import type { GameStorage } from '../storage/game-storage.ts';
import { createAutosave } from './autosave.ts';
import { createClassCommands } from './class-commands.ts';
import { type CommandContext, type Dependencies, notify, notifyProblem } from './command-context.ts';
import { createCustomerCommands } from './customer-commands.ts';
import { createDebriefCommands } from './debrief-commands.ts';
import { createDraftCommands } from './draft-commands.ts';
import { createFutureCommands } from './future-commands.ts';
import { createGameCommands } from './game-commands.ts';
import { createNoteCommands } from './note-commands.ts';
import { createRoundCommands } from './round-commands.ts';
import { markBehind } from './save-game.ts';
import { createSavedGameCommands, refreshSavedGames } from './saved-game-commands.ts';
import { createSerialQueue } from './serial-queue.ts';
import type { ClienteleState } from './state.ts';
import type { Clientele } from './use-clientele.ts';

export const INITIAL_STATE: ClienteleState = {
  scenarioIds: [],
  savedGames: [],
  savedGamesStatus: 'loading',
  game: null,
  notices: [],
};

export type LiveClientele = Clientele & {
  /** To be called when the page is hidden or closed. */
  saveBeforeLeaving(): void;
  /** Something went wrong on the page that no screen caught. `detail`: for a report. */
  noteFault(detail: string): void;
  /** Ends the worker and lets go of the storage; what is unsaved stays unsaved. */
  dispose(): void;
};

/** The store with its commands, on given dependencies. */
export function createClientele(dependencies: Dependencies): LiveClientele {
  const store = createStore<ClienteleState>(() => ({
    ...INITIAL_STATE,
    scenarioIds: dependencies.catalogue.scenarioIds,
  }));
  let opening: Promise<GameStorage> | null = null;
  const context: CommandContext = {
    store,
    dependencies,
    queue: createSerialQueue(),
    storage() {
      opening ??= dependencies.openStorage().then((storage) => {
        attach(storage);
        return storage;
      });
      return opening;
    },
    forgetStorage() {
      context.openStorage?.close();
      context.openStorage = null;
      opening = null;
    },
    openStorage: null,
    session: null,
    foundProblems: new Map(),
  };

  function attach(storage: GameStorage): void {
    context.openStorage = storage;
    if (!storage.persistence.ok) notifyProblem(context, storage.persistence, null);
    storage.onChangeElsewhere(({ id, revision }) => {
      const { session } = context;
      const known = session?.id === id ? (session.stored?.revision ?? null) : null;
      if (known !== null && (revision === null || revision > known)) {
        markBehind(context, id, revision === null ? 'storage/gone' : 'storage/changed-elsewhere');
      }
      if (store.getState().savedGamesStatus === 'ready') void context.queue(() => refreshSavedGames(context));
    });
  }

  const autosave = createAutosave(context);
  return {
    store,
    commands: {
      device: async () => (await import('./device-commands.ts')).createDeviceCommands(context, dependencies.devicePage),
      ...createGameCommands(context, autosave),
      ...createDraftCommands(context, autosave),
      ...createNoteCommands(context, autosave),
      ...createRoundCommands(context),
      ...createClassCommands(context, autosave),
      ...createFutureCommands(context),
      ...createCustomerCommands(context),
      ...createDebriefCommands(context),
      ...createSavedGameCommands(context),
    },
    saveBeforeLeaving: autosave.saveBeforeLeaving,
    noteFault: (detail) => notify(context, 'page/fault', null, detail),
    dispose() {
      dependencies.client.dispose();
      dependencies.debriefPool.dispose();
      context.openStorage?.close();
    },
  };
}
