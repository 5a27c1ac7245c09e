/**
 * Keeps a key of this browser between two visits of a page, so that a reload before its file is in use loses nothing. The key lies in the
 * browser's own database, where only this site reads it, until it is forgotten.
 */
const DATABASE = 'shomei-keys';
const STORE = 'keys';
/** A key that nobody came back for is not left behind: who acquires at one entrance and logs in at the other does not pass here again. */
const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;

export type KeptKey = {
  readonly pair: CryptoKeyPair;
  /** Serial number of the certificate that it got, as far as this page heard of it. */
  readonly serial?: string;
  readonly since: number;
};

export async function keepKey(name: string, pair: CryptoKeyPair, serial?: string): Promise<void> {
  const kept: KeptKey = { pair, since: Date.now(), ...(serial && { serial }) };
  await inStore('readwrite', (store) => store.put(kept, name));
}

export async function keptKey(name: string): Promise<KeptKey | undefined> {
  return (await inStore('readonly', (store) => store.get(name))) as KeptKey | undefined;
}

export async function forgetKey(name: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(name));
}

/** What was kept for a week serves nobody any more. */
export async function forgetOldKeys(now: number): Promise<void> {
  for (const name of await inStore('readonly', (store) => store.getAllKeys())) {
    const kept = await keptKey(String(name));
    if (kept && now - kept.since > KEPT_FOR) await forgetKey(String(name));
  }
}

function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const request = work(database.transaction(STORE, mode).objectStore(STORE));
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        resolve(request.result);
        database.close();
      };
    };
  });
}
