import { expect } from 'vitest';
import type { Catalogue } from '../../src/scenarios/catalogue.ts';
import { openDeviceStorage } from '../../src/storage/device-storage.ts';
import type { GameStorage } from '../../src/storage/game-storage.ts';
import type { NewGame } from '../../src/store/commands.ts';
import { createClientele } from '../../src/store/create-clientele.ts';
import type { DevicePage } from '../../src/store/device.ts';
import type { GameState } from '../../src/store/state.ts';
import { createEngineClient } from '../../src/worker/client.ts';
import type { DebriefPool } from '../../src/worker/debrief-pool.ts';
import { createFakeDebriefPool } from './fake-debrief-pool.ts';
import { createFakeEngineWorker, type FakeEngineFaults, fakeCatalogue } from './fake-engine.ts';
import type { FakeWorker } from './fake-worker.ts';

export type TabOptions = {
  /** Tabs of one device see the same saved games (needs `fake-indexeddb/auto`). */
  readonly device?: string;
  readonly faults?: FakeEngineFaults;
  readonly catalogue?: Catalogue;
  readonly openStorage?: () => Promise<GameStorage>;
  readonly autosaveDelay?: number;
  /** One that answers at once when absent. */
  readonly debriefPool?: DebriefPool;
  readonly askToLast?: () => Promise<unknown>;
  readonly now?: () => Date;
  readonly devicePage?: DevicePage;
  /** The fake engine when absent. */
  readonly makeWorker?: () => FakeWorker;
};

export type Tab = ReturnType<typeof openTab>;

const open = new Set<() => void>();
let devices = 0;

/** A page with a store. */
export function openTab(options: TabOptions = {}) {
  const { device = newDevice(), faults = {}, catalogue, autosaveDelay = 5 } = options;
  const makeWorker = options.makeWorker ?? (() => createFakeEngineWorker(faults));
  const workers: FakeWorker[] = [];
  let duringNextWrite = () => {};
  let killed = false;
  const clientele = createClientele({
    catalogue: catalogue ?? fakeCatalogue(),
    openStorage:
      options.openStorage ??
      (async () => {
        const real = await openDeviceStorage({ databaseName: device });
        // What is issued after the kill never reaches the device.
        return {
          ...real,
          write(...given) {
            if (killed) return new Promise(() => {});
            const written = real.write(...given);
            queueMicrotask(duringNextWrite);
            duringNextWrite = () => {};
            return written;
          },
        };
      }),
    client: createEngineClient(
      () => {
        const worker = makeWorker();
        workers.push(worker);
        return worker;
      },
      { cancelPatience: 200, quietPatience: 200, pulsePatience: 1_500 },
    ),
    debriefPool: options.debriefPool ?? createFakeDebriefPool(),
    devicePage: options.devicePage,
    askToLast: options.askToLast ?? (async () => null),
    now: options.now ?? (() => new Date()),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    autosaveDelay,
  });
  open.add(clientele.dispose);
  return {
    clientele,
    store: clientele.store,
    commands: clientele.commands,
    faults,
    /** The worker in use. */
    worker: () => workers[workers.length - 1],
    notices: () => clientele.store.getState().notices.map(({ code }) => code),
    kill() {
      killed = true;
    },
    /** Does this while the next write to the device is under way. */
    onNextWrite(action: () => void) {
      duringNextWrite = action;
    },
  };
}

/** A tab with a game just begun. */
export async function startedTab(newGame: Partial<NewGame> = {}, options: TabOptions = {}) {
  const device = options.device ?? newDevice();
  const tab = openTab({ ...options, device, faults: options.faults ?? {} });
  const id = await tab.commands.startGame({ scenarioId: 'harbour', ...newGame });
  if (id === null) throw new Error('the game did not start');
  const game = (): GameState => {
    const now = tab.store.getState().game;
    if (!now) throw new Error('no game is open');
    return now;
  };
  return { tab, id, game, device, faults: tab.faults };
}

export async function playWholeGame(tab: Tab): Promise<void> {
  while (tab.store.getState().game?.status === 'deciding') expect(await tab.commands.submitRound()).toBe(true);
}

/** To be called after each test: channels that stay open keep the process alive. */
export function closeTabs(): void {
  for (const dispose of open) dispose();
  open.clear();
}

function newDevice(): string {
  devices++;
  return `device-${devices}`;
}
