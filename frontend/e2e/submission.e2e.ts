import { expect, it } from 'vitest';
import { inspectAsIs, logIn, open, settled } from './inspect';
import { csrOf } from './issue';
import { account, holderOf, stranger, world } from './world';

it('a subscriber administrator hands in a CSR by the link of an officer, who approves it', async () => {
  const officer = await holderOf(account('OFFICER'));
  const page = await logIn(officer);
  await page.goto(`${world.cert}/submission-links`);
  await settled(page);
  await page.getByRole('button', { name: '申請リンクを作成する' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: /氏名/ }).fill('山田 花子');
  await form.getByRole('textbox', { name: /メールアドレス/ }).fill('yamada@shomei.ac.jp');
  await inspectAsIs(page, 'submission-link-create');
  await form.getByRole('button', { name: '申請リンクを作成する' }).click();
  await page.getByText('この URL が表示されるのは今だけです。', { exact: false }).waitFor();
  const url = (await page.locator('code', { hasText: '/submit/' }).textContent()) ?? '';
  await inspectAsIs(page, 'submission-link-once');
  await page.getByLabel('利用管理者に渡しました').check();
  await page.getByRole('button', { name: '閉じる' }).click();

  const host = `handed-in-${Date.now()}.shomei.ac.jp`;
  const phone = await stranger({ viewport: { width: 360, height: 740 } });
  const door = await open(phone, url);
  await door.locator('#door-csr').fill(csrOf(host));
  await door.locator('#door-software').fill('nginx 1.28');
  await door.getByRole('button', { name: 'チェックする' }).click();
  await door.getByText(host, { exact: true }).waitFor();
  await inspectAsIs(door, 'submission-door-checked');
  await door.getByRole('button', { name: 'この内容で申請する' }).click();
  await door.getByText('申請しました', { exact: true }).waitFor();
  await inspectAsIs(door, 'submission-door-done');

  await page.goto(`${world.cert}/submissions?state=WAITING`);
  await settled(page);
  await inspectAsIs(page, 'submissions');
  await page.getByRole('link', { name: 'request.tsv' }).first().click();
  await page.getByText(host, { exact: true }).waitFor();
  await inspectAsIs(page, 'submission');
  for (const item of await page.getByRole('checkbox').all()) await item.check();
  await page.getByRole('button', { name: '申請を承認する' }).click();
  await page.getByRole('link', { name: '申請ファイルを開く' }).waitFor();

  await door.reload();
  await settled(door);
  await door.getByText('承認済み', { exact: true }).waitFor();
  expect(await door.getByRole('button', { name: 'チェックする' }).count()).toBe(0);
  await phone.close();
  await officer.close();
});
