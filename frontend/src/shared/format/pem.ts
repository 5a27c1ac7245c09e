import { toBase64 } from './base64';

/** A PEM file as text; a binary one becomes PEM with the label that its first bytes speak for. */
export async function pemOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  if (!text.includes('\u0000') && !text.includes('\uFFFD')) return text.trim();
  return asPem(bytes);
}

/** DER of a certificate or a CSR begins with a sequence in which the next one stands first: of a certificate it holds a version in [0]. */
export function asPem(der: Uint8Array): string {
  const label = labelOf(der);
  return `-----BEGIN ${label}-----\n${toBase64(der).replace(/(.{64})(?=.)/g, '$1\n')}\n-----END ${label}-----`;
}

function labelOf(der: Uint8Array): 'CERTIFICATE' | 'CERTIFICATE REQUEST' | 'PUBLIC KEY' {
  const inner = contentAt(der, 0);
  const first = contentAt(der, inner);
  // SubjectPublicKeyInfo: a sequence whose first member is an algorithm, which begins with an object identifier.
  if (der[first] === 0x06) return 'PUBLIC KEY';
  return der[first] === 0xa0 ? 'CERTIFICATE' : 'CERTIFICATE REQUEST';
}

/** Where the content of the element at a place begins (X.690 8.1.3). */
function contentAt(der: Uint8Array, at: number): number {
  const length = der[at + 1] ?? 0;
  return at + 2 + (length > 0x80 ? length - 0x80 : 0);
}
