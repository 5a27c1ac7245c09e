import * as asn1js from 'asn1js';
import forge from 'node-forge';
import { PFX, type PKCS8ShroudedKeyBag, SafeContents } from 'pkijs';
import { OID } from './keyFileOids';

/** RFC 7292 appendix B.3: what a derived octet is for. */
const FOR = { key: 1, iv: 2, mac: 3 } as const;
const SALT = 8;

export type Sealable = {
  /** SafeContents with the certificates. */
  readonly certificates: ArrayBuffer;
  /** PKCS#8. */
  readonly key: ArrayBuffer;
  readonly keyAttributes: readonly asn1js.Sequence[];
  readonly password: string;
  readonly iterations: number;
};

/**
 * A PKCS#12 file under pbeWithSHAAnd3-KeyTripleDES-CBC with an HMAC of SHA-1 (RFC 7292 appendix C), for systems that read nothing else:
 * browsers have no 3DES of their own.
 */
export function sealCompat({
  certificates,
  key,
  keyAttributes,
  password,
  iterations,
}: Sealable): Uint8Array<ArrayBuffer> {
  const seal = (plain: ArrayBuffer) => {
    const salt = forge.random.getBytesSync(SALT);
    return { algorithm: algorithm(salt, iterations), content: encrypted(plain, password, salt, iterations) };
  };
  const shrouded = seal(key);
  const bag = sequence(
    oid(OID.keyBag),
    explicit(sequence(shrouded.algorithm, octets(shrouded.content))),
    new asn1js.Set({ value: [...keyAttributes] }),
  );
  const sealed = seal(certificates);
  const safe = sequence(
    sequence(oid(OID.encryptedData), explicit(encryptedData(sealed.algorithm, sealed.content))),
    sequence(oid(OID.data), explicit(octets(sequence(bag).toBER(false)))),
  ).toBER(false);
  const salt = forge.random.getBytesSync(SALT);
  const mac = macOf(safe, password, salt, iterations);
  const file = sequence(
    new asn1js.Integer({ value: 3 }),
    sequence(oid(OID.data), explicit(octets(safe))),
    sequence(
      sequence(sequence(oid(OID.sha1), new asn1js.Null()), octets(bytes(mac))),
      octets(bytes(salt)),
      new asn1js.Integer({ value: iterations }),
    ),
  );
  return new Uint8Array(file.toBER(false));
}

/** The PKCS#8 key of such a file, read by another reader than the one that wrote it. */
export function openCompat(file: Uint8Array<ArrayBuffer>, password: string): ArrayBuffer {
  const read = PFX.fromBER(file);
  const safe = read.authSafe.content.getValue() as ArrayBuffer;
  const mac = read.macData;
  if (!mac) throw new Error('no integrity');
  const expected = macOf(safe, password, text(mac.macSalt.getValue()), mac.iterations ?? 1);
  if (expected !== text(mac.mac.digest.getValue())) throw new Error('the password does not open the key file');
  const contents = asn1js.fromBER(safe).result as asn1js.Sequence;
  const last = contents.valueBlock.value[1] as asn1js.Sequence;
  const wrapped = last.valueBlock.value[1] as asn1js.Constructed;
  const bags = SafeContents.fromBER((wrapped.valueBlock.value[0] as asn1js.OctetString).getValue());
  const bag = bags.safeBags[0]?.bagValue as PKCS8ShroudedKeyBag;
  const parameters = bag.encryptionAlgorithm.algorithmParams as asn1js.Sequence;
  const [salt, iterations] = parameters.valueBlock.value as [asn1js.OctetString, asn1js.Integer];
  const plain = decrypted(
    bag.encryptedData.getValue(),
    password,
    text(salt.getValue()),
    iterations.valueBlock.valueDec,
  );
  return plain;
}

function encrypted(plain: ArrayBuffer, password: string, salt: string, iterations: number): ArrayBuffer {
  const cipher = forge.cipher.createCipher('3DES-CBC', derive(password, salt, FOR.key, iterations, 24));
  cipher.start({ iv: derive(password, salt, FOR.iv, iterations, 8).getBytes() });
  cipher.update(forge.util.createBuffer(plain));
  if (!cipher.finish()) throw new Error('not encrypted');
  return bytes(cipher.output.getBytes());
}

function decrypted(sealed: ArrayBuffer, password: string, salt: string, iterations: number): ArrayBuffer {
  const cipher = forge.cipher.createDecipher('3DES-CBC', derive(password, salt, FOR.key, iterations, 24));
  cipher.start({ iv: derive(password, salt, FOR.iv, iterations, 8).getBytes() });
  cipher.update(forge.util.createBuffer(sealed));
  if (!cipher.finish()) throw new Error('the password does not open the key');
  return bytes(cipher.output.getBytes());
}

function macOf(content: ArrayBuffer, password: string, salt: string, iterations: number): string {
  const hmac = forge.hmac.create();
  hmac.start('sha1', derive(password, salt, FOR.mac, iterations, 20));
  hmac.update(text(content));
  return hmac.digest().getBytes();
}

function derive(
  password: string,
  salt: string,
  purpose: (typeof FOR)[keyof typeof FOR],
  iterations: number,
  length: number,
) {
  return forge.pkcs12.generateKey(password, forge.util.createBuffer(salt), purpose, iterations, length);
}

function algorithm(salt: string, iterations: number): asn1js.Sequence {
  return sequence(oid(OID.pbeSha1TripleDes), sequence(octets(bytes(salt)), new asn1js.Integer({ value: iterations })));
}

function encryptedData(by: asn1js.Sequence, content: ArrayBuffer): asn1js.Sequence {
  return sequence(
    new asn1js.Integer({ value: 0 }),
    sequence(oid(OID.data), by, new asn1js.Primitive({ idBlock: { tagClass: 3, tagNumber: 0 }, valueHex: content })),
  );
}

const sequence = (...value: asn1js.AsnType[]) => new asn1js.Sequence({ value });
const explicit = (value: asn1js.AsnType) =>
  new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [value] });
const oid = (value: string) => new asn1js.ObjectIdentifier({ value });
const octets = (valueHex: ArrayBuffer) => new asn1js.OctetString({ valueHex });

/** The library has octets as characters. */
const bytes = (characters: string) => Uint8Array.from(characters, (octet) => octet.charCodeAt(0)).buffer;
const text = (octets: ArrayBuffer) => forge.util.createBuffer(octets).getBytes();
