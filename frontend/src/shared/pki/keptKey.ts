/**
 * Keeps a key of this browser between two visits of a page, so that a reload before the certificate is here loses nothing. The key lies in
 * the browser's own database, where only this site reads it, until it is forgotten.
 */
const DATABASE = 'shomei-keys';
const STORE = 'keys';

export async function keepKey(name: string, key: CryptoKeyPair): Promise<void> {
  await inStore('readwrite', (store) => store.put(key, name));
}

export async function keptKey(name: string): Promise<CryptoKeyPair | undefined> {
  return (await inStore('readonly', (store) => store.get(name))) as CryptoKeyPair | undefined;
}

export async function forgetKey(name: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(name));
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
