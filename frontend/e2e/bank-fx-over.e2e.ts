import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { acquired, type Customer, handedOut, registered } from './customer';
import { whileEndingIn } from './endingSoon';
import { inspect, logIn, open, settled } from './inspect';
import { certificateOf, saved } from './keyFile';
import { account, holderOf, holderOfFile, type KeyFile, leave, stranger, world } from './world';

const TENANT = 'ABC-TRADING';
const CHOSEN = 'Device2027fx';

/** Acquires a certificate on the pages that the present one's page leads to. */
async function acquireAnew(page: Page, who: Customer, acquisitionPassword: string): Promise<KeyFile> {
  await page.locator('#loginId').fill(who.loginId);
  await page.locator('#password').fill(who.password);
  await page.locator('#acquisitionPassword').fill(acquisitionPassword);
  await page.getByRole('button', { name: '証明書を取得する' }).click();
  await page.getByRole('heading', { level: 1, name: '証明書のダウンロード' }).waitFor();
  await page.getByRole('radio', { name: 'Windows' }).check();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '証明書をダウンロードする' }).click();
  return { file: await saved(download), password: acquisitionPassword };
}

it.concurrent('a certificate that has ended leads to the acquisition of another (AT-36)', async () => {
  const desk = await holderOf(account('OPERATOR'));
  const who = await registered(await logIn(desk), TENANT, 'ADMINISTRATOR');
  await desk.close();
  const door = await stranger();
  const portal = await open(door, `${world.portal}/acquire`);
  let old: KeyFile | undefined;
  const end = await whileEndingIn(45, 'bank-administrator', async () => {
    old = await acquired(portal, who);
  });
  const certificate = certificateOf(old?.file ?? '', who.acquisitionPassword);
  expect(new Date(certificate?.validTo ?? 0)).toEqual(end);

  // Chromium would not even offer it any more; whatever presents it is told what it is, and not to renew it.
  const holder = await holderOfFile(old?.file ?? '', who.acquisitionPassword);
  const page = await open(holder, `${world.cert}/login`);
  await page.waitForTimeout(Math.max(0, end.getTime() + 1000 - Date.now()));
  await page.reload();
  await page.getByText('M-CERT-EXPIRED').waitFor();
  await page.getByText(`CN=${who.loginId}`).first().waitFor();
  expect(await page.getByRole('link', { name: '証明書を更新する' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'ログインする' }).count()).toBe(0);
  await inspect(page, 'fx-expired');
  await page.getByRole('link', { name: '証明書を取得する' }).click();
  const anew = await acquireAnew(page, who, who.acquisitionPassword);
  const next = certificateOf(anew.file, anew.password);
  expect(next?.subject).toBe(certificate?.subject);
  expect(Date.parse(next?.validTo ?? '')).toBeGreaterThan(Date.now());
  await holder.close();
  await door.close();
});

it.concurrent('for a new device the desk ends certificate and session, and hands out a new secret, in one step (AT-37)', async () => {
  const desk = await holderOf(account('OPERATOR'));
  const operator = await logIn(desk);
  const who = await registered(operator, TENANT, 'USER');
  const door = await stranger();
  const old = await acquired(await open(door, `${world.portal}/acquire`), who);
  await door.close();
  const first = await holderOfFile(old.file, old.password);
  const page = await open(first, `${world.cert}/login`);
  await enterPassword(page, who.password);
  await page.getByRole('heading', { level: 1, name: 'パスワードの変更' }).waitFor();
  await page.locator('#password').fill(CHOSEN);
  await page.locator('#again').fill(CHOSEN);
  await page.getByRole('button', { name: 'パスワードを変更する' }).click();
  await page.getByRole('heading', { level: 1, name: 'トップ' }).waitFor();

  // The desk sees what will happen, and what it has done.
  await operator.goto(`${world.cert}/accounts?q=${who.loginId}`);
  await settled(operator);
  await operator.getByRole('link', { name: who.name }).click();
  await operator.getByRole('button', { name: '端末の変更を受付の手続きを始める' }).click();
  const dialog = operator.getByRole('dialog');
  await dialog.getByText('有効な証明書をすべて失効し、新しい端末で証明書を取得できるようにします。').waitFor();
  await dialog.getByLabel(/^依頼書/).fill('依頼書 2027-0437');
  await dialog.getByRole('button', { name: '端末の変更を受付する' }).click();
  await operator.getByText('完了しました: 端末の変更を受付').waitFor();
  await operator.getByRole('button', { name: '通知書を作る' }).click();
  const letter = operator.waitForEvent('download');
  await operator.getByRole('button', { name: '通知書を作って保存する' }).click();
  const secret = handedOut(readFileSync(await (await letter).path()), '証明書取得用パスワード');
  await desk.close();

  // On the old device it is over at once, with the old secret, too.
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'トップ' }).waitFor({ state: 'detached' });
  await page.goto(`${world.cert}/login`);
  await page.getByText('M-CERT-REVOKED').waitFor();
  await inspect(page, 'fx-device-changed');
  await page.getByRole('link', { name: '証明書を取得する' }).click();
  await page.locator('#loginId').fill(who.loginId);
  await page.locator('#password').fill(CHOSEN);
  await page.locator('#acquisitionPassword').fill(who.acquisitionPassword);
  await page.getByRole('button', { name: '証明書を取得する' }).click();
  await page.getByRole('alert').getByText('入力した内容に誤りがあります').waitFor();
  await first.close();

  // On the new one the new secret leads to a certificate that logs in.
  const device = await stranger();
  const anew = await acquireAnew(await open(device, `${world.portal}/acquire`), { ...who, password: CHOSEN }, secret);
  await device.close();
  const second = await holderOfFile(anew.file, anew.password);
  const inside = await open(second, `${world.cert}/login`);
  await enterPassword(inside, CHOSEN);
  await inside.getByRole('heading', { level: 1, name: 'トップ' }).waitFor();
  await leave(inside);
});

async function enterPassword(page: Page, password: string): Promise<void> {
  await page.locator('#password').fill(password);
  await page.getByRole('button', { name: 'ログインする' }).click();
}
