import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Teaching } from './create-teaching.ts';
import type { TeachCommands } from './teach-commands.ts';
import type { TeachState } from './teach-state.ts';

const TeachingContext = createContext<Teaching | null>(null);

/** Gives the instructor's screens below it their store. */
export const TeachingProvider = TeachingContext.Provider;

/** Reads the instructor's state, and renders again when what was selected changes (by `Object.is`). */
export function useTeaching<T>(select: (state: TeachState) => T): T {
  return useStore(useContextOrThrow().store, select);
}

export function useTeachCommands(): TeachCommands {
  return useContextOrThrow().commands;
}

function useContextOrThrow(): Teaching {
  const teaching = useContext(TeachingContext);
  if (!teaching) throw new Error('no TeachingProvider above this component');
  return teaching;
}
