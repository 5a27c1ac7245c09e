import catalogue from './messageIds.json';

/** By which ID the help desk knows a refusal, each with the problem codes that have it. */
export const MESSAGE_IDS: readonly (readonly [id: string, codes: readonly string[]])[] = Object.entries(catalogue);

/** Absent where the catalogue has none. */
export function messageIdOf(code: string): string | undefined {
  return MESSAGE_IDS.find(([, codes]) => codes.includes(code))?.[0];
}
