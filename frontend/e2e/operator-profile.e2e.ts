import { expect, it } from 'vitest';
import { inspectAsIs, logIn, settled } from './inspect';
import { account, holderOf, world } from './world';

/** No other journey applies with it. */
const PROFILE = 'bank-user';

it('an operator tries a change of a profile, makes it a version, compares, and takes it back', async () => {
  const context = await holderOf(account('OPERATOR'));
  const page = await logIn(context);
  await page.getByRole('link', { name: 'プロファイル' }).click();
  await page.getByRole('heading', { level: 1, name: 'プロファイル' }).waitFor();
  await page.getByLabel('種類').selectOption('USER');
  await page.waitForURL(/kind=USER/);
  await page
    .getByRole('row', { name: new RegExp(`^${PROFILE} `) })
    .getByRole('link')
    .click();
  await page.getByRole('heading', { level: 1, name: new RegExp(`^${PROFILE} — `) }).waitFor();
  expect(await period()).toBe('1年');

  // What does not fit is told at its field while it is typed.
  await page.getByRole('link', { name: 'プロファイルを変更する' }).click();
  await fillDays(99_000);
  await page
    .getByText(/有効期間は P.+ 以下にしてください。/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: '変更内容を確認する' }).click();
  await page.getByRole('alert').getByRole('link').click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('profile-validity');
  await inspectAsIs(page, 'profile-edit-faulty');

  // Leaving asks first.
  await page.getByRole('link', { name: 'テナント' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'この画面に残る' }).click();

  await fillDays(5);
  await page.getByText('期間 (1年5日) のとおりに終わります。').waitFor();
  await inspectAsIs(page, 'profile-edit');
  await confirm('依頼書 2026-204');
  await page.getByText('依頼書 2026-204').waitFor();
  expect(await period()).toBe('1年5日');
  await page.getByRole('table', { name: '版を比べる' }).getByRole('cell', { name: '1年5日' }).waitFor();
  await inspectAsIs(page, 'profile-changed');

  // The certificate it would give now.
  await page.getByRole('main').getByRole('link', { name: '発行を試す' }).click();
  await page.getByRole('button', { name: '例を入力する' }).click();
  await page.getByRole('button', { name: '発行を試す' }).click();
  await page.getByText('この内容で発行できます').waitFor();
  await inspectAsIs(page, 'dry-run-good');
  await page
    .getByLabel('CSR (任意)')
    .fill('-----BEGIN CERTIFICATE REQUEST-----\nnonsense\n-----END CERTIFICATE REQUEST-----');
  await page.getByRole('button', { name: '発行を試す' }).click();
  await page.getByText('この内容では発行できません').waitFor();
  await inspectAsIs(page, 'dry-run-bad');

  // All journeys share one server: it is as it was.
  await page.goto(`${world.cert}/profiles/${PROFILE}`);
  await settled(page);
  await page.getByRole('link', { name: 'プロファイルを変更する' }).click();
  await fillDays(0);
  await confirm('元に戻します');
  await page.getByText('元に戻します').waitFor();
  expect(await period()).toBe('1年');
  await context.close();

  async function fillDays(days: number) {
    await page.getByLabel('日', { exact: true }).fill(String(days));
  }
  async function confirm(reason: string) {
    await page.getByRole('button', { name: '変更内容を確認する' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('変更の理由').fill(reason);
    await inspectAsIs(page, 'profile-confirm');
    await dialog.getByRole('button', { name: 'プロファイルを変更する' }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(`^${PROFILE} — `) }).waitFor();
  }
  function period(): Promise<string | null> {
    return page
      .locator('dt', { hasText: /^期間$/ })
      .locator('xpath=../dd')
      .first()
      .textContent();
  }
});
