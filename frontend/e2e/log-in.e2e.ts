import { expect, it } from 'vitest';
import { enter, inspect, inspectAndLeave, inspectAsIs, open, settled } from './inspect';
import { holderOf, leave, person, stranger, world } from './world';

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
  await page.locator('#present').fill(who.password);
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
  // Time counts from when the frame is there.
  await page.getByRole('button', { name: 'ログアウト' }).waitFor();
  await page.clock.fastForward('29:30');
  await page.getByRole('button', { name: '続けて利用する' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.clock.fastForward('29:30');
  await page.getByRole('dialog').waitFor();
  await page.clock.fastForward('00:31');
  await page.getByRole('heading', { level: 1, name: '操作がなかったため、ログアウトしました' }).waitFor();
  await page.getByText('30 分間クリックがなかったため').waitFor();
  expect(await page.getByText(who.name).count()).toBe(0);

  // The server's clock went on as ever, and so did its session.
  const ended = await context.request.delete(`${world.portal}/api/v1/session`, {
    headers: { 'X-Requested-With': 'shomei' },
  });
  expect(ended.status()).toBe(204);
  await context.close();
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
  await leave(page);
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
