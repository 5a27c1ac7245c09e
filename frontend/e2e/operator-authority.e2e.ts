import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { inspect, inspectAsIs, logIn, settled } from './inspect';
import { apply } from './issue';
import { account, holderOf, world } from './world';

it('an operator rolls a line over, and an officer’s new certificate comes from the new generation', async () => {
  const operator = await holderOf(account('OPERATOR'));
  const page = await logIn(operator);

  // 1. The next generation, signed here.
  await page.getByRole('link', { name: '認証局の運用' }).click();
  await page.getByRole('link', { name: 'Server CA P-256' }).click();
  await page.getByRole('link', { name: '次の世代を作成する' }).click();
  await page.getByRole('radio', { name: /このサービスの認証局で署名する/ }).check();
  await page.getByRole('button', { name: '次へ進む' }).click();
  await page.getByRole('radio', { name: 'root', exact: true }).waitFor();
  await page.getByRole('button', { name: '次へ進む' }).click();
  await page.getByRole('button', { name: '次の世代を作成する' }).click();
  const next = page.getByRole('region', { name: /Server CA P-256 G/ }).first();
  await next.getByText('発行中', { exact: true }).waitFor();
  await inspect(page, 'authority-rolled-over');
  const label = (await next.getByRole('heading').first().textContent()) ?? '';

  // 2. The one before rests.
  await page.getByRole('button', { name: '発行を停止する' }).first().click();
  const dialog = page.getByRole('dialog');
  await inspectAsIs(page, 'authority-retire');
  await dialog.getByRole('button', { name: '発行を停止する' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('発行停止', { exact: true }).first().waitFor();

  // 3. The worst asks for more than a click.
  await page.getByRole('button', { name: '危殆化を宣言する' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '危殆化を宣言して失効する' }).click();
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await inspectAsIs(page, 'authority-compromise');
  await page.keyboard.press('Escape');
  await operator.close();

  // 4. An officer applies.
  const officer = await holderOf(account('OFFICER'));
  const desk = await logIn(officer);
  const { certificate } = await apply(desk, `rolled-${Date.now()}`);
  const issuer = execFileSync('openssl', ['x509', '-in', certificate, '-noout', '-issuer']).toString();
  expect(issuer).toContain(`Shomei ${label}`);
  await officer.close();
});

it('a certificate that is signed elsewhere is asked for, and what is wrong with one is said', async () => {
  const operator = await holderOf(account('OPERATOR'));
  const page = await logIn(operator);
  await page.goto(`${world.cert}/authority-lines/code-signing/next?signed=ELSEWHERE&step=confirm`);
  await settled(page);
  await page.getByRole('button', { name: '鍵と CSR を作成する' }).click();
  await page.getByRole('link', { name: 'CSR をダウンロードする' }).waitFor();
  await inspect(page, 'authority-pending');
  await page.locator('#certificates').fill('これは証明書ではありません');
  await page.getByRole('button', { name: '証明書を取り込んで発行を始める' }).click();
  await page.getByRole('alert').getByText('証明書として読めません。').waitFor();
  await inspectAsIs(page, 'authority-refused');
  await page.getByRole('button', { name: 'この世代を取り消す' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '取り消して鍵を廃棄する' }).click();
  await page.getByRole('link', { name: '次の世代を作成する' }).waitFor();
  await operator.close();
});
