import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download } from 'playwright-core';

/** Where a key file was saved to. */
export async function saved(download: Promise<Download>): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'shomei-e2e-')), 'certificate.p12');
  await (await download).saveAs(file);
  return file;
}

/** The certificate of a key file, as OpenSSL opens it with its key; undefined where the password does not open it. */
export function certificateOf(file: string, password: string): X509Certificate | undefined {
  const openssl = (...what: string[]) =>
    execFileSync('openssl', ['pkcs12', '-in', file, '-passin', `pass:${password}`, ...what], { stdio: 'pipe' });
  try {
    const certificate = new X509Certificate(openssl('-clcerts', '-nokeys'));
    return certificate.checkPrivateKey(createPrivateKey(openssl('-nocerts', '-nodes'))) ? certificate : undefined;
  } catch {
    return undefined;
  }
}

export const publicKeyOf = (certificate: X509Certificate | undefined) =>
  certificate?.publicKey.export({ type: 'spki', format: 'pem' });
