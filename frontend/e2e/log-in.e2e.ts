import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inspect, inspectAndLeave, inspectAsIs, logIn, open, settled } from './inspect';
import { account, holderOf, person, startBrowser, stopBrowser, stranger, world } from './world';

beforeAll(startBrowser);
afterAll(stopBrowser);

async function enter(page: Page, loginId: string, secret: string): Promise<void> {
  await page.locator('#loginId').fill(loginId);
  await page.locator('#password').fill(secret);
  await page.getByRole('button', { name: 'ログインする' }).click();
}

it('logs in with an ID and a PIN by the software keyboard, and leaves nothing behind', async () => {
  const who = person('bank-corporate', 'ADMINISTRATOR');
  const context = await stranger();
  const page = await open(context, `${world.portal}/login?tenant=50000001`);
  await inspect(page, 'log-in-by-id');
  await page.locator('#loginId').fill(who.loginId);

  // What was cancelled does not reach the field; what is confirmed does (AT-28).
  const keyboard = page.getByRole('button', { name: /ソフトウェアキーボードを開く/ });
  await keyboard.click();
  await page.getByRole('button', { name: '1', exact: true }).click();
  await inspectAsIs(page, 'software-keyboard');
  await page.getByRole('button', { name: 'やめる' }).click();
  expect(await page.locator('#password').inputValue()).toBe('');
  await keyboard.click();
  for (const digit of who.password) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: '確定する' }).click();
  expect(await page.locator('#password').inputValue()).toBe(who.password);
  await page.getByRole('button', { name: 'ログインする' }).click();

  await page.waitForURL(`${world.portal}/home`);
  await settled(page);
  await page.getByText(who.loginId).first().waitFor();
  await page.getByRole('heading', { name: 'ログインの履歴' }).waitFor();
  await inspect(page, 'home-administrator');

  // The users of the corporation, and what an administrator decides about them (AT-53, AT-78).
  for (const [name, path] of [
    ['users', '/users'],
    ['user-new', '/users/new'],
    ['mail-address', '/mail-address'],
  ] as const) {
    await page.goto(`${world.portal}${path}`);
    await settled(page);
    await inspectAndLeave(page, name);
  }
  await page.goto(`${world.portal}/users`);
  await page.getByRole('link', { name: '0019001' }).click();
  await page.getByRole('heading', { level: 1, name: '経理担当' }).waitFor();
  await page.getByRole('link', { name: '利用者を変更する' }).click();
  await page.getByRole('radio', { name: /^再発行する/ }).waitFor();
  await inspect(page, 'user-change');
  await page.goBack();
  await page.getByRole('link', { name: '利用の制限を設定する' }).click();
  await page.getByRole('heading', { level: 1, name: '経理担当 の利用の制限' }).waitFor();
  await inspect(page, 'user-restrictions');

  // After the log-out, Back has nothing to show (AT-27).
  await page.getByRole('link', { name: '暗証番号変更' }).click();
  await page.getByRole('heading', { level: 1, name: '暗証番号を変更する' }).waitFor();
  await inspect(page, 'password');
  await page.goto(`${world.portal}/confirmation-pin`);
  await page.getByRole('heading', { level: 1, name: '確認用暗証番号を変更する' }).waitFor();
  await inspect(page, 'confirmation-pin');
  await page.goto(`${world.portal}/authenticator`);
  await settled(page);
  await page.getByRole('button', { name: '登録を始める' }).click();
  await page.getByRole('img', { name: '認証アプリに読み取らせる QR コード' }).waitFor();
  await inspectAsIs(page, 'authenticator');
  await page.getByRole('button', { name: 'ログアウト' }).click();
  await page.getByRole('heading', { level: 1, name: 'ログアウトしました' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'ログイン', exact: true }).waitFor();
  expect(await page.getByText(who.name).count()).toBe(0);
  await context.close();
});

