import createClient, { type Middleware } from 'openapi-fetch';
import { takeAction } from './activity';
import { readProblem, Unreachable } from './problems';
import type { paths } from './schema';

/** Polling must not keep an abandoned session alive. */
export const PASSIVE = { 'X-Shomei-Passive': 'true' } as const;

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const conventions: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', document.documentElement.lang || 'ja');
    if (!SAFE.has(request.method)) request.headers.set('X-Requested-With', 'shomei');
    // What nobody's action caused is passive, whether or not whoever calls has thought of it.
    if (!request.headers.has('X-Shomei-Passive') && !takeAction()) request.headers.set('X-Shomei-Passive', 'true');
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await readProblem(response);
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
