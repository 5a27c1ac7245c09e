import { expect, it } from 'vitest';
import { inspect, inspectAsIs, logIn, settled } from './inspect';
import { account, holderOf, world } from './world';

it('an operator sees what a change of a policy means before it holds, and finds it in the history', async () => {
  const context = await holderOf(account('OPERATOR'));
  const page = await logIn(context);
  await page.goto(`${world.cert}/tenants?q=SHOMEI-U`);
  await settled(page);
  await page.getByRole('link', { name: '証明大学' }).click();
  await page.getByRole('link', { name: 'ポリシーを見る' }).click();
  await page.getByRole('heading', { level: 1, name: '証明大学のポリシー', exact: true }).waitFor();
  await inspect(page, 'policy');

  await page.getByRole('link', { name: 'ポリシーを変更する' }).click();
  const idle = page.getByLabel('無操作で終了するまで');
  await idle.waitFor();
  expect(await page.getByRole('button', { name: '変更内容を確認する' }).isDisabled()).toBe(true);
  await idle.fill('PT2H');
  await page.getByText('PT60M 以下にしてください').first().waitFor();
  await inspectAsIs(page, 'policy-faulty');
  await idle.fill('PT20M');
  await page.getByText('20分何も行わないと、ログアウトします。').waitFor();
  await inspectAsIs(page, 'policy-preview');
  await page.getByRole('button', { name: '変更内容を確認する' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('変更の理由').fill('依頼書 2026-118');
  await inspectAsIs(page, 'policy-confirm');
  await dialog.getByRole('button', { name: 'ポリシーを変更する' }).click();

  await page.getByRole('heading', { level: 1, name: '証明大学のポリシー', exact: true }).waitFor();
  await page.getByText('依頼書 2026-118').waitFor();
  await page.getByRole('cell', { name: '20分' }).first().waitFor();
  await inspectAsIs(page, 'policy-changed');
  await page.goto(`${world.cert}/audit?operation=policy.change`);
  await settled(page);
  await page.getByText('ポリシーの変更').first().waitFor();
  await context.close();
});
