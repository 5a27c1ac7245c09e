import { expect, it } from 'vitest';
import { inspect, inspectAsIs, logIn, open, settled } from './inspect';
import { account, holderOf, holderOfForeign, stranger, world } from './world';

it('the portal offers to log in with a certificate and remembers where one wanted to go', async () => {
  const context = await stranger();
  const page = await open(context, `${world.portal}/`);
  await inspect(page, 'start');
  await page.goto(`${world.portal}/certificates?status=ISSUED`);
  await settled(page);
  const target = await page.getByRole('link', { name: /証明書でログインする/ }).getAttribute('href');
  expect(target).toBe(`${world.cert}/login?to=%2Fcertificates%3Fstatus%3DISSUED`);
  await inspectAsIs(page, 'login-return');
  await context.close();
});

it('without a certificate the diagnosis says so and how to go on', async () => {
  const context = await stranger();
  const page = await open(context, `${world.cert}/login`);
  await page.getByText('M-CERT-NONE').waitFor();
  expect(await page.getByRole('button', { name: 'ログインする' }).count()).toBe(0);
  await inspect(page, 'diagnosis-none');
  await page.getByRole('link', { name: 'ほかの方法でログインする' }).click();
  await page.waitForURL(`${world.portal}/`);
  await context.close();
});

it('with a foreign certificate the diagnosis names it', async () => {
  const context = await holderOfForeign();
  const page = await open(context, `${world.cert}/login`);
  await page.getByText('M-CERT-FOREIGN').waitFor();
  await page
    .getByText(/Foreign Person/)
    .first()
    .waitFor();
  await inspect(page, 'diagnosis-foreign');
  await context.close();
});

it('logging out ends the session and says to close the browser', async () => {
  const context = await holderOf(account('OFFICER'));
  const page = await open(context, `${world.cert}/login?to=/audit`);
  await inspect(page, 'login-welcome');
  await page.getByRole('button', { name: 'ログインする' }).click();
  await page.waitForURL(`${world.cert}/audit`);
  await page.getByRole('button', { name: /^アカウント:/ }).click();
  await page.getByText('前回のログイン').waitFor();
  await inspectAsIs(page, 'account-menu');
  await page.getByRole('button', { name: 'ログアウト' }).click();
  await page.getByRole('heading', { level: 1, name: 'ログアウトしました' }).waitFor();
  await inspect(page, 'logged-out');
  await page.goto(`${world.cert}/home`);
  await page.getByRole('heading', { level: 1, name: 'この証明書でログインします' }).waitFor();
  for (const why of ['timed-out&after=PT30M', 'displaced', '']) {
    await page.goto(`${world.cert}/session-ended?why=${why}`);
    await inspect(page, `session-ended-${why.split('&')[0]}`);
  }
  await context.close();
});

it('the language changes at once and stays', async () => {
  const context = await holderOf(account('OFFICER'));
  const page = await logIn(context);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  await page.getByRole('button', { name: '日本語' }).click();
  await page.getByRole('heading', { level: 1, name: 'ホーム' }).waitFor();
  await context.close();
});

it('by keyboard alone one gets from the top of the page to its content', async () => {
  const context = await holderOf(account('OFFICER'));
  const page = await logIn(context);
  await page.reload();
  await settled(page);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('本文へ移動');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await context.close();
});
