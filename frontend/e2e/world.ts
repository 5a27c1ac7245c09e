import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { BROWSER } from './browser';

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

function p12Of({ p12 }: Account): string {
  if (isAbsolute(p12)) return p12;
  const places = [join(world.dir, 'demo', p12), join(world.dir, p12), resolve(world.dir, '..', p12)];
  return places.find(existsSync) ?? p12;
}

let browser: Browser | undefined;

export async function startBrowser(): Promise<void> {
  browser ??= await chromium.launch(BROWSER);
}

export async function stopBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

/** Who visits the pages. */
export const VISITOR: BrowserContextOptions = {
  acceptDownloads: true,
  viewport: { width: 1440, height: 900 },
  locale: 'ja-JP',
  reducedMotion: 'reduce',
};

async function context(options: BrowserContextOptions): Promise<BrowserContext> {
  if (!browser) throw new Error('startBrowser() comes first');
  // The server's certificate is of our own authority.
  return prepared(await browser.newContext({ ...VISITOR, ignoreHTTPSErrors: true, ...options }));
}

export async function prepared(opened: BrowserContext): Promise<BrowserContext> {
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
export const stranger = (options: BrowserContextOptions = {}) => context(options);

/** A browser that presents the log-in certificate of an account. */
export const holderOf = (who: Account) => holderOfFile(p12Of(who), who.p12Password);

/** A browser that presents the certificate of a file. */
export function holderOfFile(pfxPath: string, passphrase: string): Promise<BrowserContext> {
  return context({ clientCertificates: [{ origin: world.cert, pfxPath, passphrase }] });
}

/** A browser that presents a certificate somebody else issued. */
export function holderOfForeign(): Promise<BrowserContext> {
  const { file, password } = foreignKeyFile();
  return holderOfFile(file, password);
}

/** A key file with a certificate that somebody else issued. */
export function foreignKeyFile(): { readonly file: string; readonly password: string } {
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

/** A mail as text, whatever its transfer encoding; addresses are ASCII in any charset. */
function readable(mail: string): string {
  const quoted = mail
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const base64 = [...mail.matchAll(/base64[\s\S]*?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/gi)].map((part) =>
    Buffer.from(part[1] ?? '', 'base64').toString('latin1'),
  );
  return [mail, quoted, ...base64].join('\n');
}
