import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workshop } from '../../../test/openssl';
import { type BrowserKeyKind, makeable, makeKey, makeRequest } from './browserKey';
import { makeKeyFile } from './keyFile';

let workshop: Workshop;

beforeAll(() => {
  workshop = new Workshop();
  workshop.shell(
    'openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -subj /CN=Root -days 30',
  );
});
afterAll(() => workshop.close());

const text = (name: string) => new TextDecoder().decode(workshop.read(name));

/** A key file as the page of a holder makes it, with a certificate that OpenSSL issued. */
async function keyFile(
  kind: BrowserKeyKind,
  passwordIs: 'drawn' | 'chosen' = 'drawn',
  profile: 'modern' | 'compat' = 'modern',
) {
  const key = await makeKey(kind);
  workshop.write('csr.pem', await makeRequest(key, 'Taro Yamada'));
  const subject = workshop.shell('openssl req -in csr.pem -verify -noout -subject');
  workshop.shell('openssl x509 -req -in csr.pem -CA ca.pem -CAkey ca.key -set_serial 4660 -days 5 -out leaf.pem');
  const file = await makeKeyFile({
    privateKey: key.privateKey,
    certificate: text('leaf.pem'),
    chain: [text('ca.pem')],
    friendlyName: '山田 太郎 2027-04-01',
    password: 'xK4mP7qRt2Wz',
    passwordIs,
    profile,
  });
  workshop.write('file.p12', file);
  return { key, subject };
}

describe('a key file that was made in the browser', () => {
  it.each(['P256', 'P384', 'RSA_2048'] as const)('with a key of %s is opened by OpenSSL', async (kind) => {
    const { key, subject } = await keyFile(kind);
    expect(subject).toContain('Taro Yamada');
    const opened = workshop.shell('openssl pkcs12 -in file.p12 -passin pass:xK4mP7qRt2Wz -nodes');
    expect(opened.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    workshop.write('opened.pem', opened);
    const held = workshop.shell('openssl pkey -in opened.pem -pubout').replace(/-----[A-Z ]+-----|\s/g, '');
    const made = new Uint8Array(await crypto.subtle.exportKey('spki', key.publicKey));
    expect(held).toBe(btoa(String.fromCharCode(...made)));
  });

  it('is encrypted by AES-256 and needs its password', async () => {
    await keyFile('P256');
    const info = workshop.shell('openssl pkcs12 -in file.p12 -passin pass:xK4mP7qRt2Wz -noout -info 2>&1');
    expect(info.match(/AES-256-CBC/g)).toHaveLength(2);
    expect(() => workshop.shell('openssl pkcs12 -in file.p12 -passin pass:wrong -noout')).toThrow();
  });

  it('takes longer to guess where somebody chose the password', async () => {
    await keyFile('P256', 'chosen');
    const info = workshop.shell('openssl pkcs12 -in file.p12 -passin pass:xK4mP7qRt2Wz -noout -info 2>&1');
    expect(info.match(/[Ii]teration,? 100000/g)).toHaveLength(3);
  });

  it.each(['P256', 'P384', 'RSA_2048'] as const)(
    'for old systems with a key of %s is opened by others',
    async (kind) => {
      const { key } = await keyFile(kind, 'drawn', 'compat');
      const info = workshop.shell('openssl pkcs12 -legacy -in file.p12 -passin pass:xK4mP7qRt2Wz -noout -info 2>&1');
      expect(info.match(/pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 2048/g)).toHaveLength(2);
      expect(info).toMatch(/MAC: sha1, Iteration 2048/);
      expect(info).toMatch(/salt length: 8/);
      const opened = workshop.shell('openssl pkcs12 -legacy -in file.p12 -passin pass:xK4mP7qRt2Wz -nodes');
      expect(opened.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
      workshop.write('opened.pem', opened);
      const held = workshop.shell('openssl pkey -in opened.pem -pubout').replace(/-----[A-Z ]+-----|\s/g, '');
      const made = new Uint8Array(await crypto.subtle.exportKey('spki', key.publicKey));
      expect(held).toBe(btoa(String.fromCharCode(...made)));
      // NSS and the JDK read it, too, and nobody does without its password.
      expect(workshop.shell('pk12util -l file.p12 -W xK4mP7qRt2Wz')).toContain('Key(shrouded)');
      expect(workshop.shell('keytool -list -v -keystore file.p12 -storetype PKCS12 -storepass xK4mP7qRt2Wz')).toContain(
        'PrivateKeyEntry',
      );
      expect(() => workshop.shell('openssl pkcs12 -legacy -in file.p12 -passin pass:wrong -noout')).toThrow();
    },
  );

  it('for old systems takes longer to guess, too, where somebody chose the password', async () => {
    await keyFile('P256', 'chosen', 'compat');
    const info = workshop.shell('openssl pkcs12 -legacy -in file.p12 -passin pass:xK4mP7qRt2Wz -noout -info 2>&1');
    expect(info.match(/[Ii]teration,? 100000/g)).toHaveLength(3);
  });

  it('is made with the first kind of key that a browser can make', () => {
    expect(makeable(['ML_DSA_65', 'P256', 'RSA_2048'])).toBe('P256');
    expect(makeable(['ML_DSA_65'])).toBeUndefined();
  });
});
