import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { eventually } from './eventually';
import { inspect, inspectAsIs, logIn, open, settled } from './inspect';
import { csrOf, issue } from './issue';
import { account, holderOf, mailedUrls, stranger, world } from './world';

it('an officer finds what ends soon, makes the file to renew it, and asks for the CSR, which comes by the link of the mail', async () => {
  const context = await holderOf(account('OFFICER'));
  const page = await logIn(context);
  const { host } = await issue(page, `renewal-${Date.now()}`);
  await page.getByRole('link', { name: '更新の窓口' }).click();
  await settled(page);
  await page.getByLabel('期限まで').selectOption('365');
  await page.getByLabel('検索').fill(host);
  await page.getByRole('button', { name: '検索する' }).click();
  await page.getByRole('checkbox', { name: new RegExp(host) }).check();
  await page.getByRole('button', { name: '選んだものの更新ファイルを作る' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('CSR の列は空です').waitFor();
  await inspectAsIs(page, 'renewal-file');
  const download = page.waitForEvent('download');
  await dialog.getByText('UTF-8', { exact: true }).click();
  await dialog.getByRole('button', { name: 'ファイルをダウンロードする' }).click();
  const cells = readFileSync(await (await download).path(), 'utf8')
    .replace(/\r\n$/, '')
    .split('\t');
  expect(cells).toHaveLength(13);
  expect(cells[0]).toBe(`CN=${host},O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP`);
  expect(cells[3]).toMatch(/^\d+$/);
  expect(cells.slice(6, 12)).toEqual(['', '', '', 'taro@shomei.ac.jp', host, '']);
  const asked = Date.now();
  await dialog.getByRole('button', { name: '利用管理者にメールで依頼する' }).click();
  await dialog.getByText('1 通のメールで依頼しました').waitFor();
  await dialog.getByRole('button', { name: '画面で記入する' }).click();
  await page.getByRole('gridcell', { name: cells[0] }).first().waitFor();
  await page.goto(`${world.cert}/notices?kind=renewal-asked`);
  await page.getByRole('cell', { name: 'taro@shomei.ac.jp' }).first().waitFor();
  const [link] = await eventually(
    'the mail with the link',
    () => mailedUrls('submit', asked, host),
    (urls) => urls.length > 0,
  );
  await renewOnPhone(page, link as string, host);
  await context.close();
});

/** Whoever got the mail hands the CSR in, the officer approves it, and the page behind the link says so. */
async function renewOnPhone(officer: Page, link: string, host: string): Promise<void> {
  const phone = await stranger({ viewport: { width: 390, height: 844 } });
  const door = await open(phone, link);
  await door.getByRole('heading', { level: 1, name: '証明書の更新' }).waitFor();
  await door.getByText('更新待ち', { exact: true }).last().waitFor();
  await inspect(door, 'renewal-door');
  await door.getByRole('textbox', { name: `${host} の CSR` }).fill(csrOf(host));
  await door.getByRole('textbox', { name: `${host} に追加する DNS 名` }).fill(`alt-${host}`);
  await door.getByRole('button', { name: 'チェックする' }).click();
  await door
    .getByRole('alert')
    .getByRole('link', { name: `${host} のソフトウェアを入力してください。` })
    .click();
  await door.keyboard.type('nginx 1.28');
  await door.getByRole('button', { name: 'チェックする' }).click();
  await door.getByText(`追加の DNS 名: alt-${host}`).waitFor();
  await inspect(door, 'renewal-door-checked');
  await door.getByRole('button', { name: 'この内容で申請する' }).click();
  await door.getByText('申請しました', { exact: true }).waitFor();
  await door.getByText('申請済み', { exact: true }).waitFor();
  await inspect(door, 'renewal-door-done');

  await officer.goto(`${world.cert}/submissions?state=WAITING`);
  await officer.getByRole('link', { name: 'renewal.tsv' }).first().click();
  await officer.getByText(`追加の DNS 名: alt-${host}`).waitFor();
  for (const item of await officer.getByRole('checkbox').all()) await item.check();
  await officer.getByRole('button', { name: '申請を承認する' }).click();
  await officer.getByRole('link', { name: '申請ファイルを開く' }).waitFor();

  await eventually('the renewed certificate', async () => {
    await door.reload();
    await settled(door);
    return door.getByText('更新済み', { exact: true }).isVisible();
  });
  expect(await door.getByRole('textbox').count()).toBe(0);
  await inspect(door, 'renewal-door-renewed');
  await phone.close();
}
