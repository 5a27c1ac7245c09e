import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ask } from './ask';
import { settled } from './inspect';
import { world } from './world';

export type Issued = { readonly host: string; readonly key: string; readonly certificate: string };

/** A certificate of one's own; the other journeys have theirs. */
export async function issue(officer: Page, name: string): Promise<Issued> {
  const { host, key, csr, certificate } = request(name);
  const body = { profile: '12', csr, subscriber: { email: 'taro@shomei.ac.jp' } };
  writeFileSync(certificate, (await ask(officer, 'POST', '/api/v1/requests', body)).json().pem);
  return { host, key, certificate };
}

/** The same by the page for one. */
export async function apply(officer: Page, name: string): Promise<Issued> {
  const { host, key, csr, certificate } = request(name);
  await officer.goto(`${world.cert}/requests/new`);
  await settled(officer);
  await officer.getByRole('radio', { name: /P-256/ }).check();
  await officer.locator('#csr').fill(csr);
  await officer.locator('#email').fill('taro@shomei.ac.jp');
  await officer.getByRole('button', { name: /申請/ }).last().click();
  await officer.getByRole('status').waitFor();
  writeFileSync(certificate, (await officer.locator('pre').textContent()) ?? '');
  return { host, key, certificate };
}

/** A request for a host with a key of its own, which nobody keeps. */
export function csrOf(host: string): string {
  return request(host.replace(/\.shomei\.ac\.jp$/, '')).csr;
}

/** A request with its key, and where its certificate goes to. */
function request(name: string): Issued & { readonly csr: string } {
  const host = `${name}.shomei.ac.jp`;
  const dir = mkdtempSync(join(tmpdir(), 'shomei-e2e-'));
  const [key, csr, certificate] = ['key.pem', 'request.csr', 'certificate.pem'].map((file) => join(dir, file)) as [
    string,
    string,
    string,
  ];
  execFileSync(
    'openssl',
    [
      ...['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key, '-out', csr],
      ...['-subj', `/C=JP/ST=Tokyo/L=Chiyoda-ku/O=Shomei University/CN=${host}`],
    ],
    { stdio: 'pipe' },
  );
  return { host, key, certificate, csr: readFileSync(csr, 'utf8') };
}
