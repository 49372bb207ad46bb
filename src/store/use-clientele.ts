import { createContext, useContext } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { Commands } from './commands.ts';
import type { ClienteleState } from './state.ts';

/** The store and its only writers. Made by `initialiseClientele` in the app, by hand in tests. */
export type Clientele = {
  readonly store: Pick<StoreApi<ClienteleState>, 'getState' | 'getInitialState' | 'subscribe'>;
  readonly commands: Commands;
};

const ClienteleContext = createContext<Clientele | null>(null);

/** Gives the screens below it their store: `<ClienteleProvider value={clientele}>`. */
export const ClienteleProvider = ClienteleContext.Provider;

/**
 * Reads the state, and renders again when what was selected changes (by `Object.is`).
 *
 * Select what is in the state (`(s) => s.game?.reports`) and make rows of it with `useMemo` and the functions in
 * `selectors/`: a selector that builds a new array or object each time would render without end.
 */
export function useClientele<T>(select: (state: ClienteleState) => T): T {
  return useStore(useContextOrThrow().store, select);
}

/** The commands; the same object for the life of the page. */
export function useCommands(): Commands {
  return useContextOrThrow().commands;
}

function useContextOrThrow(): Clientele {
  const clientele = useContext(ClienteleContext);
  if (!clientele) throw new Error('no ClienteleProvider above this component');
  return clientele;
}
