import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { changeAddresses, emptyAddresses } from './addresses';
import { inspect, inspectAsIs, logInAtSite, open, settled } from './inspect';
import { holderOf, person, stranger, world } from './world';

const dir = mkdtempSync(join(tmpdir(), 'shomei-e2e-'));

async function saved(page: Page, press: () => Promise<void>): Promise<{ path: string; name: string }> {
  const download = page.waitForEvent('download');
  await press();
  const file = await download;
  const path = join(dir, file.suggestedFilename());
  await file.saveAs(path);
  return { path, name: file.suggestedFilename() };
}

async function figure(page: Page, label: string): Promise<number> {
  const name = page.locator('main p').filter({ hasText: new RegExp(`^\\s*${label}$`) });
  return Number(await name.locator('+ div').textContent());
}

const opens = (file: string, password: string, ...options: string[]) =>
  execFileSync('openssl', ['pkcs12', '-in', file, '-passin', `pass:${password}`, '-nokeys', '-clcerts', ...options], {
    encoding: 'utf8',
    stdio: 'pipe',
  });

it('adds, hands out, downloads and revokes certificates against licences (at57, at58, at61, at80)', async () => {
  const who = person('saas-groupware', 'ADMINISTRATOR');
  const context = await holderOf(who);
  const page = await logInAtSite(context, who);
  await page.getByRole('navigation', { name: 'メニュー' }).getByRole('link', { name: '操作履歴' }).waitFor();
  await page.getByText('さくらソフト').first().waitFor();
  const before = await figure(page, '追加発行可能数');
  const issuedBefore = await figure(page, '発行数');

  // More than there is room for is refused; two are issued, and turn without anybody doing anything.
  await page.getByRole('button', { name: '証明書を追加する' }).click();
  const add = page.getByRole('dialog');
  await add.locator('#add-count').fill(String(before + 1));
  await add.getByRole('button', { name: '確認へ進む' }).click();
  await add.getByRole('alert').waitFor();
  await inspectAsIs(page, 'company-add-too-many');
  await add.locator('#add-count').fill('2');
  await add.getByLabel('鍵の種類').selectOption('P256');
  await add.getByRole('button', { name: '確認へ進む' }).click();
  await page.getByRole('button', { name: '2 枚を発行する' }).click();
  await page.getByText('2 枚の発行が終わりました').waitFor();
  await expect.poll(() => figure(page, '追加発行可能数')).toBe(before - 2);
  await inspectAsIs(page, 'company-added');
  const [first, second] = (await page.locator('tbody th').allTextContents()) as [string, string];
  expect(Number(second.slice(7))).toBe(Number(first.slice(7)) + 1);

  // The two, selected: the archive has them and nobody else, each opens with its own password.
  await page.getByRole('checkbox', { name: `${first} を選択する` }).check();
  await page.getByRole('checkbox', { name: `${second} を選択する` }).check();
  const above = page.getByRole('group', { name: '一覧の操作（上）' });
  await above.getByRole('button', { name: '証明書をダウンロードする' }).click();
  await inspectAsIs(page, 'company-download');
  const zip = await saved(page, () => dialogOf(page).getByRole('button', { name: 'ダウンロードする' }).click());
  expect(zip.name).toMatch(/_certificate\.zip$/);
  await above.getByRole('button', { name: 'パスワードリストを出力する' }).click();
  const csv = await saved(page, () => dialogOf(page).getByRole('button', { name: 'ダウンロードする' }).click());
  const entries = execFileSync('unzip', ['-Z1', zip.path], { encoding: 'utf8' }).trim().split('\n').sort();
  expect(entries).toEqual(['cacert.crt', 'cacert.pem', `${first}.pfx`, `${second}.pfx`]);
  execFileSync('unzip', ['-qo', zip.path, '-d', dir]);
  const passwords = readFileSync(csv.path, 'ascii')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  expect(passwords.map(([name]) => name)).toEqual([first, second]);
  for (const [name = '', password = ''] of passwords)
    expect(opens(join(dir, `${name}.pfx`), password, '-legacy')).toMatch(new RegExp(`CN ?= ?${name}`));

  // One is handed out by a link; its recipient has no account.
  await page.getByRole('button', { name: `${first} の受け取りのリンクを作る` }).click();
  await dialogOf(page).getByRole('button', { name: 'リンクを作る' }).click();
  await inspectAsIs(page, 'company-hand-out');
  const [url, pin] = (await dialogOf(page).locator('code').allTextContents()) as [string, string];
  await dialogOf(page).getByRole('checkbox').check();
  await dialogOf(page).getByRole('button', { name: '閉じる' }).click();
  const recipient = await stranger();
  const door = await open(recipient, url);
  await door.locator('#secret').fill(pin);
  await inspectAsIs(door, 'company-recipient');
  const p12 = await saved(door, () => door.getByRole('button', { name: '証明書をダウンロードする' }).click());
  expect(opens(p12.path, pin, '-legacy')).toContain(first);
  await door.getByRole('link', { name: '証明書を試す' }).first().waitFor();
  await recipient.close();

  // Revoked at once, and its licence is back.
  await above.getByRole('button', { name: '選択した証明書を失効する' }).click();
  await revokeBoth(dialogOf(page));
  await dialogOf(page).getByText('遅くとも次の時刻までに', { exact: false }).waitFor();
  await inspectAsIs(page, 'company-revoked');
  await dialogOf(page).getByRole('button', { name: '一覧に戻る' }).click();
  await expect.poll(() => figure(page, '追加発行可能数')).toBe(before);
  expect(await figure(page, '発行数')).toBe(issuedBefore);

  // Everything is in the history, line by line and with all names.
  await page.getByRole('link', { name: '操作履歴' }).click();
  await settled(page);
  await page.getByLabel('操作', { exact: true }).selectOption('bundle.download');
  await page.getByText(second, { exact: false }).first().waitFor();
  await page.getByLabel('操作', { exact: true }).selectOption('certificate.issue');
  await page.getByText(`${first}: 発行中 → 発行完了`).waitFor();
  await context.close();
});

