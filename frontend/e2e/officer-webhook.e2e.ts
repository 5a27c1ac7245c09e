import { afterAll, beforeAll, expect, it } from 'vitest';
import { inspect, inspectAsIs, logIn } from './inspect';
import { account, holderOf, startBrowser, stopBrowser, world } from './world';

beforeAll(startBrowser);
afterAll(stopBrowser);

it('an officer registers a webhook, notes its secret, and sees why a test does not arrive', async () => {
  const context = await holderOf(account('OFFICER'));
  const page = await logIn(context);
  await page.goto(`${world.cert}/webhooks/new`);
  await page.getByRole('button', { name: 'Webhook を登録する' }).click();
  await page.getByText('名前を入力してください。').first().waitFor();
  await inspectAsIs(page, 'webhook-faulty');
  await page.getByLabel(/^名前/).fill('構成管理システム');
  await page.getByLabel(/^送信先 URL/).fill('https://10.0.0.1/hooks');
  await page.getByLabel('証明書の失効').check();
  await page.getByRole('button', { name: 'Webhook を登録する' }).click();
  await page.getByText(/^whsec_/).waitFor();
  await inspectAsIs(page, 'webhook-secret');
  expect(await page.getByRole('link', { name: 'Webhook の設定を見る' }).count()).toBe(0);
  await page.getByLabel('秘密鍵を控えました').check();
  await page.getByRole('link', { name: 'Webhook の設定を見る' }).click();
  await page.getByRole('heading', { level: 1, name: '構成管理システム' }).waitFor();
  await page.getByRole('button', { name: 'テスト送信する' }).click();
  await page.getByRole('table').getByText('届きません').waitFor();
  await page.getByText(/leads to an address that messages are not sent to/).waitFor();
  await inspect(page, 'webhook');
  await page.getByRole('button', { name: 'Webhook を削除する' }).click();
  const dialog = page.getByRole('dialog');
  await inspectAsIs(page, 'webhook-remove');
  await dialog.getByRole('button', { name: 'Webhook を削除する' }).click();
  await page.getByText('Webhook はまだありません').waitFor();
  await context.close();
});
