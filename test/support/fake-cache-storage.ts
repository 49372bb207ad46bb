/** A CacheStorage in memory, as far as `createVersionCaches` uses one. */
export function createFakeCacheStorage(): CacheStorage {
  const caches = new Map<string, Map<string, Response>>();
  const cacheOn = (entries: Map<string, Response>) => ({
    match: async (address: string) => entries.get(address)?.clone(),
    put: async (address: string, response: Response) => void entries.set(address, response),
    keys: async () => [...entries.keys()].map((url) => ({ url })),
  });
  const storage = {
    has: async (name: string) => caches.has(name),
    keys: async () => [...caches.keys()],
    delete: async (name: string) => caches.delete(name),
    async open(name: string) {
      const entries = caches.get(name) ?? new Map<string, Response>();
      caches.set(name, entries);
      return cacheOn(entries);
    },
  };
  return storage as unknown as CacheStorage;
}
