import * as asn1js from 'asn1js';
import { AttributeTypeAndValue, CertificationRequest } from 'pkijs';
import { asPem } from '../format/pem';

/** Kinds of key that browsers make. */
export type BrowserKeyKind = 'RSA_2048' | 'RSA_3072' | 'RSA_4096' | 'P256' | 'P384';

const ALGORITHMS: Record<BrowserKeyKind, RsaHashedKeyGenParams | EcKeyGenParams> = {
  RSA_2048: rsa(2048),
  RSA_3072: rsa(3072),
  RSA_4096: rsa(4096),
  P256: { name: 'ECDSA', namedCurve: 'P-256' },
  P384: { name: 'ECDSA', namedCurve: 'P-384' },
};

function rsa(modulusLength: number): RsaHashedKeyGenParams {
  return {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  };
}

/** The first of these kinds that a browser can make. */
export function makeable(kinds: readonly string[]): BrowserKeyKind | undefined {
  return kinds.find((kind): kind is BrowserKeyKind => kind in ALGORITHMS);
}

/** A key that this device alone has. It can be exported, because the key file holds it. */
export async function makeKey(kind: BrowserKeyKind): Promise<CryptoKeyPair> {
  return (await crypto.subtle.generateKey(ALGORITHMS[kind], true, ['sign', 'verify'])) as CryptoKeyPair;
}

/** A certificate request in PEM, which proves that the private key is here (RFC 2986). Whoever certifies knows the full name. */
export async function makeRequest(key: CryptoKeyPair, commonName: string): Promise<string> {
  const request = new CertificationRequest();
  request.subject.typesAndValues.push(
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: commonName }) }),
  );
  await request.subjectPublicKeyInfo.importKey(key.publicKey);
  const curve = (key.publicKey.algorithm as EcKeyAlgorithm).namedCurve;
  await request.sign(key.privateKey, curve === 'P-384' ? 'SHA-384' : 'SHA-256');
  return asPem(new Uint8Array(request.toSchema(true).toBER(false)));
}
