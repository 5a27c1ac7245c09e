import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inspect, inspectAsIs, open, settled } from './inspect';
import { certificateOf, publicKeyOf, saved } from './keyFile';
import { whileValidFor } from './tenantPolicy';
import { holderOfFile, leave, personOf, stranger, world } from './world';

const FILE_PASSWORD = 'file-Pass2027';

async function enterPin(page: Page, pin: string, loginId?: string): Promise<void> {
  if (loginId) await page.locator('#loginId').fill(loginId);
  await page.locator('#password').fill(pin);
  await page.getByRole('button', { name: 'ログインする' }).click();
}

/** Has the browser make a key, and its file saved. */
async function makeKey(page: Page, what: string): Promise<string> {
  await page.locator('#file-password').fill(FILE_PASSWORD);
  await page.locator('#again').fill(FILE_PASSWORD);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: what }).click();
  const file = await saved(download);
  await page.getByRole('button', { name: '取り込めたので完了する' }).waitFor();
  return file;
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
  let file = '';
  await whileValidFor('50000001', 'P20D', async () => {
    file = await makeKey(page, '取得を実行する');
  });
  const certificate = certificateOf(file, FILE_PASSWORD);
  expect(certificate?.subject).toContain('CN=50000001 0019002');
  expect(certificateOf(file, who.password)).toBeUndefined();
  await inspectAsIs(page, 'corporate-stored');
  await page.getByRole('button', { name: '取り込めたので完了する' }).click();
  await page.getByRole('heading', { level: 1, name: '電子証明書の取得が完了しました' }).waitFor();
  await page.getByText('ブラウザーの画面をすべて閉じてください').waitFor();
  await page.getByText('50000001 0019002').first().waitFor();
  await inspectAsIs(page, 'corporate-completed');

  // Who has a certificate does not come in without it any more.
  await page.goto(`${world.portal}/home`);
  await page.getByRole('button', { name: 'ログアウト' }).click();
  await page.getByRole('link', { name: 'もう一度ログインする' }).click();
  await enterPin(page, who.password, '0019002');
  await page.getByRole('alert').waitFor();
  await context.close();

  // Thirty days before the end the log-in leads over the notice, which can wait (AT-45).
  const holder = await holderOfFile(file, FILE_PASSWORD);
  const inside = await open(holder, `${world.cert}/login`);
  await inside.getByText('0019002').first().waitFor();
  expect(await inside.locator('#loginId').count()).toBe(0);
  await enterPin(inside, who.password);
  await inside.getByRole('heading', { level: 1, name: '電子証明書更新のお知らせ' }).waitFor();
  await inspect(inside, 'corporate-renewal-notice');
  await inside.getByRole('button', { name: '後で更新する' }).click();
  await inside.getByRole('heading', { level: 1, name: 'トップ' }).waitFor();
  await inside.goto(`${world.cert}/own-certificate`);
  await inside.getByText('残して使う').waitFor();
  await inspect(inside, 'corporate-own-certificate');

  // The renewal has another key; the old certificate is good until its owner tells to have the new file (AT-49).
  await inside.getByRole('link', { name: '証明書を更新する' }).click();
  await inside.getByRole('heading', { level: 1, name: '電子証明書の更新' }).waitFor();
  await inspectAsIs(inside, 'corporate-run-renewal');
  const renewed = await makeKey(inside, '更新を実行する');
  const newer = certificateOf(renewed, FILE_PASSWORD);
  expect(newer?.subject).toBe(certificate?.subject);
  expect(publicKeyOf(newer)).not.toBe(publicKeyOf(certificate));
  await inside.getByText('完了すると、前の証明書はその場で使えなくなります').waitFor();
  await inspectAsIs(inside, 'corporate-stored-renewal');
  await inside.getByRole('button', { name: '取り込めたので完了する' }).click();
  await inside.getByRole('heading', { level: 1, name: '電子証明書の更新が完了しました' }).waitFor();
  await inside.getByText('削除してよい').waitFor();
  await inspectAsIs(inside, 'corporate-renewed');

  // From then on it is told apart from the newer one, whose end is named (AT-48).
  await inside.goto(`${world.cert}/login`);
  await inside.getByText('M-CERT-SUPERSEDED').waitFor();
  await inspect(inside, 'corporate-superseded');
  await holder.close();

  const again = await open(await holderOfFile(renewed, FILE_PASSWORD), `${world.cert}/login`);
  await enterPin(again, who.password);
  await again.getByRole('heading', { level: 1, name: 'トップ' }).waitFor();
  await again.goto(`${world.cert}/own-certificate`);
  await again.getByText('削除してよい').waitFor();
  await inspectAsIs(again, 'corporate-compare');
  await leave(again);
});
