import { expect, it } from 'vitest';
import { inspect, logIn, settled } from './inspect';
import { account, demoFile, holderOf, world } from './world';

it('an officer sees every error of a file, filters them, and is not offered to apply', async () => {
  const officer = await holderOf(account('OFFICER'));
  const page = await logIn(officer);
  await page.goto(`${world.cert}/request-files/new`);
  await settled(page);
  await page.locator('#file').setInputFiles(demoFile('server-issue-errors.tsv'));
  await page.getByRole('button', { name: 'アップロードして検査する' }).click();
  await page.waitForURL(/\/request-files\/(?!new)[^/?]+/);
  await page
    .getByText(/行にエラーがあります/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: /申請して発行する/ }).count()).toBe(0);

  const rows = page.getByRole('region', { name: 'エラーの一覧' }).locator('tbody tr');
  await rows.first().waitFor();
  await inspect(page, 'file-errors');

  // The file has many kinds of errors: with one chosen, just the lines that have it are left.
  const lines = async () => new Set(await rows.locator('td:first-child').allTextContents()).size;
  const every = await lines();
  const chip = page.getByRole('list', { name: 'エラーの種類で絞り込む' }).getByRole('button').nth(1);
  const count = Number((await chip.locator('strong').textContent())?.replaceAll(',', ''));
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(every);
  await chip.click();
  await page.waitForURL(/code=\d+/);
  await expect.poll(lines).toBe(count);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'エラー行をダウンロードする' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.tsv$/);

  await page.goto(`${world.cert}/request-files`);
  await settled(page);
  await inspect(page, 'request-files');
  await officer.close();
});

it('a file that is no TSV is refused with a reason', async () => {
  const officer = await holderOf(account('OFFICER'));
  const page = await logIn(officer);
  await page.goto(`${world.cert}/request-files/new`);
  await settled(page);
  await page
    .locator('#file')
    .setInputFiles({ name: 'list.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK') });
  await page.getByRole('button', { name: 'アップロードして検査する' }).click();
  await page
    .getByRole('alert')
    .getByText(/\.tsv または \.txt/)
    .waitFor();
  await officer.close();
});
