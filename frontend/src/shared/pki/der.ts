import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { toBase64 } from '../format/base64';
import type { Attribute } from '../format/text';
import type { CertificateContent, CsrContent, KeyKind } from './files';

const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
const SUBJECT_ALT_NAME = '2.5.29.17';
const BASIC_CONSTRAINTS = '2.5.29.19';
const RSA = '1.2.840.113549.1.1.1';
const EC = '1.2.840.10045.2.1';
const CURVES: Readonly<Record<string, KeyKind>> = {
  '1.2.840.10045.3.1.7': 'P256',
  '1.3.132.0.34': 'P384',
};

/** The attributes in the order in which request files have them (RFC 4519 names). */
const ATTRIBUTES: readonly (readonly [oid: string, type: string])[] = [
  ['2.5.4.3', 'CN'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.10', 'O'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.6', 'C'],
  ['1.2.840.113549.1.9.1', 'E'],
  ['2.5.4.5', 'SERIALNUMBER'],
];

/** What the bytes are: a request, a certificate, or the certificates in a PKCS#7; undefined where they are none of these. */
export function readDer(der: Uint8Array): readonly (CsrContent | CertificateContent)[] | undefined {
  // A buffer of their own: the library reads from the beginning of what it is given.
  const value = attempt(() => asn1js.fromBER(der.slice().buffer));
  if (value === undefined || value.offset === -1) return undefined;
  const schema = value.result;
  return (
    attempt(() => certificates(new pkijs.Certificate({ schema }))) ??
    attempt(() => [csr(new pkijs.CertificationRequest({ schema }), der)]) ??
    attempt(() => signedData(new pkijs.ContentInfo({ schema })))
  );
}

/** The library refuses by throwing. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function signedData(content: pkijs.ContentInfo): readonly CertificateContent[] {
  const signed = new pkijs.SignedData({ schema: content.content });
  return (signed.certificates ?? []).flatMap((one) => (one instanceof pkijs.Certificate ? certificates(one) : []));
}

function certificates(certificate: pkijs.Certificate): readonly CertificateContent[] {
  const extensions = certificate.extensions ?? [];
  const constraints = extensions.find(({ extnID }) => extnID === BASIC_CONSTRAINTS)?.parsedValue;
  if (constraints instanceof pkijs.BasicConstraints && constraints.cA) return [];
  const names = namesOf(extensions);
  return [
    {
      type: 'certificate',
      subject: attributesOf(certificate.subject),
      dnsNames: names.dns,
      emails: names.email,
      key: keyOf(certificate.subjectPublicKeyInfo),
      serial: decimal(certificate.serialNumber.valueBlock.valueHexView),
    },
  ];
}

function csr(request: pkijs.CertificationRequest, der: Uint8Array): CsrContent {
  const wanted = request.attributes?.find(({ type }) => type === EXTENSION_REQUEST)?.values[0];
  return {
    type: 'csr',
    subject: attributesOf(request.subject),
    dnsNames: wanted ? namesOf(new pkijs.Extensions({ schema: wanted }).extensions).dns : [],
    key: keyOf(request.subjectPublicKeyInfo),
    base64: toBase64(der),
  };
}

function attributesOf(name: pkijs.RelativeDistinguishedNames): readonly Attribute[] {
  const rank = (oid: string) => {
    const at = ATTRIBUTES.findIndex(([known]) => known === oid);
    return at < 0 ? ATTRIBUTES.length : at;
  };
  // Sorting is stable, so that several OU keep their order.
  return [...name.typesAndValues]
    .sort((a, b) => rank(a.type) - rank(b.type))
    .map(({ type, value }) => ({
      type: ATTRIBUTES.find(([oid]) => oid === type)?.[1] ?? type,
      value: String(value.valueBlock.value),
    }));
}

function namesOf(extensions: readonly pkijs.Extension[]): { dns: readonly string[]; email: readonly string[] } {
  const names = extensions.find(({ extnID }) => extnID === SUBJECT_ALT_NAME)?.parsedValue;
  const all = names instanceof pkijs.GeneralNames || names instanceof pkijs.AltName ? generalNames(names) : [];
  const ofType = (tag: number) => all.flatMap(({ type, value }) => (type === tag ? [String(value)] : []));
  // RFC 5280 4.2.1.6: rfc822Name is [1], dNSName [2].
  return { email: ofType(1), dns: ofType(2) };
}

function generalNames(names: pkijs.GeneralNames | pkijs.AltName): readonly pkijs.GeneralName[] {
  return names instanceof pkijs.AltName ? names.altNames : names.names;
}

function keyOf(info: pkijs.PublicKeyInfo): KeyKind {
  const { algorithmId, algorithmParams } = info.algorithm;
  if (algorithmId === EC)
    return (
      (algorithmParams instanceof asn1js.ObjectIdentifier && CURVES[algorithmParams.valueBlock.toString()]) || 'OTHER'
    );
  if (algorithmId !== RSA) return 'OTHER';
  const bits = rsaBits(info);
  return bits === 2048 || bits === 3072 || bits === 4096 ? `RSA_${bits}` : 'OTHER';
}

function rsaBits(info: pkijs.PublicKeyInfo): number {
  const key = info.parsedKey;
  if (!(key instanceof pkijs.RSAPublicKey)) return 0;
  const modulus = key.modulus.valueBlock.valueHexView;
  const first = modulus.findIndex((byte) => byte !== 0);
  if (first < 0) return 0;
  return (modulus.length - first) * 8 - Math.clz32(modulus[first] ?? 0) + 24;
}

/** Request files state serials in decimal, whatever their length. */
function decimal(bytes: Uint8Array): string {
  return bytes.reduce((value, byte) => value * 256n + BigInt(byte), 0n).toString();
}
