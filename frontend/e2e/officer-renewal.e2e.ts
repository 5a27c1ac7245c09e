import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inspectAsIs, logIn, settled } from './inspect';
import { issue } from './issue';
import { account, holderOf, world } from './world';

it('an officer finds what ends soon, makes the file to renew it, and asks for the CSR', async () => {
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
  await dialog.getByRole('button', { name: '利用管理者にメールで依頼する' }).click();
  await dialog.getByText('1 通のメールで依頼しました').waitFor();
  await dialog.getByRole('button', { name: '画面で記入する' }).click();
  await page.getByRole('gridcell', { name: cells[0] }).first().waitFor();
  await page.goto(`${world.cert}/notices?kind=renewal-asked`);
  await page.getByRole('cell', { name: 'taro@shomei.ac.jp' }).first().waitFor();
  await context.close();
});
