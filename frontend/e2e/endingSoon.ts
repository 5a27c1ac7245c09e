import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ask } from './ask';
import { logIn } from './inspect';
import { account, holderOf } from './world';

/** A line of authorities that no other journey has anything issued by. */
const LINE = 'smime';

/**
 * Has what is issued under a profile end so many seconds from now, and what comes next happen meanwhile. No certificate outlives its
 * authority: the profile's come from one that another authority, elsewhere, certified until then. Tells when that is.
 */
export async function whileEndingIn(seconds: number, profile: string, what: () => Promise<void>): Promise<Date> {
  const context = await holderOf(account('OPERATOR'));
  const operator = await logIn(context);
  const pending = await nextGeneration(operator, { signed: 'ELSEWHERE' });
  const end = new Date(Math.ceil(Date.now() / 1000 + seconds) * 1000);
  await ask(operator, 'POST', `/api/v1/authorities/${pending.name}/certificate`, {
    certificates: certified(pending.csr, end),
  });
  const usual = await signBy(operator, profile, LINE);
  try {
    await what();
  } finally {
    await signBy(operator, profile, usual);
    await nextGeneration(operator, { signed: 'HERE' });
    await ask(operator, 'POST', `/api/v1/authorities/${pending.name}/retirement`);
    await context.close();
  }
  return end;
}

async function nextGeneration(
  operator: Page,
  how: { readonly signed: 'HERE' | 'ELSEWHERE' },
): Promise<{ readonly name: string; readonly csr: string }> {
  const { items } = (await ask(operator, 'GET', '/api/v1/authority-lines')).json();
  const { nextGeneration: generation } = items.find(({ name }: { name: string }) => name === LINE);
  return (await ask(operator, 'POST', `/api/v1/authority-lines/${LINE}/generations`, { generation, ...how })).json();
}

/** Which line signs what is issued under a profile; tells the one before. */
async function signBy(operator: Page, profile: string, line: string): Promise<string> {
  const present = await ask(operator, 'GET', `/api/v1/profiles/${profile}`);
  const { names, keys, authority, validity, rounding, policy } = present.json();
  await ask(
    operator,
    'PUT',
    `/api/v1/profiles/${profile}`,
    { settings: { names, keys, authority: line, validity, rounding, policy }, comment: `${authority} → ${line}` },
    { 'If-Match': present.etag },
  );
  return authority;
}

const CONFIGURATION = `
[ ca ]
default_ca = elsewhere
[ elsewhere ]
database = index
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
x509_extensions = intermediate
[ any ]
commonName = supplied
organizationName = supplied
countryName = supplied
[ intermediate ]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
crlDistributionPoints = URI:http://elsewhere.example.jp/root.crl
`;

/** The certificate of an authority of ours by an authority elsewhere, and that one's own. */
function certified(csr: string, end: Date): string {
  const cwd = mkdtempSync(join(tmpdir(), 'shomei-e2e-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd, stdio: 'pipe' });
  writeFileSync(join(cwd, 'index'), '');
  writeFileSync(join(cwd, 'ca.cnf'), CONFIGURATION);
  writeFileSync(join(cwd, 'request.csr'), csr);
  openssl(
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
    ...['-subj', `/C=JP/O=Elsewhere/CN=Root of ${end.getTime()}`, '-keyout', 'root.key', '-out', 'root.pem'],
  );
  openssl(
    ...['ca', '-batch', '-preserveDN', '-notext', '-config', 'ca.cnf', '-cert', 'root.pem', '-keyfile', 'root.key'],
    ...['-startdate', asn1Time(new Date(Date.now() - 60_000)), '-enddate', asn1Time(end)],
    ...['-in', 'request.csr', '-out', 'authority.pem'],
  );
  return ['authority.pem', 'root.pem'].map((file) => readFileSync(join(cwd, file), 'utf8')).join('');
}

/** As in X.509, in Greenwich and to the second. */
const asn1Time = (at: Date) => `${at.toISOString().replace(/\.\d+|[-:T]/g, '')}`;
