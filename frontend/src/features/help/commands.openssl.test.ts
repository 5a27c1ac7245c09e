import { afterEach, beforeEach, expect, it } from 'vitest';
import { Workshop } from '../../../test/openssl';
import { readPki } from '../../shared/pki/files';
import { csrCommands, EXAMPLE, SAME_KEY, type Subject } from './commands';

let shop: Workshop;
beforeEach(() => {
  shop = new Workshop();
});
afterEach(() => shop.close());

const NAMES: readonly Subject[] = [EXAMPLE, { o: "Shomei's, Inc. / Tokyo", st: 'Tokyo', c: 'JP' }];

/** The attributes in the order of the request itself. */
const orderOf = (csr: string) =>
  [...shop.shell(`openssl req -in ${csr} -noout -subject -nameopt compat`).matchAll(/\/(\w+)=/g)].map(
    ([, type]) => type,
  );

async function readCsr() {
  const content = await readPki(shop.read('server.csr'));
  const [item] = content.type === 'found' ? content.items : [];
  return { key: item?.key, subject: item?.subject.map(({ type, value }) => `${type}=${value}`) };
}

it.each(NAMES)('the commands of OpenSSL make requests with the right key, subject and order: %o', async (subject) => {
  const expected = ['CN=www.example.ac.jp', `O=${subject.o}`, subject.l && `L=${subject.l}`, 'ST=Tokyo', 'C=JP'];
  for (const [index, key] of (['RSA_2048', 'P384', 'P256'] as const).entries()) {
    shop.shell(csrCommands('nginx', subject)[index]?.text ?? '');
    expect(await readCsr()).toEqual({ key, subject: expected.filter(Boolean) });
    expect(orderOf('server.csr').join()).toBe(subject.l ? 'C,ST,L,O,CN' : 'C,ST,O,CN');
    expect(shop.shell(`${csrCommands('nginx', subject)[3]?.text} 2>&1`)).toContain('verify OK');
  }
});

it('those of keytool do, too', { timeout: 60_000 }, async () => {
  const [rsa, ec, csr] = csrCommands('tomcat', NAMES[1] as Subject).map(({ text }) => `${text} -storepass secret-1`);
  for (const [command, key] of [
    [rsa, 'RSA_2048'],
    [ec, 'P384'],
  ] as const) {
    shop.shell(`rm -f server.p12; ${command} && ${csr}`);
    expect(await readCsr()).toEqual({
      key,
      subject: ['CN=www.example.ac.jp', "O=Shomei's, Inc. / Tokyo", 'ST=Tokyo', 'C=JP'],
    });
    expect(orderOf('server.csr').join()).toBe('C,ST,O,CN');
  }
});

it('whether a certificate belongs to a key is told by two equal lines', () => {
  shop.shell(
    'openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout server.key -out server.pem -subj /CN=a',
  );
  const [certificate, key] = shop.shell(SAME_KEY).trim().split('\n');
  expect(certificate).toBe(key);
});
