import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inspect, inspectAsIs, logIn, settled } from './inspect';
import { issue } from './issue';
import { account, holderOf, world } from './world';

const run = Date.now();

it('an officer revokes one certificate, and tells later that its key was compromised', async () => {
  const officer = await holderOf(account('OFFICER'));
  const page = await logIn(officer);
  const { host } = await issue(page, `one-${run}`);
  await page.goto(`${world.cert}/certificates?q=${host}`);
  await settled(page);
  await page.getByRole('link', { name: host }).click();
  await page.getByRole('button', { name: '失効の手続きをする' }).click();
  let dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '証明書を失効する' }).click();
  await dialog.getByRole('alert').getByText('失効の理由を選んでください。').waitFor();
  await inspectAsIs(page, 'revoke-faults');
  await dialog.getByRole('radio', { name: /証明書の差し替え/ }).check();
  await dialog.getByRole('button', { name: '証明書を失効する' }).click();
  await dialog.waitFor({ state: 'detached' });
  // Both ways of asking know of it; the list may take a moment.
  await page.getByText('公開済み').nth(1).waitFor();
  await inspectAsIs(page, 'revocation-facts');

  await page.getByRole('button', { name: '鍵の危殆化に改める' }).click();
  dialog = page.getByRole('dialog');
  await inspectAsIs(page, 'revocation-replace');
  await dialog.getByRole('button', { name: '鍵の危殆化に改める' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/理由は「鍵の危殆化」です/).waitFor();
  expect(await page.getByRole('button', { name: '鍵の危殆化に改める' }).count()).toBe(0);
  await officer.close();
});

it('an officer selects certificates, sees what would happen, and confirms by their number', async () => {
  const officer = await holderOf(account('OFFICER'));
  const page = await logIn(officer);
  for (const name of ['a', 'b']) await issue(page, `sel-${name}-${run}`);
  await page.goto(`${world.cert}/certificates?q=-${run}`);
  await settled(page);
  // By keyboard alone: the box is reached and pressed like any other.
  for (const name of ['a', 'b']) {
    await page.getByRole('checkbox', { name: `sel-${name}-${run}.shomei.ac.jp を選択する` }).focus();
    await page.keyboard.press('Space');
  }
  await page.getByText('2 件を選択中').waitFor();
  await inspectAsIs(page, 'certificates-selected');
  await page.getByRole('button', { name: '選択した証明書を失効する' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /利用の終了/ }).check();
  await dialog.getByRole('button', { name: '失効できるか確かめる' }).click();
  await page.waitForURL(/\/revocations\/(?!new)[^/?]+/);
  await page.getByText('すべて確かめました').waitFor();
  await inspect(page, 'revocation-checked');
  const confirm = page.getByRole('button', { name: '2 枚の証明書を失効する' });
  await confirm.click();
  await page.getByRole('alert').getByText('失効する枚数「2」を入力してください。').waitFor();
  await page.getByLabel('失効する枚数 (必須)').fill('2');
  await confirm.click();
  await page.getByText('2 枚の証明書を失効しました').waitFor({ timeout: 60_000 });
  await inspect(page, 'revocation-done');
  await officer.close();
});

it('an officer revokes by a list of names, of which some are wrong, and downloads the result', async () => {
  const officer = await holderOf(account('OFFICER'));
  const page = await logIn(officer);
  const { host } = await issue(page, `list-${run}`);
  await page.goto(`${world.cert}/revocations/new`);
  await settled(page);
  const template = page.waitForEvent('download');
  await page.getByRole('button', { name: 'ひな形をダウンロードする' }).click();
  expect(readFileSync((await (await template).path()) as string, 'utf8')).toContain('コモンネーム');
  await page.locator('#names').setInputFiles({
    name: 'names.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`コモンネーム\r\n${host}\r\nno-such-${run}.shomei.ac.jp\r\n`),
  });
  await page.getByRole('radio', { name: /所属などの変更/ }).check();
  await page.getByRole('button', { name: 'アップロードして確かめる' }).click();
  await page.waitForURL(/\/revocations\/(?!new)[^/?]+/);
  await page.getByText('失効できない行が 1 行あります').waitFor();
  await page.getByText('[NOT_FOUND]').waitFor();
  await inspectAsIs(page, 'revocation-partly');
  await page.getByRole('button', { name: '1 枚の証明書を失効する' }).click();
  await page.getByText('1 枚の証明書を失効しました').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: '結果をダウンロードする' }).click();
  const result = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /UTF-8/ }).click();
  const csv = readFileSync((await (await result).path()) as string, 'utf8');
  expect(csv).toContain(`${host},REVOKED`);
  expect(csv).toContain('NOT_FOUND');
  await page.goto(`${world.cert}/revocations`);
  await settled(page);
  await page.getByRole('link', { name: 'names.csv' }).first().waitFor();
  await inspect(page, 'revocations');
  await officer.close();
});
