import type { Decision } from '../../src/engine/index.ts';

/** What the page tells while it plays. */
export type Told =
  /** A game was opened, its rounds replayed to these digests. */
  | { readonly kind: 'opened'; readonly digests: readonly string[] }
  /** A round was worked out; it is about to be written. */
  | { readonly kind: 'computed' }
  /** A round's results were on the screen: from then on it must never be lost. */
  | {
      readonly kind: 'shown';
      readonly game: string;
      readonly round: number;
      readonly decision: Decision;
      readonly digest: string;
    };

/**
 * Plays as fast as the screens allow, by their own buttons, and tells what was seen. Runs in the page, before the app; nothing of the app is
 * changed but that the worker's messages are overheard.
 *
 * @param seed for the choice among the presets
 */
export function autopilot(seed: number): void {
  const tell = (told: Told) =>
    (globalThis as unknown as { tellTrial: (text: string) => void }).tellTrial(JSON.stringify(told));
  const heard = new WeakSet<Worker>();
  let decision: Decision | null = null;
  let digest: string | null = null;
  let played = 0;
  let random = seed;

  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function overheard(this: Worker, message: never, ...rest: never[]) {
    const request = message as { readonly kind?: string; readonly decision: Decision };
    if (!heard.has(this)) {
      heard.add(this);
      this.addEventListener('message', ({ data }) => {
        if (data?.kind === 'gameOpened') {
          played = data.game.digests.length;
          tell({ kind: 'opened', digests: data.game.digests });
        }
        if (data?.kind !== 'roundPlayed') return;
        digest = data.digest;
        played++;
        tell({ kind: 'computed' });
      });
    }
    if (request?.kind === 'playRound') {
      decision = request.decision;
      digest = null;
    }
    post.call(this, message, ...rest);
  };

  function buttonNamed(...names: string[]): HTMLElement | undefined {
    const root = document.querySelector('[role=alertdialog]') ?? document;
    return [...root.querySelectorAll<HTMLElement>('button, a[href]')].find((one) =>
      names.includes(one.textContent?.trim() ?? ''),
    );
  }

  function step(): void {
    const game = /^#\/play\/([^/]+)/.exec(location.hash)?.[1];
    const results = /Results of quarter (\d+) of (\d+)/.exec(document.querySelector('main')?.textContent ?? '');
    // Only the very quarter that was played: that of an earlier one may be on the screen while the new one is being written.
    if (game && results && decision && digest && Number(results[1]) === played) {
      tell({ kind: 'shown', game, round: Number(results[1]) - 1, decision, digest });
      decision = null;
      digest = null;
    }
    if (/All \d+ quarters played/.test(document.querySelector('header')?.textContent ?? '')) {
      location.hash = '#/';
      return;
    }
    random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0;
    const presets = ['Even per customer', 'Last quarter', 'Fit to budget', 'Clear'];
    const play = buttonNamed('Play the quarter');
    if (play && !document.querySelector('[role=alertdialog]'))
      buttonNamed(presets[(random >>> 16) % presets.length])?.click();
    const next = buttonNamed('Next quarter', 'Go to the desk', 'Play', 'Start a new game') ?? play;
    if (next?.getAttribute('aria-disabled') !== 'true') next?.click();
  }

  setInterval(step, 30);
}
