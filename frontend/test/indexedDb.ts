import { vi } from 'vitest';

/** happy-dom has no database: one store in memory, as much of it as a kept key needs. */
export function provideIndexedDb(): Map<string, unknown> {
  const kept = new Map<string, unknown>();
  const answered = <T>(result: T) => {
    const request: { result: T; onsuccess?: () => void; onupgradeneeded?: () => void } = { result };
    queueMicrotask(() => {
      request.onupgradeneeded?.();
      request.onsuccess?.();
    });
    return request;
  };
  const store = {
    get: (key: string) => answered(kept.get(key)),
    put: (value: unknown, key: string) => answered(kept.set(key, value)),
    delete: (key: string) => answered(kept.delete(key)),
    getAllKeys: () => answered([...kept.keys()]),
  };
  const database = {
    createObjectStore: () => store,
    transaction: () => ({ objectStore: () => store }),
    close: () => undefined,
  };
  vi.stubGlobal('indexedDB', { open: () => answered(database) });
  return kept;
}
