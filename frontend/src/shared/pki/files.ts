import { fromBase64 } from '../format/base64';
import type { Attribute } from '../format/text';

/** What a key is, as far as profiles tell keys apart. */
export type KeyKind = 'RSA_2048' | 'RSA_3072' | 'RSA_4096' | 'P256' | 'P384' | 'OTHER';

type Named = {
  /** In the order in which request files write subjects: CN first, C last. */
  readonly subject: readonly Attribute[];
  readonly dnsNames: readonly string[];
  readonly key: KeyKind;
};

export type CsrContent = Named & {
  readonly type: 'csr';
  /** The request as one line. */
  readonly base64: string;
};

export type CertificateContent = Named & {
  readonly type: 'certificate';
  readonly serial: string;
  readonly emails: readonly string[];
};

/** What somebody dropped: requests and certificates in the order of the file, or why it is neither. */
export type PkiContent =
  | { readonly type: 'found'; readonly items: readonly (CsrContent | CertificateContent)[] }
  | { readonly type: 'private-key' }
  | { readonly type: 'unreadable' };

type Block = { readonly label: string; readonly der: Uint8Array };

/** Whether the file may be one of keys and certificates at all; text with tabs is not. */
export function looksLikePki(bytes: Uint8Array): boolean {
  return isDer(bytes) || ARMOUR.test(ascii(bytes)) || bareBase64(ascii(bytes)) !== undefined;
}

/**
 * Reads requests (PKCS#10) and certificates from PEM with any number of blocks, from DER, from the certificates of PKCS#7, and
 * from bare base64. Certificates of authorities, which come along in chains, are left out. A private key is not read at all.
 */
export async function readPki(bytes: Uint8Array): Promise<PkiContent> {
  const blocks = blocksOf(bytes);
  if (blocks.some(({ label }) => label.endsWith('PRIVATE KEY'))) return { type: 'private-key' };
  const { readDer } = await import('./der');
  const items = blocks.flatMap(({ der }) => readDer(der) ?? []);
  return items.length > 0 ? { type: 'found', items } : { type: 'unreadable' };
}

const ARMOUR = /-----BEGIN [A-Z0-9 ]+-----/;
const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g;

function blocksOf(bytes: Uint8Array): readonly Block[] {
  if (isDer(bytes)) return [{ label: '', der: bytes }];
  const text = ascii(bytes);
  if (!ARMOUR.test(text)) {
    const der = bareBase64(text);
    return der ? [{ label: '', der }] : [];
  }
  return [...text.matchAll(BLOCK)].flatMap(([, label = '', body = '']) => {
    // RFC 1421 headers stand before an empty line.
    const der = bytesOf(body.replace(/^[\s\S]*:[\s\S]*?\r?\n\r?\n/, ''));
    return der || label.endsWith('PRIVATE KEY') ? [{ label, der: der ?? new Uint8Array() }] : [];
  });
}

/** A SEQUENCE whose length is the file's (X.690 8.1.3), but for padding some tools leave behind it. */
function isDer(bytes: Uint8Array): boolean {
  return bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80 && (bytes[1] ?? 0) <= 0x84;
}

function bareBase64(text: string): Uint8Array | undefined {
  if (!/^\s*M[A-Za-z0-9+/\s]{60,}={0,2}\s*$/.test(text) || text.includes('\t')) return undefined;
  const der = bytesOf(text);
  return der && isDer(der) ? der : undefined;
}

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return fromBase64(base64.replace(/\s+/g, ''));
  } catch {
    return undefined;
  }
}

/** Armour is ASCII in every encoding that people save text in, but for UTF-16. */
function ascii(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'latin1').decode(bytes);
}