it('warns a minute before thirty without a click are over, and then has forgotten everything (AT-24)', async () => {
  const who = person('bank-corporate', 'ADMINISTRATOR');
  const context = await stranger();
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`${world.portal}/login`);
  await enter(page, who.loginId, who.password);
  await page.waitForURL(`${world.portal}/home`);
  await settled(page);
  await page.clock.fastForward('29:30');
  await page.getByRole('button', { name: '続けて利用する' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.clock.fastForward('29:30');
  await page.getByRole('dialog').waitFor();
  await page.clock.fastForward('00:31');
  await page.getByRole('heading', { level: 1, name: '操作がなかったため、ログアウトしました' }).waitFor();
  await page.getByText('30 分間クリックがなかったため').waitFor();
  expect(await page.getByText(who.name).count()).toBe(0);
  await context.close();
});

it('from registration by the desk over the letter to the first log-in, the lock and the way out of it', async () => {
  const loginId = String(1_000_000 + (Date.now() % 9_000_000));
  const desk = await holderOf(account('OPERATOR'));
  const operator = await logIn(desk);
  await operator.goto(`${world.cert}/accounts/new`);
  await settled(operator);
  await inspect(operator, 'account-new');
  await operator.locator('#tenant').fill('山田');
  await operator.getByRole('option', { name: /山田製作所/ }).click();
  await operator.locator('#loginId').fill(loginId);
  await operator.getByLabel(/^お名前/).fill('新しい 担当者');
  await operator.getByRole('button', { name: 'アカウントを登録する' }).click();
  await operator.getByRole('heading', { level: 1, name: '新しい 担当者' }).waitFor();

  // The desk hands out a temporary PIN, on a document, by a letter that can be made once.
  await operator.getByRole('button', { name: 'パスワード・暗証番号を再設定の手続きを始める' }).click();
  const dialog = operator.getByRole('dialog');
  await dialog.getByRole('button', { name: 'パスワード・暗証番号を再設定する' }).click();
  await dialog.getByText('依頼書の番号を入力してください。').first().waitFor();
  await inspectAsIs(operator, 'desk-action-faulty');
  await dialog.getByLabel(/^依頼書/).fill('依頼書 2027-0412');
  await dialog.getByRole('button', { name: 'パスワード・暗証番号を再設定する' }).click();
  await operator.getByText('完了しました: パスワード・暗証番号を再設定').waitFor();
  await inspect(operator, 'account');
  await operator.getByRole('button', { name: '通知書を作る' }).click();
  const saved = operator.waitForEvent('download');
  await operator.getByRole('button', { name: '通知書を作って保存する' }).click();
  const letter = join(mkdtempSync(join(tmpdir(), 'shomei-e2e-')), 'letter.pdf');
  await (await saved).saveAs(letter);
  await inspectAsIs(operator, 'desk-letter');
  await operator.getByRole('button', { name: '印刷できたので閉じる' }).click();
  await operator.getByRole('button', { name: '通知書を作る' }).waitFor({ state: 'detached' });
  const temporary = /仮暗証番号.*\n\s*([A-Za-z0-9]{4,16})\s*\n/.exec(
    execFileSync('pdftotext', ['-layout', letter, '-'], { encoding: 'utf8' }),
  );
  expect(temporary).not.toBeNull();

  // The first log-in has the PIN changed, and every other address leads back to it (AT-10).
  const context = await stranger();
  const page = await open(context, `${world.portal}/login`);
  await enter(page, loginId, temporary?.[1] ?? '');
  await page.getByRole('heading', { level: 1, name: '暗証番号の変更' }).waitFor();
  await inspect(page, 'new-password');
  await page.goto(`${world.portal}/certificates`);
  await page.getByRole('heading', { level: 1, name: '暗証番号の変更' }).waitFor();
  const chosen = '40718260';
  await page.locator('#password').fill(chosen);
  await page.locator('#again').fill('40718261');
  await page.getByRole('button', { name: '暗証番号を変更する' }).click();
  await page.getByText('再入力した値が一致しません。').first().waitFor();
  await inspectAsIs(page, 'new-password-faulty');
  await page.locator('#again').fill(chosen);
  await page.getByRole('button', { name: '暗証番号を変更する' }).click();
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/login'));
  await page.getByText('新しい 担当者').first().waitFor();

  // Closing the window leaves a session, which the next log-in offers to end (AT-26).
  await context.clearCookies();
  await page.goto(`${world.portal}/login`);
  await enter(page, loginId, chosen);
  await page.getByRole('heading', { level: 1, name: '前のログインが残っています' }).waitFor();
  await inspect(page, 'other-session');
  await page.getByRole('button', { name: '再ログインする' }).click();
  await page.waitForURL(`${world.portal}/home`);
  await page.getByRole('button', { name: 'ログアウト' }).click();
  await page.getByRole('link', { name: 'もう一度ログインする' }).click();

  // Five wrong ones in a row lock, and then the right one does not help either (AT-17, AT-42) ...
  const back = page.getByRole('button', { name: 'ログインの画面に戻る' });
  for (let failure = 0; failure < 5; failure++) {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await enter(page, loginId, '00000000');
    await answered;
    await page.getByRole('alert').waitFor();
  }
  if (await back.isVisible()) await back.click();
  await enter(page, loginId, chosen);
  await page.getByRole('heading', { level: 1, name: 'ロックされています' }).waitFor();
  await inspectAsIs(page, 'locked');

  // ... until the desk unlocks, on a document again (AT-19).
  await operator.goto(`${world.cert}/accounts?q=${loginId}`);
  await settled(operator);
  await inspect(operator, 'accounts');
  await operator.getByRole('link', { name: '新しい 担当者' }).click();
  await operator.getByText('暗証番号: ロック').waitFor();
  await operator.getByRole('button', { name: 'ロックを解除の手続きを始める' }).click();
  await operator
    .getByRole('dialog')
    .getByLabel(/^依頼書/)
    .fill('依頼書 2027-0413');
  await operator.getByRole('dialog').getByRole('button', { name: 'ロックを解除する' }).click();
  await operator.getByText('完了しました: ロックを解除').waitFor();
  await back.click();
  await enter(page, loginId, chosen);
  await page.waitForURL(`${world.portal}/home`);
  await operator.goto(`${world.cert}/desk-actions`);
  await settled(operator);
  await operator.getByText('依頼書 2027-0413').waitFor();
  await inspect(operator, 'desk-actions');
  await context.close();
  await desk.close();
});

it('with a certificate the page says whose it is and asks for the password alone (AT-06, AT-73)', async () => {
  const who = person('bank-fx', 'ADMINISTRATOR');
  const context = await holderOf(who);
  const page = await open(context, `${world.cert}/login`);
  await page.getByText(who.loginId).first().waitFor();
  expect(await page.locator('#loginId').count()).toBe(0);
  await inspect(page, 'log-in-certificate-and-password');
  await page.locator('#password').fill(who.password.toUpperCase() === who.password ? 'x' : who.password.toUpperCase());
  await page.getByRole('button', { name: 'ログインする' }).click();
  await page
    .getByRole('alert')
    .getByText(/大文字と小文字/)
    .waitFor();
  await page.locator('#password').fill(who.password);
  await page.getByRole('button', { name: 'ログインする' }).click();
  await page.waitForURL(`${world.cert}/home`);
  await context.close();
});

it('at the site of a tenant its certificate, the ID and the password are all asked for (AT-54)', async () => {
  const who = person('saas-groupware', 'ADMINISTRATOR');
  const without = await stranger();
  const nothing = await open(without, `${world.cert}/login?tenant=SAKURA`);
  await nothing.getByText('M-CERT-NONE').waitFor();
  expect(await nothing.locator('#password').count()).toBe(0);
  await without.close();
  const context = await holderOf(who);
  const page = await open(context, `${world.cert}/login`);
  await page.getByLabel('ログイン ID を記憶する').check();
  await inspectAsIs(page, 'log-in-site');
  await enter(page, who.loginId, who.password);
  await page.waitForURL(`${world.cert}/client-certificates`);
  await page.getByRole('button', { name: 'ログアウト' }).click();
  await page.getByRole('link', { name: 'もう一度ログインする' }).click();
  expect(await page.locator('#loginId').inputValue()).toBe(who.loginId);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(who.password);
  await context.close();
});
