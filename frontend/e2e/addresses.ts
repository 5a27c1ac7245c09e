import type { Page } from 'playwright-core';

/** Asks for the list of addresses on the page, and gives the reason. */
export async function changeAddresses(page: Page): Promise<void> {
  await page.getByRole('button', { name: '変更を確認する' }).click();
  const question = page.getByRole('dialog', { name: 'IPアドレス制限を変更しますか' });
  await question.getByLabel('変更の理由').fill('拠点の移転');
  await question.getByRole('button', { name: 'リストを変更する' }).click();
}

/** Takes the first two addresses out again, which leaves none. */
export async function emptyAddresses(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^1 行目 .* を削除する$/ }).click();
  await page.getByRole('button', { name: /^1 行目 .* を削除する$/ }).click();
  await changeAddresses(page);
  await page.getByText('まだ1件も登録されていません').waitFor();
}
