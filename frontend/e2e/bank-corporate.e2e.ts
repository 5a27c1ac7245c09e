import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inspect, inspectAsIs, open, settled } from './inspect';
import { holderOfFile, personOf, startBrowser, stopBrowser, stranger, world } from './world';

beforeAll(startBrowser);
afterAll(stopBrowser);

const FILE_PASSWORD = 'file-Pass2027';

async function enterPin(page: Page, pin: string, loginId?: string): Promise<void> {
  if (loginId) await page.locator('#loginId').fill(loginId);
  await page.locator('#password').fill(pin);
  await page.getByRole('button', { name: 'ログインする' }).click();
}

it('from ID and PIN to a certificate whose key this browser made (AT-38, AT-39, AT-52)', async () => {
  const who = personOf('0019002');
  const context = await stranger();
  const page = await open(context, `${world.portal}/login?tenant=50000001`);
  await enterPin(page, who.password, '0019002');
  await page.getByRole('heading', { level: 1, name: 'トップ' }).waitFor();
  await settled(page);
  await inspect(page, 'corporate-top');
  await page.getByRole('link', { name: '証明書を取得する' }).click();
  await page.getByRole('list', { name: '手順' }).waitFor();
  await inspect(page, 'corporate-run');

  // What is in force changes when the certificate was imported.
  await page.locator('#file-password').fill(FILE_PASSWORD);
  await page.locator('#again').fill(FILE_PASSWORD);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '取得を実行する' }).click();
  const file = join(mkdtempSync(join(tmpdir(), 'shomei-e2e-')), 'corporate.p12');
  await (await saved).saveAs(file);
  await page.getByRole('button', { name: '取り込めたので完了する' }).waitFor();
  await inspectAsIs(page, 'corporate-stored');
  await page.getByRole('button', { name: '取り込めたので完了する' }).click();
  await page.getByRole('heading', { level: 1, name: '電子証明書の取得が完了しました' }).waitFor();
  await page.getByText('ブラウザーの画面をすべて閉じてください').waitFor();
  await page.getByText('50000001 0019002').first().waitFor();
  await inspectAsIs(page, 'corporate-completed');

  // Who has a certificate does not come in without it any more.
  await context.clearCookies();
  await page.goto(`${world.portal}/login`);
  await enterPin(page, who.password, '0019002');
  await page.getByRole('alert').waitFor();
  await context.close();

  const holder = await holderOfFile(file, FILE_PASSWORD);
  const inside = await open(holder, `${world.cert}/login`);
  await inside.getByText('0019002').first().waitFor();
  expect(await inside.locator('#loginId').count()).toBe(0);
  await enterPin(inside, who.password);
  const other = inside.getByRole('button', { name: '再ログインする' });
  await inside.getByRole('heading', { level: 1, name: /トップ|前のログイン/ }).waitFor();
  if (await other.isVisible()) await other.click();
  await inside.getByRole('heading', { level: 1, name: 'トップ' }).waitFor();
  await inside.goto(`${world.cert}/own-certificate`);
  await inside.getByText('残して使う').waitFor();
  await inspect(inside, 'corporate-own-certificate');
  await inside.getByRole('button', { name: 'ログアウト' }).click();
  await holder.close();
});
