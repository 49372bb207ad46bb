import { lazy } from 'react';
import { loadDrawings } from '../ui/charts/lazy-drawings.ts';
import { once } from '../ui/once.ts';
import type { GameView } from './router.ts';

const load = {
  briefing: once(() =>
    import('../features/briefing/briefing-screen.tsx').then((module) => ({ default: module.BriefingScreen })),
  ),
  desk: once(() => import('../features/decide/desk-screen.tsx').then((module) => ({ default: module.DeskScreen }))),
  results: once(() =>
    import('../features/results/results-screen.tsx').then((module) => ({ default: module.ResultsScreen })),
  ),
  customers: once(() =>
    import('../features/customers/customers-screen.tsx').then((module) => ({ default: module.CustomersScreen })),
  ),
  futures: once(() =>
    import('../features/futures/futures-screen.tsx').then((module) => ({ default: module.FuturesScreen })),
  ),
  debrief: once(() =>
    import('../features/debrief/debrief-screen.tsx').then((module) => ({ default: module.DebriefScreen })),
  ),
  'hand-in': once(() =>
    import('../features/hand-in/hand-in-screen.tsx').then((module) => ({ default: module.HandInScreen })),
  ),
  kept: once(() => import('./kept-game-page.tsx').then((module) => ({ default: module.KeptGamePage }))),
  export: once(() =>
    import('../features/customers/export-part.tsx').then((module) => ({ default: module.RevealedExport })),
  ),
};

export const BriefingScreen = lazy(load.briefing);
export const DeskScreen = lazy(load.desk);
export const ResultsScreen = lazy(load.results);
export const CustomersScreen = lazy(load.customers);
export const FuturesScreen = lazy(load.futures);
export const DebriefScreen = lazy(load.debrief);
export const HandInScreen = lazy(load['hand-in']);
export const KeptGamePage = lazy(load.kept);
/** A part of the debrief. */
export const RevealedExport = lazy(load.export);

/** What else a view is drawn with. */
const WITH: Partial<Record<GameView, readonly (() => Promise<unknown>)[]>> = {
  results: [loadDrawings],
  debrief: [loadDrawings, load.export],
};

/** Fetches what a view is drawn with, before it is asked for. */
export async function loadView(view: GameView): Promise<void> {
  await Promise.all([load[view], ...(WITH[view] ?? [])].map((fetch) => fetch()));
}
