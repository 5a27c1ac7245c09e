import { expect, it } from 'vitest';
import { inspectAsIs, logIn, settled } from './inspect';
import { account, holderOf, stranger, world } from './world';

it('an officer gives a script a token, which does that much and no more, until it is taken back', async () => {
  const context = await holderOf(account('OFFICER'));
  const page = await logIn(context);
  await page.goto(`${world.cert}/tokens`);
  await settled(page);
  await page.getByRole('button', { name: 'APIトークンを作成する' }).first().click();
  const form = page.getByRole('dialog');
  const name = `更新処理 ${Date.now()}`;
  await form.getByRole('textbox', { name: /^名前/ }).fill(name);
  await form.getByLabel('証明書を見る・ダウンロードする').check();
  await inspectAsIs(page, 'api-token-create');
  await form.getByRole('button', { name: 'APIトークンを作成する' }).click();
  await page.getByText('このトークンが表示されるのは今だけです。', { exact: false }).waitFor();
  const secret = (await page.locator('code', { hasText: /^shomei_/ }).textContent()) ?? '';
  await inspectAsIs(page, 'api-token-once');
  await page.getByLabel('安全な場所に保存しました').check();
  await page.getByRole('button', { name: '閉じる' }).click();

  const script = await stranger();
  const ask = (path: string) =>
    script.request.get(`${world.portal}${path}`, { headers: { Authorization: `Bearer ${secret}` } });
  expect((await ask('/api/v1/certificates?limit=1')).status()).toBe(200);
  expect((await ask('/api/v1/audit-events?limit=1')).status()).toBe(403);
  await page.reload();
  await settled(page);
  await inspectAsIs(page, 'api-tokens-used');
  await page.getByRole('button', { name: `${name} を無効にする` }).click();
  await page.getByRole('button', { name: 'トークンを無効にする' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await ask('/api/v1/certificates?limit=1')).status()).toBe(401);
  await script.close();
  await context.close();
});
