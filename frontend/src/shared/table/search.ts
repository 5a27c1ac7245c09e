/** Search parameters are plain strings in the URL: readable, shareable, without quotes or JSON. */
export type RawSearch = Record<string, unknown>;

export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: RawSearch): string {
  const pairs = Object.entries(search)
    .filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '')
    .sort(([a], [b]) => a.localeCompare(b));
  return pairs.length ? `?${new URLSearchParams(pairs)}` : '';
}

export function text(raw: RawSearch, name: string, maxLength = 200): string | undefined {
  const value = raw[name];
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, maxLength) : undefined;
}

/** A value the contract knows; anything else in a URL is ignored rather than refused. */
export function oneOf<T extends string>(raw: RawSearch, name: string, values: readonly T[]): T | undefined {
  const value = raw[name];
  return values.find((known) => known === value);
}

/** A calendar day, `2026-11-22`. */
export function day(raw: RawSearch, name: string): string | undefined {
  const value = text(raw, name);
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

export function cursor(raw: RawSearch): string | undefined {
  return text(raw, 'cursor', 512);
}

/** Without the members that are undefined, so that equal filters are equal keys and equal URLs. */
export function compact<T extends Record<string, unknown>>(search: T): Partial<T> {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Partial<T>;
}
