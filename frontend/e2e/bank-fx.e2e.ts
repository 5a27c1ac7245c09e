import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inspect, inspectAndLeave, inspectAsIs, open, settled } from './inspect';
import { certificateOf, publicKeyOf, saved } from './keyFile';
import { whileValidFor } from './tenantPolicy';
import { demoFile, foreignKeyFile, holderOfFile, leave, ownBrowser, personOf, stranger, world } from './world';

const CHOSEN = 'Trade2027fx';

async function acquire(page: Page, password: string, acquisitionPassword: string): Promise<void> {
  await page.locator('#loginId').fill('0128000017');
  await page.locator('#password').fill(password);
  await page.locator('#acquisitionPassword').fill(acquisitionPassword);
  await page.getByRole('button', { name: '証明書を取得する' }).click();
}

/** What the guide says is to be put on devices, so that browsers take the certificate of an issuer without asking. */
async function policiesFor(page: Page, issuer: string): Promise<string> {
  await page.goto(`${world.portal}/help/fleet`);
  await page.getByRole('combobox', { name: '証明書を発行した認証局' }).fill(issuer);
  await page.getByRole('tab', { name: 'Linux' }).click();
  return (await page.getByRole('tabpanel', { name: 'Linux' }).locator('pre').textContent()) ?? '';
}

async function logIn(page: Page, password: string): Promise<void> {
  await page.locator('#password').fill(password);
  await page.getByRole('button', { name: 'ログインする' }).click();
}

