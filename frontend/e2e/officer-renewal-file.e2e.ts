import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { inspectAsIs, logIn, settled } from './inspect';
import { issue } from './issue';
import { account, holderOf, world } from './world';

it('an officer renews a certificate by file, and revokes the old one by another', async () => {
  const officer = await holderOf(account('OFFICER'));
  const page = await logIn(officer);
  const { host, certificate } = await issue(page, `renewed-${Date.now()}`);
  const dn = `CN=${host},O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP`;
  const serial = `0x${openssl('x509', '-in', certificate, '-noout', '-serial').trim().replace('serial=', '')}`;

  await page.goto(`${world.cert}/request-files`);
  await settled(page);
  await page.getByRole('link', { name: 'ファイルで申請する' }).first().click();
  await settled(page);
  await page.getByRole('radio', { name: /^更新/ }).check();
  await page.getByRole('heading', { name: '列の書き方（サーバ証明書 更新）' }).waitFor();
  await carryOut(
    page,
    [dn, '12', '', serial, '', '', request(host), '', '', 'taro@shomei.ac.jp', host, 'nginx 1.28', ''],
    /申請して更新する/,
  );
  await page.getByText(/サーバ証明書を 1 枚更新しました/).waitFor({ timeout: 60_000 });
  await inspectAsIs(page, 'file-renewed');

  await page.goto(`${world.cert}/request-files/new?kind=SERVER&operation=REVOKE`);
  await settled(page);
  await carryOut(page, [dn, '', '', serial, '4', '更新のため', '', '', '', '', '', '', ''], /申請して失効する/);
  await page.getByText(/サーバ証明書を 1 枚失効しました/).waitFor({ timeout: 60_000 });
  await page.getByRole('link', { name: host }).click();
  // The list beside it has the word in a filter, too.
  await page.getByRole('complementary').getByText('失効', { exact: true }).first().waitFor();
  await officer.close();
});

/** Uploads a file of one row, confirms everything and has it carried out. */
async function carryOut(page: Page, cells: readonly string[], submit: RegExp): Promise<void> {
  await page.locator('#file').setInputFiles({
    name: 'row.tsv',
    mimeType: 'text/tab-separated-values',
    buffer: Buffer.from(`${cells.join('\t')}\r\n`),
  });
  await page.getByRole('button', { name: 'アップロードして検査する' }).click();
  await page.waitForURL(/\/request-files\/(?!new)[^/?]+/);
  await page.getByText(/行すべてにエラーはありません/).waitFor();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: submit }).click();
}

function request(host: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'shomei-e2e-'));
  const pem = openssl(
    ...[
      'req',
      '-new',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      join(dir, 'key.pem'),
    ],
    ...['-subj', `/C=JP/ST=Tokyo/L=Chiyoda-ku/O=Shomei University/CN=${host}`],
  );
  return pem.replace(/-----[A-Z ]+-----|\s/g, '');
}

function openssl(...args: string[]): string {
  return execFileSync('openssl', args, { stdio: 'pipe' }).toString();
}
