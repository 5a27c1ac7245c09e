import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inspect, inspectAsIs, logIn, open, settled } from './inspect';
import { type Issued, issue } from './issue';
import { account, holderOf, stranger, world } from './world';

const run = Date.now();

it('an operator finds a certificate of a tenant and revokes it on a document', async () => {
  const { host } = await issued(`desk-${run}`);
  const operator = await holderOf(account('OPERATOR'));
  const page = await logIn(operator);
  await page.getByRole('link', { name: '証明書を探す' }).click();
  await page.getByLabel('探すもの').fill(host);
  await page.getByRole('button', { name: '証明書を探す' }).click();
  await page.getByRole('link', { name: host }).click();
  await page
    .getByRole('complementary')
    .getByText(/証明大学/)
    .first()
    .waitFor();
  await inspect(page, 'operator-certificate');
  await page.getByRole('button', { name: '失効の手続きをする' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /利用の終了/ }).check();
  await dialog.getByRole('button', { name: '証明書を失効する' }).click();
  await dialog.getByRole('alert').getByText('依頼書の番号を入力してください。').waitFor();
  await inspectAsIs(page, 'operator-revoke');
  await dialog.getByLabel('依頼書の番号 (必須)').fill(`R-${run}`);
  await dialog.getByRole('button', { name: '証明書を失効する' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('公開済み').nth(1).waitFor();
  await operator.close();
});

it('an operator takes a key from the report over the proof to its end', async () => {
  const { host, key, certificate } = await issued(`leaked-${run}`);
  const operator = await holderOf(account('OPERATOR'));
  const page = await logIn(operator);

  // 1. The key, by its certificate.
  await page.getByRole('link', { name: '鍵の危殆化' }).click();
  await page.getByRole('link', { name: '鍵の危殆化を受け付ける' }).first().click();
  await page.locator('#key').fill(readFileSync(certificate, 'utf8'));
  await page.getByRole('button', { name: 'この鍵で受付を始める' }).click();
  await page.getByRole('link', { name: host }).waitFor();
  await inspect(page, 'key-proof');

  // 2. The proof: first of another key, then of this one, by the very command on the page.
  const command = (await page.getByRole('region', { name: 'コマンド' }).locator('pre').textContent()) ?? '';
  const other = await issuedKey();
  await page.locator('#proof').fill(proofBy(command, other));
  await page.getByRole('button', { name: '証明を確かめる' }).click();
  await page
    .getByRole('alert')
    .getByText(/OTHER_KEY/)
    .waitFor();
  await page.locator('#proof').fill(proofBy(command, key));
  await page.getByRole('button', { name: '証明を確かめる' }).click();

  // 3. The end.
  const confirm = page.getByRole('button', { name: '鍵の使用を禁止し、1 枚を失効する' });
  await confirm.waitFor();
  await inspect(page, 'key-confirm');
  await confirm.click();
  await page.getByRole('alert').getByText('依頼書の番号を入力してください。').waitFor();
  await page.getByLabel('依頼書の番号 (必須)').fill(`K-${run}`);
  await confirm.click();
  await page.getByText('鍵の使用を禁止しました').waitFor();
  await inspect(page, 'key-ended');
  await page.getByRole('link', { name: '失効の結果を見る' }).click();
  await page.getByText('1 枚の証明書を失効しました').waitFor({ timeout: 60_000 });

  // 4. It stays blocked.
  await page.goto(`${world.cert}/blocked-keys?q=K-${run}`);
  await settled(page);
  await page.getByRole('cell', { name: `K-${run}` }).waitFor();
  await inspectAsIs(page, 'blocked-keys');
  await operator.close();
});

it('anybody who has a key ends it without an account', async () => {
  const { key, certificate } = await issued(`public-${run}`);
  const visitor = await stranger({ viewport: { width: 1024, height: 800 } });
  const page = await open(visitor, `${world.portal}/report-key`);
  await page.locator('#key').fill(readFileSync(certificate, 'utf8'));
  await page.getByRole('button', { name: '次へ進む' }).click();
  await page.getByRole('radio', { name: /署名/ }).check();
  const command = (await page.getByRole('region', { name: 'コマンド' }).locator('pre').textContent()) ?? '';
  await inspectAsIs(page, 'report-key-proof');
  await page.locator('#proof').fill(proofBy(command, key));
  await page.getByRole('button', { name: '証明して失効する' }).click();
  await page.getByText(/この鍵の証明書 1 枚を失効しました/).waitFor();
  await inspectAsIs(page, 'report-key-ended');
  await visitor.close();
});

it('an operator publishes the revocation lists of an authority', async () => {
  const operator = await holderOf(account('OPERATOR'));
  const page = await logIn(operator);
  await page.getByRole('link', { name: '失効リスト' }).click();
  await page
    .getByRole('button', { name: /の失効リストを今すぐ公開する/ })
    .first()
    .click();
  await page.getByText(/失効リストを公開しました/).waitFor({ timeout: 60_000 });
  await inspectAsIs(page, 'crls-published');
  await operator.close();
});

async function issued(name: string): Promise<Issued> {
  const officer = await holderOf(account('OFFICER'));
  const made = await issue(await logIn(officer), name);
  await officer.close();
  return made;
}

async function issuedKey(): Promise<string> {
  return (await issued(`other-${run}`)).key;
}

/** Runs what the page shows, with the name of the key in its place. */
function proofBy(command: string, key: string): string {
  const output = `${key}.proof`;
  const text = command.replace('key.pem', key).replace('proof.csr', output);
  const printed = execFileSync('sh', ['-c', text], { stdio: ['ignore', 'pipe', 'pipe'] }).toString();
  expect(printed.includes('PRIVATE')).toBe(false);
  return text.includes(output) ? readFileSync(output, 'utf8') : printed;
}