it('a customer of a bank acquires a certificate and trades with it (AT-01 … AT-10, AT-75)', async () => {
  const who = personOf('0128000017');
  const secret = who.acquisitionPassword ?? '';
  const context = await stranger();
  const page = await open(context, `${world.portal}/login?tenant=ABC-TRADING`);
  await inspect(page, 'fx-log-in');
  await page.getByRole('link', { name: /^証明書を取得する/ }).click();
  await page.getByRole('heading', { level: 1, name: '電子証明書の取得' }).waitFor();

  // Nobody is told which of the three was wrong.
  await acquire(page, who.password, `${secret}x`);
  await page.getByRole('alert').getByText('入力した内容に誤りがあります').waitFor();
  await inspectAsIs(page, 'fx-acquire-refused');

  // The page goes on by itself, and a reload finds it where it is.
  await whileValidFor('ABC-TRADING', 'P20D', async () => {
    await acquire(page, who.password, secret);
    await page.waitForURL(`${world.portal}/acquire/*`);
    await page.getByRole('heading', { level: 1, name: '証明書のダウンロード' }).waitFor();
  });
  expect(await page.locator('#acquisitionPassword').count()).toBe(0);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: '証明書のダウンロード' }).waitFor();
  await inspect(page, 'fx-download');
  await page.getByRole('radio', { name: 'Windows' }).check();
  await page.locator('#acquisitionPassword').fill(secret);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '証明書をダウンロードする' }).click();
  const file = await saved(download);
  await page.getByRole('heading', { level: 1, name: '証明書を取り込んでください' }).waitFor();
  await inspectAsIs(page, 'fx-received');
  const certificate = certificateOf(file, secret);
  expect(certificate?.subject).toContain('CN=0128000017');
  expect(certificateOf(file, who.password)).toBeUndefined();

  // There is one certificate, and while it is valid there is no other.
  await page.goto(`${world.portal}/acquire`);
  await acquire(page, who.password, secret);
  await page.getByText('有効な証明書をすでに取得しています').waitFor();

  // Imported into the browser's own store, which the guide has choose without asking (F-14), and trust our root.
  const policies = await policiesFor(page, /CN=(.+)/.exec(certificate?.issuer ?? '')?.[1] ?? '');
  await context.close();
  const holder = await ownBrowser(policies, { file, password: secret });

  // The certificate says who it is; the first log-in has the password changed.
  const inside = await open(holder, `${world.cert}/login`);
  await inside.getByText('0128000017').first().waitFor();
  expect(await inside.locator('#loginId').count()).toBe(0);
  await logIn(inside, who.password);
  await inside.getByRole('heading', { level: 1, name: 'パスワードの変更' }).waitFor();
  await inside.locator('#password').fill(CHOSEN);
  await inside.locator('#again').fill(CHOSEN);
  await inside.getByRole('button', { name: 'パスワードを変更する' }).click();
  await inside.getByRole('heading', { level: 1, name: 'トップ' }).waitFor();
  await inspect(inside, 'fx-top');

  // Three choices lead to the form, and one that is missing is named.
  await inside.goto(`${world.cert}/trading?kind=RATE&trade=IMPORT`, { waitUntil: 'domcontentloaded' });
  await settled(inside);
  await inspect(inside, 'fx-trading');
  await inside.getByRole('button', { name: '次へ進む' }).click();
  await inside.getByText('受渡の形を選んでください。').first().waitFor();
  await inside.getByRole('radio', { name: '確定日取引' }).check();
  await inside.getByRole('button', { name: '次へ進む' }).click();
  await inside.getByRole('heading', { level: 1, name: 'レート要求の入力' }).waitFor();
  await inspectAndLeave(inside, 'fx-order');
  for (const page of ['confirmation', 'trades']) {
    await inside.goto(`${world.cert}/trading/${page}`, { waitUntil: 'domcontentloaded' });
    await settled(inside);
    await inspect(inside, `fx-${page}`);
  }
  await inside.goto(`${world.cert}/own-certificate`, { waitUntil: 'domcontentloaded' });
  await settled(inside);
  await inspect(inside, 'fx-own-certificate');

  // In the last month the password page offers to renew; the log-in password proves it, and opens the new file (AT-29 … AT-31).
  await inside.getByRole('button', { name: 'ログアウト' }).click();
  await inside.getByRole('link', { name: 'もう一度ログインする' }).click();
  await inside.getByRole('link', { name: '証明書を更新する' }).waitFor();
  await inspect(inside, 'fx-log-in-renewable');
  await inside.getByRole('link', { name: '証明書を更新する' }).click();
  await inside.getByRole('heading', { level: 1, name: '電子証明書の更新' }).waitFor();
  await inspect(inside, 'fx-renew');
  await inside.locator('#password').fill(CHOSEN);
  const renewal = inside.waitForEvent('download');
  await inside.getByRole('button', { name: '新しい証明書を取得する' }).click();
  const renewed = await saved(renewal);
  await inside.getByRole('heading', { level: 1, name: '新しい証明書を取り込んでください' }).waitFor();
  await inspectAsIs(inside, 'fx-renewed');
  const next = certificateOf(renewed, CHOSEN);
  expect(next?.subject).toBe(certificate?.subject);
  expect(publicKeyOf(next)).not.toBe(publicKeyOf(certificate));
  expect(certificateOf(renewed, secret)).toBeUndefined();

  // The old one is good until its end, and its page says that there is a newer one (AT-33).
  await inside.goto(`${world.cert}/login`);
  await inside.getByText('新しい証明書があります').waitFor();
  await inspectAsIs(inside, 'fx-log-in-newer');
  await logIn(inside, CHOSEN);
  await inside.getByRole('heading', { level: 1, name: 'トップ' }).waitFor();
  await leave(inside);
  const newer = await open(await holderOfFile(renewed, CHOSEN), `${world.cert}/login`);
  expect(await newer.getByText('新しい証明書があります').count()).toBe(0);
  await logIn(newer, CHOSEN);
  await newer.getByRole('heading', { level: 1, name: 'トップ' }).waitFor();
  await leave(newer);

  // With another tenant's certificate in the store the page names that one, and leads to where it is good (AT-08).
  const another = personOf('0019001');
  const mistaken = await ownBrowser(policies, { file: demoFile(another.p12), password: another.p12Password });
  const wrong = await open(mistaken, `${world.cert}/login?tenant=ABC-TRADING`);
  await wrong.getByText('M-CERT-FOREIGN').waitFor();
  await wrong.getByText('CN=50000001 0019001').first().waitFor();
  await inspect(wrong, 'fx-another-tenants');
  await wrong.getByRole('link', { name: 'この証明書の入口でログインする' }).click();
  await wrong.getByText(another.name).first().waitFor();
  await mistaken.close();

  // One of another authority is not even offered by Chromium, because the server names its own; what presents it is told so.
  const foreign = foreignKeyFile();
  const unoffered = await ownBrowser(policies, foreign);
  await (await open(unoffered, `${world.cert}/login?tenant=ABC-TRADING`)).getByText('M-CERT-NONE').waitFor();
  await unoffered.close();
  const presenting = await holderOfFile(foreign.file, foreign.password);
  const refused = await open(presenting, `${world.cert}/login?tenant=ABC-TRADING`);
  await refused.getByText('M-CERT-FOREIGN').waitFor();
  await inspectAsIs(refused, 'fx-foreign');
  await presenting.close();
});
