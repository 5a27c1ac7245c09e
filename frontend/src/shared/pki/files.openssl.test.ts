import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Workshop } from '../../../test/openssl';
import { type CertificateContent, type CsrContent, looksLikePki, type PkiContent, readPki } from './files';

const shop = new Workshop();
const SUBJECT = ['-subj', '/C=JP/ST=Tokyo/L=Chiyoda-ku/O=Shomei, Inc./CN=www.shomei.ac.jp'];
const EC = (curve: string) => ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${curve}`];
const TEXT_OF_SUBJECT = 'CN=www.shomei.ac.jp,O=Shomei, Inc.,L=Chiyoda-ku,ST=Tokyo,C=JP';

beforeAll(() => {
  const request = (out: string, key: readonly string[], ...more: string[]) =>
    shop.openssl('req', '-new', ...key, '-nodes', '-keyout', 'server.key', '-out', out, ...SUBJECT, ...more);
  request('rsa.csr', ['-newkey', 'rsa:2048']);
  request('p384.csr', EC('P-384'), '-addext', 'subjectAltName=DNS:www.shomei.ac.jp,DNS:www2.shomei.ac.jp');
  request('p256.der', EC('P-256'), '-outform', 'DER');
  request('p521.csr', EC('P-521'));
  const certificate = (out: string, ...more: string[]) =>
    shop.openssl('req', '-x509', ...EC('P-256'), '-nodes', '-keyout', 'other.key', '-out', out, ...SUBJECT, ...more);
  certificate('old.pem', '-set_serial', '0xF234567890ABCDEF01', '-addext', 'basicConstraints=critical,CA:FALSE');
  certificate(
    ...(['mail.pem', '-set_serial', '7', '-addext', 'basicConstraints=critical,CA:FALSE'] as const),
    ...(['-addext', 'subjectAltName=email:hanako@shomei.ac.jp'] as const),
  );
  certificate('ca.pem', '-addext', 'basicConstraints=critical,CA:TRUE');
  shop.openssl('x509', '-in', 'old.pem', '-outform', 'DER', '-out', 'old.der');
  shop.shell('cat old.pem ca.pem mail.pem > chain.pem');
  shop.shell('openssl crl2pkcs7 -nocrl -certfile chain.pem -out chain.p7b');
  shop.shell('openssl crl2pkcs7 -nocrl -certfile chain.pem -outform DER -out chain.der.p7b');
  shop.shell('cat rsa.csr server.key > with-key.pem');
  shop.shell("grep -v -- '-----' p384.csr | tr -d '\\r\\n' > one-line.txt");
});
afterAll(() => shop.close());

const read = (name: string): Promise<PkiContent> => readPki(shop.read(name));

async function only<T extends 'csr' | 'certificate'>(name: string, type: T) {
  const content = await read(name);
  const items = content.type === 'found' ? content.items : [];
  expect(items.map((item) => item.type)).toEqual([type]);
  return items[0] as T extends 'csr' ? CsrContent : CertificateContent;
}

const textOf = (content: { readonly subject: CsrContent['subject'] }) =>
  content.subject.map(({ type, value }) => `${type}=${value}`).join(',');

it('requests made by OpenSSL give subject, key and names, in PEM, DER and as one line', async () => {
  const rsa = await only('rsa.csr', 'csr');
  expect([textOf(rsa), rsa.key, rsa.dnsNames]).toEqual([TEXT_OF_SUBJECT, 'RSA_2048', []]);
  expect(rsa.base64).toBe(shop.shell("grep -v -- '-----' rsa.csr | tr -d '\\r\\n'"));
  const p384 = await only('p384.csr', 'csr');
  expect([p384.key, p384.dnsNames]).toEqual(['P384', ['www.shomei.ac.jp', 'www2.shomei.ac.jp']]);
  expect(await only('one-line.txt', 'csr')).toEqual(p384);
  expect((await only('p256.der', 'csr')).key).toBe('P256');
  expect((await only('p521.csr', 'csr')).key).toBe('OTHER');
});

it('certificates give their serial number in decimal, without leading bit or length limit', async () => {
  const old = await only('old.pem', 'certificate');
  expect([textOf(old), old.serial, old.key]).toEqual([TEXT_OF_SUBJECT, String(0xf234567890abcdef01n), 'P256']);
  expect(await only('old.der', 'certificate')).toEqual(old);
  expect((await only('mail.pem', 'certificate')).emails).toEqual(['hanako@shomei.ac.jp']);
});

it('of a chain, in PEM or PKCS#7, the certificates of authorities are left out', async () => {
  for (const name of ['chain.pem', 'chain.p7b', 'chain.der.p7b']) {
    const content = await read(name);
    const serials = content.type === 'found' ? content.items.map((item) => 'serial' in item && item.serial) : [];
    expect(serials.sort(), name).toEqual([String(0xf234567890abcdef01n), '7'].sort());
  }
});

it('a private key is recognised and nothing of the file is taken', async () => {
  expect(await read('with-key.pem')).toEqual({ type: 'private-key' });
  expect(await read('server.key')).toEqual({ type: 'private-key' });
});

it('a file with tabs is not taken for keys or certificates', () => {
  expect(
    looksLikePki(new TextEncoder().encode('CN=a\t3\t\t\t\t\tMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\t\r\n')),
  ).toBe(false);
  expect(looksLikePki(shop.read('rsa.csr'))).toBe(true);
  expect(looksLikePki(shop.read('old.der'))).toBe(true);
  expect(looksLikePki(shop.read('one-line.txt'))).toBe(true);
});

/** The library throws at it instead of saying so. */
const GARBLED_TIME = Uint8Array.of(0x30, 0x81, 3, 0x18, 1, 0x41);

it('whatever bytes there are, reading ends with an answer', async () => {
  const csr = shop.read('p256.der');
  const damaged = fc
    .array(fc.tuple(fc.nat(csr.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    .map((changes) => {
      const bytes = csr.slice();
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), damaged), async (bytes) => {
      expect(['found', 'unreadable', 'private-key']).toContain((await readPki(bytes)).type);
    }),
    { numRuns: 300, examples: [[GARBLED_TIME]] },
  );
});
