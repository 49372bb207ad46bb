/**
 * Asks the browser not to clear this site's storage when the device runs short of room. Some browsers ask the person, so this is for the moment when
 * there is something to lose, never for the opening of a page.
 *
 * @param storage null where the browser has none, such as on a page that is not secure
 * @returns whether the storage lasts now; null when the browser does not say
 */
export async function askToLast(
  storage: Pick<StorageManager, 'persist' | 'persisted'> | null,
): Promise<boolean | null> {
  try {
    return storage ? (await storage.persisted()) || (await storage.persist()) : null;
  } catch {
    return null;
  }
}
