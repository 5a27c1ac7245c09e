import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { eventually } from './eventually';
import { inspect, inspectAsIs, logIn, open, settled } from './inspect';
import { account, collectionUrls, demoFile, holderOf, stranger, world } from './world';

it('an officer issues a file of certificates, a subscriber collects one, the officer revokes it', async () => {
  const started = Date.now();
  const officer = await holderOf(account('OFFICER'));
  const page = await logIn(officer);
  await inspect(page, 'home');

  // 1. Choose and check.
  await page.getByRole('link', { name: 'ファイルで申請する' }).first().click();
  await page.locator('#file').waitFor({ state: 'attached' });
  await settled(page);
  await page.locator('#file').setInputFiles(demoFile('server-issue-good.tsv'));
  await page.getByRole('button', { name: 'アップロードして検査する' }).click();
  await page.waitForURL(/\/request-files\/(?!new)[^/?]+/);
  await page.getByText(/行すべてにエラーはありません/).waitFor();
  await inspect(page, 'file-checked');

  // 2. Confirm: not without every item.
  const submit = page.getByRole('button', { name: /申請して発行する/ });
  await submit.click();
  await page.getByRole('alert').waitFor();
  await inspectAsIs(page, 'file-unconfirmed');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  // A short file is done at once: what is told of it is held back until the bar was seen.
  let tell = () => {};
  const seen = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const events = '**/api/v1/request-files/*/events';
  await page.route(events, async (route) => {
    await seen;
    await route.fallback();
  });
  await submit.click();

  // 3. Follow.
  // Nothing of it is filled yet, so that it is there, but not to be seen.
  await page.getByRole('progressbar').waitFor({ state: 'attached' });
  await page.screenshot({ path: new URL('./screenshots/file-running.png', import.meta.url).pathname });
  tell();
  await page.getByText(/サーバ証明書を \d+ 枚発行しました/).waitFor({ timeout: 120_000 });
  await page.unroute(events);
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  await inspect(page, 'file-done');

  // 4. A certificate, reached by link and by its address.
  await page.locator('table a[href^="/certificates/"]').first().click();
  await page.waitForURL(/\/certificates\/[^/?]+/);
  const name = await page.getByRole('complementary').getByRole('heading', { level: 2 }).first().textContent();
  await inspect(page, 'certificate');
  const certificateUrl = page.url();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '中間証明書付き (PEM)' }).click();
  expect(readFileSync((await (await download).path()) as string, 'utf8')).toContain('-----BEGIN CERTIFICATE-----');

  // 5. The subscriber, on a phone and without any certificate.
  const urls = await eventually(
    'mails',
    () => collectionUrls(started),
    (found) => found.length > 0,
  );
  const subscriber = await stranger({ viewport: { width: 360, height: 740 } });
  let collected: string | undefined;
  for (const url of urls) {
    const collect = await open(subscriber, url);
    const mine = (await collect.locator('main').textContent())?.includes(name ?? '');
    if (mine && (await collect.locator('button[type=submit]').count()) > 0) {
      await inspect(collect, 'collect');
      const saved = collect.waitForEvent('download');
      await collect.getByRole('button', { name: '証明書をダウンロードする' }).click();
      expect(readFileSync((await (await saved).path()) as string, 'utf8')).toContain('-----BEGIN CERTIFICATE-----');
      await collect.getByRole('heading', { level: 1, name: '証明書を取得しました' }).waitFor();
      await inspectAsIs(collect, 'collected');
      await collect.goto(url);
      await collect.getByRole('heading', { level: 1, name: 'この URL はすでに使われました' }).waitFor();
      await inspect(collect, 'collect-used');
      collected = url;
    }
    await collect.close();
    if (collected) break;
  }
  expect(collected, `a mail with the address to collect ${name}`).toBeDefined();
  await subscriber.close();

  // 6. Revoke, with a reason.
  await page.goto(certificateUrl);
  await page.getByRole('button', { name: '失効の手続きをする' }).click();
  const dialog = page.getByRole('dialog', { name: '証明書を失効する' });
  await dialog.waitFor();
  await inspectAsIs(page, 'revoke');
  await dialog.getByRole('radio', { name: /利用の終了/ }).check();
  await dialog.getByRole('button', { name: '証明書を失効する' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/に失効しました。理由は「利用の終了」です。/).waitFor();
  await inspectAsIs(page, 'certificate-revoked');

  // 7. The history knows all of it.
  await page.goto(`${world.cert}/audit`);
  await settled(page);
  await page.getByRole('button', { name: /失効/ }).first().waitFor();
  await inspect(page, 'audit');
  await page.getByRole('button', { name: /失効/ }).first().click();
  const event = page.getByRole('dialog');
  await event.getByRole('button', { name: '封緘を確認する' }).click();
  await event.getByText('この操作は、封緘された履歴に変更なく含まれています').waitFor();
  await inspectAsIs(page, 'audit-sealed');
  await officer.close();
});
