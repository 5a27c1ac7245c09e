import createClient, { type Middleware } from 'openapi-fetch';
import { readProblem, Unreachable } from './problems';
import type { paths } from './schema';

/** Polling must not keep an abandoned session alive. */
export const PASSIVE = { 'X-Shomei-Passive': 'true' } as const;

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

type Listener = () => void;
const listeners = new Set<Listener>();

/** Calls `listener` after every answer to a call that extended the session. */
export function onActiveCall(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const conventions: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', document.documentElement.lang || 'ja');
    if (!SAFE.has(request.method)) request.headers.set('X-Requested-With', 'shomei');
    return request;
  },
  async onResponse({ request, response }) {
    if (!response.ok) throw await readProblem(response);
    if (!request.headers.has('X-Shomei-Passive')) for (const listener of listeners) listener();
    return undefined;
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === 'AbortError' ? error : new Unreachable(error);
  },
};

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  credentials: 'same-origin',
  // Looked up at each call, so that tests can stand in for the network.
  fetch: (request) => globalThis.fetch(request),
});
api.use(conventions);

/** The body of a successful answer. Failures were thrown by the middleware. */
export async function dataOf<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

/** For a form: the same key while the same thing is sent again, so that a retry never creates it twice. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}
