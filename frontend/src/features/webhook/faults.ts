import type { Change } from './api';

export type Fault = 'description' | 'url' | 'events';

/** What is wrong with a wish before it is sent; where an address leads is the server's matter. */
export function faultsOf(wish: Change): Fault[] {
  return [
    ...(wish.description.trim() === '' ? (['description'] as const) : []),
    ...(isHttps(wish.url) ? [] : (['url'] as const)),
    ...(wish.events.length === 0 ? (['events'] as const) : []),
  ];
}

function isHttps(text: string): boolean {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' && url.username === '' && url.password === '' && url.hash === '';
  } catch {
    return false;
  }
}
