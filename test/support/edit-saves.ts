import type { Page } from 'playwright-core';

/** Changes every saved game on the device from outside, as a hand-edited or older save would be. */
export async function editSaves(page: Page, path: readonly (string | number)[], value: unknown): Promise<void> {
  await page.evaluate(
    async ([keys, replacement]) => {
      const [{ name }] = await indexedDB.databases();
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name as string);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction('games', 'readwrite');
      const games = transaction.objectStore('games');
      const all = await new Promise<unknown[]>((resolve) => {
        const request = games.getAll();
        request.onsuccess = () => resolve(request.result);
      });
      for (const save of all) {
        let part = save as Record<string | number, unknown>;
        for (const key of keys.slice(0, -1)) part = part[key] as typeof part;
        part[keys[keys.length - 1]] = replacement;
        games.put(save);
      }
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      database.close();
    },
    [path, value] as const,
  );
}
