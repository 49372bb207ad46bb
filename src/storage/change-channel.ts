import type { GameChange } from './game-storage.ts';

export type ChangeChannel = {
  /** Tells the other tabs, not this one. */
  tell(change: GameChange): void;
  listen(listener: (change: GameChange) => void): () => void;
  close(): void;
};

/** Tells the tabs of this browser about each other's writes; silent where the browser has no BroadcastChannel. */
export function createChangeChannel(name: string): ChangeChannel {
  const listeners = new Set<(change: GameChange) => void>();
  const channel = openChannel(name);
  if (channel) {
    channel.onmessage = (event: MessageEvent<unknown>) => {
      if (isGameChange(event.data)) for (const listener of listeners) listener(event.data);
    };
  }
  return {
    tell: (change) => channel?.postMessage(change),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => channel?.close(),
  };
}

function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    // None here, or not allowed in this frame: then a tab learns of the others when it next writes.
    return null;
  }
}

/** Other tabs may run another version of the app. */
function isGameChange(given: unknown): given is GameChange {
  if (typeof given !== 'object' || given === null || !('id' in given) || !('revision' in given)) return false;
  return typeof given.id === 'string' && (given.revision === null || typeof given.revision === 'number');
}
