import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ask } from './ask';
import { eventually } from './eventually';
import type { KeyFile } from './world';

/** A customer of a bank, and what the service desk's letter told them. */
export type Customer = {
  readonly loginId: string;
  readonly name: string;
  readonly password: string;
  readonly acquisitionPassword: string;
};

/** Has an operator register somebody, and hand out what a first log-in takes. */
export async function registered(operator: Page, tenantCode: string, role: string): Promise<Customer> {
  const loginId = String(3_000_000_000 + Math.floor(Math.random() * 1_000_000_000));
  const { items } = (await ask(operator, 'GET', `/api/v1/tenants?q=${tenantCode}`)).json();
  const name = `利用者 ${loginId}`;
  const { id } = (
    await ask(operator, 'POST', '/api/v1/accounts', { tenant: items[0].id, role, loginId, name, rights: [] })
  ).json();
  const action = (
    await ask(operator, 'POST', `/api/v1/accounts/${id}/desk-actions`, { kind: 'INITIALISE', reference: '申込書' })
  ).json();
  const letter = (await ask(operator, 'POST', `/api/v1/desk-actions/${action.id}/letter`)).octets;
  return {
    loginId,
    name,
    password: handedOut(letter, '仮パスワード'),
    acquisitionPassword: handedOut(letter, '証明書取得用パスワード'),
  };
}

/** A value of a letter of the service desk, which has each below its name. */
export function handedOut(letter: Buffer, what: string): string {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: letter, encoding: 'utf8' });
  const found = new RegExp(`${what}.*\\n\\s*([A-Za-z0-9]+)\\s*\\n`).exec(text)?.[1];
  if (!found) throw new Error(`The letter has no ${what}:\n${text}`);
  return found;
}

/** Acquires a certificate without its pages; from a page of the entrance without certificates. */
export async function acquired(portal: Page, { loginId, password, acquisitionPassword }: Customer): Promise<KeyFile> {
  const { token } = (
    await ask(portal, 'POST', '/api/v1/acquisitions', { loginId, password, acquisitionPassword })
  ).json();
  const state = async () => (await ask(portal, 'GET', `/api/v1/enrolments/${token}`)).json().state;
  await eventually('the certificate', state, (found) => found === 'WAITING');
  const { octets } = await ask(portal, 'POST', `/api/v1/enrolments/${token}/collection`, {
    format: 'P12',
    secret: acquisitionPassword,
  });
  const file = join(mkdtempSync(join(tmpdir(), 'shomei-e2e-')), 'certificate.p12');
  writeFileSync(file, octets);
  return { file, password: acquisitionPassword };
}
