import type { ErasablePage, LeftOver } from '../storage/erase-device.ts';
import type { StorageProblem, StorageResult } from '../storage/storage-result.ts';

/** What is asked of a device as a whole. Loaded when it is first wanted. */
export type DeviceCommands = {
  /** What is stored on this device. */
  survey(): Promise<DeviceSurvey>;
  /** All games, classes and preferences as one file. */
  exportEverything(): Promise<StorageResult<{ readonly fileName: string; readonly text: string }>>;
  /** Adds what is in such a file and not on this device; nothing is written over. */
  importEverything(text: string): Promise<StorageResult<DeviceImport>>;
  /** Deletes everything that the game has stored in this browser, and leaves the game that is open. @returns what could not be deleted */
  eraseEverything(): Promise<readonly LeftOver[]>;
};

export type DeviceSurvey = {
  readonly games: number;
  readonly classes: number;
  /** Of all that this site stores; null when the browser does not say. */
  readonly bytes: number | null;
  /** Whether the browser has promised not to clear it by itself; null when it does not say. */
  readonly lasts: boolean | null;
};

export type DeviceImport = {
  readonly games: number;
  readonly classes: number;
  /** Games and classes that were here already. */
  readonly known: number;
  /** Games that cannot be read, each with the reason. */
  readonly refused: readonly StorageProblem['code'][];
};

/** The page's parts that hold what is stored. */
export type DevicePage = ErasablePage & {
  /** The browser's local storage; null where it allows none. */
  readonly shelf: Storage | null;
  readonly storage: Pick<StorageManager, 'estimate' | 'persisted'> | null;
};