it('revokes by a list of names, renews, takes both of a lost phone, and lists addresses, with the certificate of the site', async () => {
  const who = person('saas-groupware', 'ADMINISTRATOR');
  const context = await holderOf(who);
  const page = await logInAtSite(context, who);
  await page.getByRole('button', { name: '証明書を追加する' }).click();
  await page.locator('#add-count').fill('2');
  await dialogOf(page).getByLabel('鍵の種類').selectOption('P256');
  await page.keyboard.press('Tab');
  await dialogOf(page).getByRole('button', { name: '確認へ進む' }).click();
  const issue = page.getByRole('button', { name: '2 枚を発行する' });
  await expect.poll(() => issue.evaluate((button) => button === document.activeElement)).toBe(true);
  await issue.click();
  await page.getByText('2 枚の発行が終わりました').waitFor();
  const [lost, phone] = (await page.locator('tbody th').allTextContents()) as [string, string];

  // By a list: what cannot be found stands in nobody's way, and no mail is promised that nobody gets.
  await page.getByRole('group', { name: '一覧の操作（上）' }).getByRole('link', { name: 'CSV で失効する' }).click();
  await settled(page);
  await page.locator('input[type=file]').setInputFiles({
    name: 'names.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${lost}\r\nclient_999999\r\n`),
  });
  await page.getByRole('radio', { name: /利用の終了/ }).check();
  await inspectAsIs(page, 'company-csv');
  await page.getByRole('button', { name: 'アップロードして確かめる' }).click();
  await page.getByText('失効できない行が 1 行あります').waitFor();
  expect(await page.getByText('利用管理者に、失効のお知らせ', { exact: false }).count()).toBe(0);
  await inspectAsIs(page, 'company-csv-checked');
  await page.getByRole('button', { name: '1 枚の証明書を失効する' }).click();
  await page.getByText('1 枚の証明書を失効しました').waitFor();
  await page.getByText('遅くとも次の時刻までに', { exact: false }).waitFor();
  await inspectAsIs(page, 'company-csv-done');

  // The other one is renewed: both are valid now.
  await page.getByRole('link', { name: '証明書管理' }).click();
  await settled(page);
  await page.getByRole('checkbox', { name: `${phone} を選択する` }).check();
  await page.getByRole('button', { name: '期限の近い証明書を更新する' }).click();
  await dialogOf(page).getByRole('radio', { name: '選択した 1 枚' }).waitFor();
  await inspectAsIs(page, 'company-renew');
  await dialogOf(page).getByRole('button', { name: '更新を始める' }).click();
  await dialogOf(page).waitFor({ state: 'detached' });
  await page.getByText('1 枚の発行が終わりました').waitFor();

  // Whoever lost the phone revokes one, and is told of the other.
  await page.goto(`${world.cert}/client-certificates?q=${phone}`);
  await settled(page);
  await page
    .getByRole('checkbox', { name: `${phone} を選択する` })
    .first()
    .check();
  await page
    .getByRole('group', { name: '一覧の操作（上）' })
    .getByRole('button', { name: '選択した証明書を失効する' })
    .click();
  await dialogOf(page)
    .getByRole('checkbox', { name: /ほかの有効な証明書 1 枚も失効する/ })
    .waitFor();
  await inspectAsIs(page, 'company-lost-phone');
  await revokeBoth(dialogOf(page));
  await dialogOf(page).getByText('2 枚の証明書を失効しました').waitFor();
  await dialogOf(page).getByRole('button', { name: '一覧に戻る' }).click();

  // Where people come from: kept only with one's own address, and emptied again.
  await page.getByRole('link', { name: 'IPアドレス制限' }).click();
  await settled(page);
  await page.getByRole('button', { name: '行を追加する' }).click();
  await page.getByLabel('1 行目のIPアドレス').fill('192.0.2.0/24');
  await changeAddresses(page);
  const warning = page.getByRole('dialog', { name: 'お使いの接続元が含まれていません' });
  await warning.getByRole('button', { name: '自分の接続元を追加する' }).click();
  await changeAddresses(page);
  await page.getByText('登録済みのIPアドレス（2 件', { exact: false }).waitFor();
  await dialogOf(page).waitFor({ state: 'detached' });
  await inspect(page, 'company-ip-allowlist');
  await emptyAddresses(page);
  await context.close();
});

function dialogOf(page: Page): Locator {
  return page.getByRole('dialog');
}

async function revokeBoth(dialog: Locator): Promise<void> {
  await dialog.getByRole('radio', { name: /利用の終了/ }).check();
  await dialog.getByLabel(/失効する枚数/).fill('2');
  await dialog.getByRole('button', { name: '2 枚の証明書を失効する' }).click();
}
