import { expect, it } from 'vitest';
import { inspect, inspectAsIs, logIn, settled } from './inspect';
import { account, holderOf, world } from './world';

it('an operator registers a tenant, gives it a domain, suspends and ends it', async () => {
  const context = await holderOf(account('OPERATOR'));
  const page = await logIn(context);
  const code = `HOKUTO-${Date.now()}`;
  await page.goto(`${world.cert}/tenants`);
  await settled(page);
  await page.getByRole('link', { name: '機関を登録する' }).click();
  await page.getByRole('heading', { level: 1, name: '機関の登録' }).waitFor();

  // Everything that is missing is told at once.
  await page.getByRole('button', { name: '機関を登録する' }).click();
  await page.getByRole('alert').getByText('英数字とハイフンで').waitFor();
  await inspectAsIs(page, 'tenant-new-faulty');

  await page.getByLabel('機関コード').fill(code);
  await page.getByLabel('名称 (日本語)').fill('北斗大学');
  await page.getByLabel('名称 (英語)').fill('Hokuto University');
  await page.getByLabel('ポリシーのプリセット').selectOption('research-federation');
  await page.getByLabel('組織名 (O)').fill('Hokuto University');
  await page.getByLabel('市区町村 (L)').fill('Sapporo');
  await page.getByLabel('都道府県 (ST)').fill('Hokkaido');
  await page.getByRole('button', { name: '連絡先を追加する' }).click();
  const contact = page.getByRole('group', { name: '連絡先 1' });
  await contact.getByLabel('氏名 (必須)').fill('北斗花子');
  await contact.getByLabel('メールアドレス').fill('hanako@hokuto.ac.jp');
  await page.getByRole('button', { name: '機関を登録する' }).click();
  await page.getByRole('heading', { level: 1, name: '北斗大学' }).waitFor();
  await settled(page);
  await inspect(page, 'tenant');

  await page.getByRole('button', { name: 'ドメインを追加する' }).click();
  const domain = page.getByRole('dialog');
  await domain.getByLabel('ドメイン名').fill('hokuto.ac.jp');
  await domain.getByLabel('発行の期限').fill('2099-03-31');
  await domain.getByLabel('許可する OU').fill('Library');
  await inspectAsIs(page, 'tenant-domain');
  await domain.getByRole('button', { name: 'ドメインを登録する' }).click();
  await page.getByRole('rowheader', { name: 'hokuto.ac.jp' }).waitFor();

  await page.getByRole('button', { name: '利用を停止する' }).click();
  const suspension = page.getByRole('dialog');
  expect(await suspension.getByRole('button', { name: '利用を停止する' }).isDisabled()).toBe(true);
  await suspension.getByLabel('理由').fill('依頼書 2026-201');
  await inspectAsIs(page, 'tenant-suspend');
  await suspension.getByRole('button', { name: '利用を停止する' }).click();
  await page.getByText('利用を停止しています。').waitFor();
  await page.getByText('依頼書 2026-201').waitFor();
  await inspectAsIs(page, 'tenant-suspended');

  await page.getByRole('button', { name: '利用を終了する' }).click();
  const end = page.getByRole('dialog');
  await end.getByText('すべて失効する').click();
  await end.getByLabel('理由').fill('依頼書 2026-202');
  await end.getByLabel('機関コード').fill('HOKUTO');
  await end.getByRole('button', { name: '利用を終了する' }).click();
  await end.getByRole('alert').waitFor();
  await inspectAsIs(page, 'tenant-end');
  await end.getByLabel('機関コード').fill(code);
  await end.getByRole('button', { name: '利用を終了する' }).click();
  await page.getByText('利用は終了しました。').waitFor();
  await context.close();
});
