import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { codeOf } from './authenticatorApp';
import { handedOut } from './customer';
import { enter, inspect, inspectAsIs, logIn, open, settled } from './inspect';
import { account, holderOf, leave, stranger, world } from './world';

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
  const letter = await (await saved).path();
  await inspectAsIs(operator, 'desk-letter');
  await operator.getByRole('button', { name: '印刷できたので閉じる' }).click();
  await operator.getByRole('button', { name: '通知書を作る' }).waitFor({ state: 'detached' });
  const temporary = handedOut(readFileSync(letter), '仮暗証番号');

  // The first log-in has the PIN changed, and every other address leads back to it (AT-10).
  const context = await stranger();
  const page = await open(context, `${world.portal}/login`);
  await enter(page, loginId, temporary);
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
  await inspectAsIs(operator, 'accounts');
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

  // Whoever registers an authenticator app is asked for its code from then on (AT-41).
  await page.goto(`${world.portal}/authenticator`);
  await page.locator('#present').fill(chosen);
  await page.getByRole('button', { name: '登録を始める' }).click();
  const secret = (await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4})+$/).textContent()) ?? '';
  await page.locator('#code').fill(codeOf(secret));
  await page.getByRole('button', { name: '登録を完了する' }).click();
  await page.getByText('認証アプリを登録しました').waitFor();
  await page.getByRole('button', { name: 'ログアウト' }).click();
  await page.getByRole('link', { name: 'もう一度ログインする' }).click();
  await enter(page, loginId, chosen);
  await page.getByRole('heading', { level: 1, name: 'ワンタイムパスワードの入力' }).waitFor();
  await inspect(page, 'one-time-password');
  await page.locator('#code').fill(codeOf(secret, 5));
  await page.getByRole('button', { name: 'ログインを続ける' }).click();
  await page.getByText('ワンタイムパスワードが違います').waitFor();
  await inspectAsIs(page, 'one-time-password-wrong');
  await page.locator('#code').fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'ログインを続ける' }).click();
  await page.waitForURL(`${world.portal}/home`);
  await leave(page);
  await operator.goto(`${world.cert}/desk-actions`);
  await settled(operator);
  await operator.getByText('依頼書 2027-0413').waitFor();
  await inspectAsIs(operator, 'desk-actions');
  await desk.close();
});
