import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { BROWSER, VISITOR } from './browser';

/**
 * What a person's Chromium knows: certificates in a store of its own (NSS), which it also trusts servers by. Nothing of the
 * machine's is read or changed.
 */
export type Store = { readonly home: string; readonly database: string };

/** Mandatory, for everybody who uses the machine, as from a file: in the numbers that the page knows. */
const MACHINE = { level: 1, scope: 1, source: 0, namespace: 'chrome' };

/** A store that holds nothing but the trust in a root, which is one of these authorities. */
export function newStore(authorities: string): Store {
  const home = mkdtempSync(join(tmpdir(), 'shomei-e2e-'));
  const directory = join(home, '.pki', 'nssdb');
  mkdirSync(directory, { recursive: true });
  const database = `sql:${directory}`;
  run('certutil', '-N', '-d', database, '--empty-password');
  const root = join(home, 'root.pem');
  writeFileSync(root, rootOf(authorities));
  run('certutil', '-A', '-d', database, '-n', 'root', '-t', 'C,,', '-i', root);
  return { home, database };
}

/** Imports a key file, as a person does who is asked for its password. */
export function importKeyFile({ database }: Store, file: string, password: string): void {
  run('pk12util', '-i', file, '-d', database, '-K', '', '-W', password);
}

/** Chromium with that store. */
export function browse({ home }: Store): Promise<BrowserContext> {
  return chromium.launchPersistentContext(join(home, 'profile'), {
    ...BROWSER,
    ...VISITOR,
    env: { ...process.env, HOME: home },
  });
}

/**
 * Sets the policies that an administrator has set as a file: they are given on the page that Chromium has for trying policies,
 * because its own directory of them belongs to the machine.
 */
export async function govern(browsing: BrowserContext, policies: string): Promise<void> {
  const page = await browsing.newPage();
  await page.goto('chrome://policy/test');
  const entries = Object.entries(JSON.parse(policies)).map(([name, value]) => ({ ...MACHINE, name, value }));
  const given = JSON.stringify(JSON.stringify(entries));
  await page.evaluate(
    `import('chrome://resources/js/cr.js').then((page) => page.sendWithPromise('setLocalTestPolicies', ${given}, ''))`,
  );
  await page.close();
}

function rootOf(chain: string): string {
  const root = chain
    .match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n?/g)
    ?.find((pem) => isRoot(new X509Certificate(pem)));
  if (!root) throw new Error('The demonstration has no root certificate');
  return root;
}

const isRoot = (certificate: X509Certificate) => certificate.verify(certificate.publicKey);

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: 'pipe' });
}
