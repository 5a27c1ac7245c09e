import { toBase64 } from '../../shared/format/base64';
import type { Authority, Generation } from './api';

export type Line = { readonly name: string; readonly authorities: readonly Authority[] };

/** The authorities of each line together, the newest generation first, in the order in which the lines came to be. */
export function byLine(authorities: readonly Authority[]): Line[] {
  const lines = new Map<string, Authority[]>();
  for (const authority of authorities) lines.set(authority.line, [...(lines.get(authority.line) ?? []), authority]);
  return [...lines].map(([name, of]) => ({ name, authorities: of.sort((a, b) => b.generation - a.generation) }));
}

export function isExpired(authority: { readonly notAfter?: string | undefined }, now: number): boolean {
  return authority.notAfter !== undefined && Date.parse(authority.notAfter) < now;
}

/** The authority and all below it: what is compromised together. */
export const withAllBelow = (name: string, generations: readonly Generation[]): Generation[] =>
  allBelow(
    generations.filter((each) => each.name === name),
    generations,
    (each, above) => each.issuer === above.name && (each.state === 'ACTIVE' || each.state === 'RETIRED'),
  );

/** The same of what the public list tells: it names issuers as their certificates do. */
export const withAllBelowByName = (above: Authority, authorities: readonly Authority[]): Authority[] =>
  allBelow([above], authorities, (each, one) => each.issuerDn === one.subjectDn && each.state !== 'COMPROMISED');

function allBelow<T>(first: readonly T[], all: readonly T[], isBelow: (each: T, above: T) => boolean): T[] {
  const affected = [...first];
  for (const above of affected)
    affected.push(...all.filter((each) => !affected.includes(each) && isBelow(each, above)));
  return affected;
}

/** Those whose keys are elsewhere: nothing asks here for the status of what they issued. */
export function externalOf(authorities: readonly Authority[]): Authority[] {
  return authorities.filter((each) => each.ocspUrl === undefined);
}

/** A file of certificates as text; one that is no text becomes the base64 of its bytes, which the server reads, too. */
export async function certificatesOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  if (!text.includes('\u0000') && !text.includes('\uFFFD')) return text;
  return toBase64(bytes);
}
