/** How long a worker may keep silent. Browsers may end one without an event. */
export type Patience = {
  /** Milliseconds without a word from a worker that has work, after which it is asked for a sign of life. */
  readonly quietPatience?: number;
  /** Milliseconds that it then has to give one before it counts as dead. */
  readonly pulsePatience?: number;
};

export type Pulse = {
  /** A word came from the worker. */
  heard(): void;
  /** There is work from now on, until `hasWork` says otherwise. */
  watch(): void;
  stop(): void;
};

/**
 * As long as there is work, asks a worker that says nothing for a while whether it lives.
 *
 * @param onSilence it gave no sign of life
 */
export function createPulse(
  { hasWork, ask, onSilence }: { hasWork(): boolean; ask(): void; onSilence(): void },
  { quietPatience = 2_000, pulsePatience = 6_000 }: Patience,
): Pulse {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastHeard = 0;

  function watch(): void {
    clearTimeout(timer);
    const since = performance.now();
    timer = setTimeout(() => {
      if (!hasWork()) return;
      if (lastHeard >= since) return watch();
      ask();
      awaitSign();
    }, quietPatience);
  }

  function awaitSign(): void {
    const since = performance.now();
    timer = setTimeout(() => {
      if (!hasWork()) return;
      if (lastHeard >= since) return watch();
      if (overslept(since, pulsePatience)) return awaitSign();
      onSilence();
    }, pulsePatience);
  }

  return {
    heard() {
      lastHeard = performance.now();
    },
    watch,
    stop: () => clearTimeout(timer),
  };
}

/** Whether a timer came so late that the device must have slept: the worker gets its time again. */
export function overslept(since: number, patience: number): boolean {
  return performance.now() - since > 2 * patience;
}
