import { useSyncExternalStore } from 'react';

export const GAME_VIEWS = ['briefing', 'desk', 'results', 'customers', 'futures', 'debrief', 'hand-in'] as const;

/** The instructor's places. `start` comes before a class is set up or opened; the others are of the class that is open. */
export const TEACH_VIEWS = [
  'start',
  'set-up',
  'class',
  'keys',
  'collect',
  'standings',
  'debrief',
  'grades',
  'note',
] as const;

export type TeachView = (typeof TEACH_VIEWS)[number];

export type GameView = (typeof GAME_VIEWS)[number];

/** Where the reader is. `view: null` leaves the choice to the game's status; `quarter` counts from 1. */
export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'play'; readonly gameId: string; readonly view: GameView | null; readonly quarter: number | null }
  /** `code`: what an invitation carries, unread. */
  | { readonly kind: 'join'; readonly code: string | null }
  | { readonly kind: 'teach'; readonly view: TeachView }
  | { readonly kind: 'glossary' }
  | { readonly kind: 'device' }
  | { readonly kind: 'not-found' };

/** Reads an address's hash, such as `#/play/abc/results/3`. Anything it does not know is `not-found`. */
export function parseRoute(hash: string): Route {
  const [first, ...rest] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .filter((part) => part !== '');
  if (first === undefined) return { kind: 'home' };
  if (first === 'learn' && rest.length === 1 && rest[0] === 'glossary') return { kind: 'glossary' };
  if (first === 'device' && rest.length === 0) return { kind: 'device' };
  if (first === 'play') return parsePlay(rest);
  // Whatever stands behind it is for the reader of codes to judge.
  if (first === 'join') return { kind: 'join', code: rest.length > 0 ? rest.join('/') : null };
  if (first === 'teach' && rest.length <= 1) {
    const view = TEACH_VIEWS.find((one) => one === (rest[0] ?? 'start'));
    if (view) return { kind: 'teach', view };
  }
  return { kind: 'not-found' };
}

function parsePlay([id, view, quarter, ...more]: readonly string[]): Route {
  const gameId = decoded(id);
  if (!gameId || more.length > 0) return { kind: 'not-found' };
  if (view === undefined) return { kind: 'play', gameId, view: null, quarter: null };
  if (!isView(view)) return { kind: 'not-found' };
  if (quarter === undefined) return { kind: 'play', gameId, view, quarter: null };
  if (view !== 'results' || !/^[1-9]\d?$/.test(quarter)) return { kind: 'not-found' };
  return { kind: 'play', gameId, view, quarter: Number(quarter) };
}

/** The address of a route; `parseRoute` reads it back. */
export function hrefOf(route: Exclude<Route, { readonly kind: 'not-found' }>): string {
  if (route.kind === 'home') return '#/';
  if (route.kind === 'glossary') return '#/learn/glossary';
  if (route.kind === 'device') return '#/device';
  if (route.kind === 'join') return route.code === null ? '#/join' : `#/join/${encodeURIComponent(route.code)}`;
  if (route.kind === 'teach') return route.view === 'start' ? '#/teach' : `#/teach/${route.view}`;
  const parts = ['play', encodeURIComponent(route.gameId), route.view, route.view === 'results' ? route.quarter : null];
  return `#/${parts.filter((part) => part !== null).join('/')}`;
}

/** Goes to a route; with `replace`, the back button passes over the place left. */
export function navigate(route: Exclude<Route, { readonly kind: 'not-found' }>, { replace = false } = {}): void {
  if (replace) {
    window.history.replaceState(null, '', hrefOf(route));
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    window.location.hash = hrefOf(route);
  }
}

/** The route of the address bar; renders again when it changes. */
export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => window.location.hash));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

function isView(text: string): text is GameView {
  return (GAME_VIEWS as readonly string[]).includes(text);
}

function decoded(part: string | undefined): string | null {
  try {
    return part ? decodeURIComponent(part) : null;
  } catch {
    return null;
  }
}
