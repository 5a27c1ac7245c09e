import type { Page } from 'playwright-core';

export type Answer = {
  readonly etag: string;
  readonly octets: Buffer;
  // biome-ignore lint/suspicious/noExplicitAny: A journey knows what it asked for.
  readonly json: () => any;
};

/** What a page would ask the server, with its session and its certificate: for what a journey needs, but is not about. */
export async function ask(
  page: Page,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { ok, etag, octets } = await page.evaluate(
    async ({ method, path, headers, text }) => {
      const response = await fetch(path, {
        method,
        headers: { 'X-Requested-With': 'shomei', ...(text && { 'Content-Type': 'application/json' }), ...headers },
        ...(text && { body: text }),
      });
      const octets = [...new Uint8Array(await response.arrayBuffer())];
      return { ok: response.ok, etag: response.headers.get('ETag') ?? '', octets };
    },
    { method, path, headers, text: body === undefined ? undefined : JSON.stringify(body) },
  );
  const answer = Buffer.from(octets);
  if (!ok) throw new Error(`${method} ${path}: ${answer}`);
  return { etag, octets: answer, json: () => JSON.parse(answer.toString()) };
}
