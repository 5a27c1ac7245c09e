import * as asn1js from 'asn1js';
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs';
import type { Schema } from '../../api/types';
import { fromBase64 } from '../format/base64';
import { OID } from './keyFileOids';

/** As the platform has it: a password that somebody chose is easier to guess than one that was drawn. */
const ITERATIONS = { drawn: 2_048, chosen: 100_000 } as const;
const CIPHER = { name: 'AES-CBC', length: 256 } as const;

export type KeyFileParts = {
  readonly privateKey: CryptoKey;
  /** In PEM. */
  readonly certificate: string;
  /** From the issuer to the root, each in PEM. */
  readonly chain: readonly string[];
  /** What a list of certificates shows. */
  readonly friendlyName: string;
  readonly password: string;
  readonly passwordIs: 'drawn' | 'chosen';
  /** By which system the file is to be read (F-05). */
  readonly profile: Schema<'P12Profile'>;
};

type Contents = {
  readonly certificates: SafeContents;
  readonly key: ArrayBuffer;
  readonly attributes: Attribute[];
  readonly password: string;
  readonly iterations: number;
};

/** A PKCS#12 file (RFC 7292) under AES-256, or as old systems read it; opened again before it is handed out. */
export async function makeKeyFile(parts: KeyFileParts): Promise<Uint8Array<ArrayBuffer>> {
  const leaf = certificateOf(parts.certificate);
  const attributes = await bagAttributes(parts.friendlyName, leaf);
  const contents: Contents = {
    certificates: new SafeContents({
      safeBags: [leaf, ...parts.chain.map(certificateOf)].map(
        (certificate, index) =>
          new SafeBag({
            bagId: OID.certificateBag,
            bagValue: new CertBag({ parsedValue: certificate }),
            ...(index === 0 && { bagAttributes: attributes }),
          }),
      ),
    }),
    key: await crypto.subtle.exportKey('pkcs8', parts.privateKey),
    attributes,
    password: parts.password,
    iterations: ITERATIONS[parts.passwordIs],
  };
  return parts.profile === 'compat' ? compat(contents) : modern(contents);
}

/** Loaded when it is asked for: the cipher is not one of the browser's own. */
async function compat({ certificates, key, attributes, password, iterations }: Contents) {
  const { openCompat, sealCompat } = await import('./compatKeyFile');
  const written = sealCompat({
    certificates: certificates.toSchema().toBER(false),
    key,
    keyAttributes: attributes.map((attribute) => attribute.toSchema()),
    password,
    iterations,
  });
  requireSame(openCompat(written, password), key);
  return written;
}

async function modern({ certificates, key, attributes, password, iterations }: Contents) {
  const typed = new TextEncoder().encode(password).buffer;
  const protection = {
    password: typed,
    contentEncryptionAlgorithm: CIPHER as unknown as AesCbcParams & AesDerivedKeyParams,
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: iterations,
  };
  const keyBag = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(key) });
  await keyBag.makeInternalValues(protection);
  const file = new PFX({
    parsedValue: {
      integrityMode: 0,
      authenticatedSafe: new AuthenticatedSafe({
        parsedValue: {
          safeContents: [
            { privacyMode: 1, value: certificates },
            {
              privacyMode: 0,
              value: new SafeContents({
                safeBags: [new SafeBag({ bagId: OID.keyBag, bagValue: keyBag, bagAttributes: attributes })],
              }),
            },
          ],
        },
      }),
    },
  });
  const safe = file.parsedValue?.authenticatedSafe;
  if (!safe) throw new Error('no contents');
  await safe.makeInternalValues({ safeContents: [protection, {}] });
  await file.makeInternalValues({
    password: typed,
    iterations,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  });
  const written = new Uint8Array(file.toSchema().toBER(false));
  requireSame(await openModern(written, typed), key);
  return written;
}

/** The name people see, and what ties the key to its certificate (RFC 7292 4.2). */
async function bagAttributes(friendlyName: string, leaf: Certificate): Promise<Attribute[]> {
  const digest = await crypto.subtle.digest('SHA-1', leaf.toSchema().toBER(false));
  return [
    new Attribute({ type: OID.friendlyName, values: [new asn1js.BmpString({ value: friendlyName })] }),
    new Attribute({ type: OID.localKeyId, values: [new asn1js.OctetString({ valueHex: digest })] }),
  ];
}

async function openModern(file: Uint8Array<ArrayBuffer>, password: ArrayBuffer): Promise<ArrayBuffer> {
  const read = PFX.fromBER(file);
  await read.parseInternalValues({ password, checkIntegrity: true });
  const safe = read.parsedValue?.authenticatedSafe;
  await safe?.parseInternalValues({ safeContents: [{ password }, {}] });
  const contents = safe?.parsedValue.safeContents as { value: SafeContents }[] | undefined;
  const bag = contents?.[1]?.value.safeBags[0]?.bagValue as PKCS8ShroudedKeyBag | undefined;
  await (bag as unknown as { parseInternalValues(p: { password: ArrayBuffer }): Promise<void> }).parseInternalValues({
    password,
  });
  return bag?.parsedValue?.toSchema().toBER(false) ?? new ArrayBuffer(0);
}

/** The person who cannot open the file has no second copy of the key. */
function requireSame(read: ArrayBuffer, written: ArrayBuffer): void {
  const opened = new Uint8Array(read);
  const key = new Uint8Array(written);
  if (opened.length !== key.length || opened.some((octet, index) => octet !== key[index])) {
    throw new Error('the key file does not hold what was written');
  }
}

function certificateOf(pem: string): Certificate {
  return Certificate.fromBER(fromBase64(pem.replace(/-----[A-Z ]+-----/g, '')));
}
