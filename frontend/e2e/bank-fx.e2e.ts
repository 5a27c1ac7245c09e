import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inspect, inspectAndLeave, inspectAsIs, open, settled } from './inspect';
import { holderOfFile, holderOfForeign, personOf, startBrowser, stopBrowser, stranger, world } from './world';

beforeAll(startBrowser);
afterAll(stopBrowser);

const CHOSEN = 'Trade2027fx';

async function acquire(page: Page, password: string, acquisitionPassword: string): Promise<void> {
  await page.locator('#loginId').fill('0128000017');
  await page.locator('#password').fill(password);
  await page.locator('#acquisitionPassword').fill(acquisitionPassword);
  await page.getByRole('button', { name: '証明書を取得する' }).click();
}

/** Whether a password opens a key file. */
function opens(file: string, password: string): boolean {
  try {
    execFileSync('openssl', ['pkcs12', '-in', file, '-passin', `pass:${password}`, '-nokeys'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

it('a customer of a bank acquires a certificate and trades with it (AT-01 … AT-10, AT-75)', async () => {
  const who = personOf('0128000017');
  const secret = who.acquisitionPassword ?? '';
  const context = await stranger();
  const page = await open(context, `${world.portal}/login?tenant=ABC-TRADING`);
  await inspect(page, 'fx-log-in');
  await page.getByRole('link', { name: /^証明書を取得する/ }).click();
  await page.getByRole('heading', { level: 1, name: '電子証明書の取得' }).waitFor();

  // Nobody is told which of the three was wrong.
  await acquire(page, who.password, `${secret}x`);
  await page.getByRole('alert').getByText('入力した内容に誤りがあります').waitFor();
  await inspectAsIs(page, 'fx-acquire-refused');

  // The page goes on by itself, and a reload finds it where it is.
  await acquire(page, who.password, secret);
  await page.waitForURL(`${world.portal}/acquire/*`);
  await page.getByRole('heading', { level: 1, name: '証明書のダウンロード' }).waitFor();
  expect(await page.locator('#acquisitionPassword').count()).toBe(0);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: '証明書のダウンロード' }).waitFor();
  await inspect(page, 'fx-download');
  await page.getByRole('radio', { name: 'Windows' }).check();
  await page.locator('#acquisitionPassword').fill(secret);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '証明書をダウンロードする' }).click();
  const file = join(mkdtempSync(join(tmpdir(), 'shomei-e2e-')), 'fx.p12');
  await (await saved).saveAs(file);
  await page.getByRole('heading', { level: 1, name: '証明書を取り込んでください' }).waitFor();
  await inspectAsIs(page, 'fx-received');
  expect(opens(file, secret)).toBe(true);
  expect(opens(file, who.password)).toBe(false);

  // There is one certificate, and while it is valid there is no other.
  await page.goto(`${world.portal}/acquire`);
  await acquire(page, who.password, secret);
  await page.getByText('有効な証明書をすでに取得しています').waitFor();
  await context.close();

  // The certificate says who it is; the first log-in has the password changed.
  const holder = await holderOfFile(file, secret);
  const inside = await open(holder, `${world.cert}/login`);
  await inside.getByText('0128000017').first().waitFor();
  expect(await inside.locator('#loginId').count()).toBe(0);
  await inside.locator('#password').fill(who.password);
  await inside.getByRole('button', { name: 'ログインする' }).click();
  await inside.getByRole('heading', { level: 1, name: 'パスワードの変更' }).waitFor();
  await inside.locator('#password').fill(CHOSEN);
  await inside.locator('#again').fill(CHOSEN);
  await inside.getByRole('button', { name: 'パスワードを変更する' }).click();
  await inside.getByRole('heading', { level: 1, name: 'トップ' }).waitFor();
  await inspect(inside, 'fx-top');

  // Three choices lead to the form, and one that is missing is named.
  await inside.goto(`${world.cert}/trading?kind=RATE&trade=IMPORT`, { waitUntil: 'domcontentloaded' });
  await settled(inside);
  await inspect(inside, 'fx-trading');
  await inside.getByRole('button', { name: '次へ進む' }).click();
  await inside.getByText('受渡の形を選んでください。').first().waitFor();
  await inside.getByRole('radio', { name: '確定日取引' }).check();
  await inside.getByRole('button', { name: '次へ進む' }).click();
  await inside.getByRole('heading', { level: 1, name: 'レート要求の入力' }).waitFor();
  await inspectAndLeave(inside, 'fx-order');
  for (const page of ['confirmation', 'trades']) {
    await inside.goto(`${world.cert}/trading/${page}`, { waitUntil: 'domcontentloaded' });
    await settled(inside);
    await inspect(inside, `fx-${page}`);
  }
  await inside.goto(`${world.cert}/own-certificate`, { waitUntil: 'domcontentloaded' });
  await settled(inside);
  await inspect(inside, 'fx-own-certificate');
  await inside.getByRole('button', { name: 'ログアウト' }).click();
  await holder.close();

  const foreign = await holderOfForeign();
  const refused = await open(foreign, `${world.cert}/login?tenant=ABC-TRADING`);
  await refused.getByText('M-CERT-FOREIGN').waitFor();
  await inspectAsIs(refused, 'fx-foreign');
  await foreign.close();
});
