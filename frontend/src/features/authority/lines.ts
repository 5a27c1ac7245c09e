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
export function withAllBelow(name: string, generations: readonly Generation[]): Generation[] {
  const affected = generations.filter((each) => each.name === name);
  for (const above of affected)
    affected.push(
      ...generations.filter(
        (each) =>
          each.issuer === above.name &&
          each.name !== above.name &&
          !affected.includes(each) &&
          (each.state === 'ACTIVE' || each.state === 'RETIRED'),
      ),
    );
  return affected;
}

/** Those whose keys are elsewhere: nothing asks here for the status of what they issued. */
export function externalOf(authorities: readonly Authority[]): Authority[] {
  return authorities.filter((each) => each.ocspUrl === undefined);
}

/** As `withAllBelow`, of what the public list tells: it names issuers as their certificates do. */
export function withAllBelowByName(above: Authority, authorities: readonly Authority[]): Authority[] {
  const affected = [above];
  for (const { subjectDn } of affected)
    affected.push(
      ...authorities.filter(
        (each) => each.issuerDn === subjectDn && !affected.includes(each) && each.state !== 'COMPROMISED',
      ),
    );
  return affected;
}

/** A file of certificates as text; one that is no text becomes the base64 of its bytes, which the server reads, too. */
export async function certificatesOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  if (!text.includes('\u0000') && !text.includes('\uFFFD')) return text;
  return toBase64(bytes);
}
