import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { VISITOR } from './browser';
import { browse, govern, importKeyFile, newStore } from './ownStore';

/** The running server that the journeys visit. `make run` prints its addresses; its data directory holds the demo. */
export const world = {
  dir: required('SHOMEI_E2E_DIR'),
  portal: process.env.SHOMEI_E2E_PORTAL ?? 'https://localhost:8443',
  cert: process.env.SHOMEI_E2E_CERT ?? 'https://localhost:9443',
};

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} must name the data directory of a running server (see e2e/world.ts)`);
  return resolve(value);
}

export type Account = {
  readonly tenant: string;
  readonly preset: string;
  readonly role: string;
  readonly name: string;
  readonly loginId?: string;
  readonly password?: string;
  readonly acquisitionPassword?: string;
  readonly p12: string;
  readonly p12Password: string;
};

const accounts = () => JSON.parse(readFileSync(join(world.dir, 'demo', 'accounts.json'), 'utf8')) as Account[];

export function account(role: 'OFFICER' | 'OPERATOR'): Account {
  const all = accounts();
  const found =
    all.find((one) => one.role === role && one.p12 && one.preset === 'research-federation') ??
    all.find((one) => one.role === role && one.p12);
  if (!found) throw new Error(`The demonstration has no ${role} with a certificate`);
  return found;
}

/** The officer of the demonstration who handles certificates of every kind. */
export function officerOfEverything(): Account {
  const found = accounts().find((one) => one.p12 === 'officer-suzuki.p12');
  if (!found) throw new Error('The demonstration has no officer of everything');
  return found;
}

/** Somebody of the demonstration who has an ID and a password or PIN. */
export function person(
  preset: string,
  role: string,
): Account & { readonly loginId: string; readonly password: string } {
  const found = accounts().find((one) => one.preset === preset && one.role === role);
  if (!found?.loginId || !found.password)
    throw new Error(`The demonstration has no ${role} of ${preset} with a password`);
  return { ...found, loginId: found.loginId, password: found.password };
}

/** Somebody of the demonstration by the log-in ID. */
export function personOf(loginId: string): Account & { readonly password: string } {
  const found = accounts().find((one) => one.loginId === loginId);
  if (!found?.password) throw new Error(`The demonstration has no ${loginId} with a password`);
  return { ...found, password: found.password };
}

export function demoFile(name: string): string {
  return join(world.dir, 'demo', name);
}

export type KeyFile = { readonly file: string; readonly password: string };

function p12Of({ p12 }: Account): string {
  if (isAbsolute(p12)) return p12;
  const places = [join(world.dir, 'demo', p12), join(world.dir, p12), resolve(world.dir, '..', p12)];
  return places.find(existsSync) ?? p12;
}

/** Chromium with a store of its own that trusts our root. */
const trusting = () => newStore(readFileSync(demoFile('ca.pem'), 'utf8'));

/** A new one, into which key files are imported; under the policies that an administrator has set. */
export async function ownBrowser(policies: string, ...keyFiles: KeyFile[]): Promise<BrowserContext> {
  const store = trusting();
  for (const { file, password } of keyFiles) importKeyFile(store, file, password);
  const browsing = await browse(store);
  await govern(browsing, policies);
  return prepared(browsing);
}

let strangers: Promise<BrowserContext> | undefined;
const people = new Map<string, Promise<BrowserContext>>();

/** What is kept between visits is in the window of a visit: each is as private as a new browser. */
async function context(browsing: Promise<BrowserContext>, options: BrowserContextOptions): Promise<BrowserContext> {
  const browser = (await browsing).browser();
  if (!browser) throw new Error('The browser has ended');
  // What a journey asks beside its pages trusts no store.
  const visit = await browser.newContext({ ...VISITOR, ignoreHTTPSErrors: true, ...options });
  visits.add(visit);
  return prepared(visit);
}

const visits = new Set<BrowserContext>();

/** Ends what a journey that broke off has left open. The browsers are there for the next file. */
export async function endVisits(): Promise<void> {
  await Promise.all([...visits].map((visit) => visit.close()));
  visits.clear();
}

async function prepared(opened: BrowserContext): Promise<BrowserContext> {
  opened.setDefaultTimeout(30_000);
  if (process.env.SHOMEI_E2E_UI) await serveFrom(opened, resolve(process.env.SHOMEI_E2E_UI));
  return opened;
}

/** While the pages are being worked on: they come from a folder, everything else from the server. */
async function serveFrom(opened: BrowserContext, folder: string): Promise<void> {
  await opened.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const ours = origin === world.portal || origin === world.cert;
    if (!ours || /^\/(api|pki|q)\//.test(pathname)) return route.fallback();
    const file = join(folder, pathname);
    return route.fulfill({ path: pathname !== '/' && existsSync(file) ? file : join(folder, 'index.html') });
  });
}

/** A browser without any certificate. */
export function stranger(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  strangers ??= browse(trusting());
  return context(strangers, options);
}

/** The browser of an account, with its log-in certificate in the store. */
export function holderOf(who: Account): Promise<BrowserContext> {
  const own = people.get(who.p12) ?? ownBrowser(PRESENTING, { file: p12Of(who), password: who.p12Password });
  people.set(who.p12, own);
  return context(own, {});
}

/** Has Chromium present whatever is in its store, without a question. */
const PRESENTING = JSON.stringify({
  AutoSelectCertificateForUrls: [JSON.stringify({ pattern: world.cert, filter: {} })],
});

/** A browser that presents the certificate of a file, also one that Chromium itself would not: foreign, or over. */
export function holderOfFile(pfxPath: string, passphrase: string): Promise<BrowserContext> {
  return stranger({ clientCertificates: [{ origin: world.cert, pfxPath, passphrase }] });
}

/** A browser that presents a certificate somebody else issued. */
export function holderOfForeign(): Promise<BrowserContext> {
  const { file, password } = foreignKeyFile();
  return holderOfFile(file, password);
}

/** A key file with a certificate that somebody else issued. */
export function foreignKeyFile(): KeyFile {
  const dir = mkdtempSync(join(tmpdir(), 'shomei-e2e-'));
  const [key, pem, p12] = ['key.pem', 'cert.pem', 'foreign.p12'].map((name) => join(dir, name)) as [
    string,
    string,
    string,
  ];
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  openssl(
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '30',
    '-keyout',
    key,
    '-out',
    pem,
    '-subj',
    '/C=JP/O=Elsewhere/CN=Foreign Person',
  );
  openssl('pkcs12', '-export', '-in', pem, '-inkey', key, '-out', p12, '-passout', 'pass:foreign');
  return { file: p12, password: 'foreign' };
}

/** Logs out before the browser is closed: where a policy allows one session, one that is left behind meets the next log-in. */
export async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'ログアウト' }).click();
  await page.getByRole('heading', { level: 1, name: 'ログアウトしました' }).waitFor();
  await page.context().close();
}

/** The one-time addresses of certificates in the mails that were written since. */
export const collectionUrls = (since: number) => mailedUrls('collect', since);

/** The one-time addresses under a path in the mails that were written since and hold a text. */
export function mailedUrls(path: string, since: number, about = ''): string[] {
  const dir = join(world.dir, 'mail');
  if (!existsSync(dir)) return [];
  const urls = readdirSync(dir)
    .filter((name) => name.endsWith('.eml') && statSync(join(dir, name)).mtimeMs >= since - 1000)
    .map((name) => readable(readFileSync(join(dir, name), 'latin1')))
    .filter((mail) => mail.includes(about))
    .flatMap((mail) => mail.match(new RegExp(`https?://[^\\s"'<>]+/${path}/[\\w-]+`, 'g')) ?? []);
  return [...new Set(urls)];
}

/** A mail as text, whatever its transfer encoding, with its long lines joined; addresses are ASCII in any charset. */
function readable(mail: string): string {
  const quoted = mail
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const base64 = [...mail.matchAll(/base64[\s\S]*?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/gi)].map((part) =>
    Buffer.from(part[1] ?? '', 'base64').toString('latin1'),
  );
  return [quoted, ...base64].join('\n');
}
