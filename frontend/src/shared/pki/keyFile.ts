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
import { fromBase64 } from '../format/base64';

/** As the platform has it: a password that somebody chose is easier to guess than one that was drawn. */
const ITERATIONS = { drawn: 2_048, chosen: 100_000 } as const;
const CIPHER = { name: 'AES-CBC', length: 256 } as const;
const OID = {
  keyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
} as const;

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
};

/** A PKCS#12 file (RFC 7292) under AES-256, opened again before it is handed out. */
export async function makeKeyFile(parts: KeyFileParts): Promise<Uint8Array<ArrayBuffer>> {
  const password = new TextEncoder().encode(parts.password).buffer;
  const iterations = ITERATIONS[parts.passwordIs];
  const protection = {
    password,
    contentEncryptionAlgorithm: CIPHER as unknown as AesCbcParams & AesDerivedKeyParams,
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: iterations,
  };
  const key = await crypto.subtle.exportKey('pkcs8', parts.privateKey);
  const leaf = certificateOf(parts.certificate);
  const attributes = await bagAttributes(parts.friendlyName, leaf);
  const keyBag = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(key) });
  await keyBag.makeInternalValues(protection);
  const file = new PFX({
    parsedValue: {
      integrityMode: 0,
      authenticatedSafe: new AuthenticatedSafe({
        parsedValue: {
          safeContents: [
            {
              privacyMode: 1,
              value: new SafeContents({
                safeBags: [leaf, ...parts.chain.map(certificateOf)].map(
                  (certificate, index) =>
                    new SafeBag({
                      bagId: OID.certificateBag,
                      bagValue: new CertBag({ parsedValue: certificate }),
                      ...(index === 0 && { bagAttributes: attributes }),
                    }),
                ),
              }),
            },
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
    password,
    iterations,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  });
  const written = new Uint8Array(file.toSchema().toBER(false));
  await reopen(written, password, new Uint8Array(key));
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

/** The person who cannot open the file has no second copy of the key. */
async function reopen(file: Uint8Array<ArrayBuffer>, password: ArrayBuffer, key: Uint8Array): Promise<void> {
  const read = PFX.fromBER(file);
  await read.parseInternalValues({ password, checkIntegrity: true });
  const safe = read.parsedValue?.authenticatedSafe;
  await safe?.parseInternalValues({ safeContents: [{ password }, {}] });
  const contents = safe?.parsedValue.safeContents as { value: SafeContents }[] | undefined;
  const bag = contents?.[1]?.value.safeBags[0]?.bagValue as PKCS8ShroudedKeyBag | undefined;
  await (bag as unknown as { parseInternalValues(p: { password: ArrayBuffer }): Promise<void> }).parseInternalValues({
    password,
  });
  const opened = new Uint8Array(bag?.parsedValue?.toSchema().toBER(false) ?? new ArrayBuffer(0));
  if (opened.length !== key.length || opened.some((octet, index) => octet !== key[index])) {
    throw new Error('the key file does not hold what was written');
  }
}

function certificateOf(pem: string): Certificate {
  return Certificate.fromBER(fromBase64(pem.replace(/-----[A-Z ]+-----/g, '')));
}
