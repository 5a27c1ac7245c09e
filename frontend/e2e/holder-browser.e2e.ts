import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { eventually } from './eventually';
import { inspect, inspectAsIs, logIn, open } from './inspect';
import { holderOf, mailedUrls, officerOfEverything, stranger, world } from './world';

it('an administrator fetches the access PIN, and the holder has the browser make the key', async () => {
  const started = Date.now();
  const officer = await holderOf(officerOfEverything());
  const id = `browser${started}`;
  await applied(await logIn(officer), id);
  const holderUrl = await mailed('collect', started, id);
  const pinUrl = await mailed('lots', started, id);

  // 1. The holder is too early.
  const holder = await stranger({ viewport: { width: 360, height: 740 } });
  const early = await open(holder, holderUrl);
  await early.getByText('アクセス PIN がまだ取得されていません').waitFor();
  await inspect(early, 'collect-dormant');
  await early.close();

  // 2. The administrator fetches the PINs; the address then says that it was used, to everybody else.
  const administrator = await stranger();
  const pins = await open(administrator, pinUrl);
  await inspect(pins, 'lot-pins');
  const archive = pins.waitForEvent('download');
  await pins.getByRole('button', { name: 'アクセス PIN を取得する' }).click();
  const zip = (await (await archive).path()) as string;
  await pins.getByRole('heading', { level: 1, name: 'アクセス PIN を取得しました' }).waitFor();
  await inspectAsIs(pins, 'lot-pins-done');
  const other = await open(await stranger(), pinUrl);
  await other.getByText('アクセス PIN は取得済みです').waitFor();
  await inspect(other, 'lot-pins-used');
  const pin = firstEntry(readFileSync(zip)).split('\r\n')[1]?.split('\t')[2] ?? '';

  // 3. A wrong PIN first, then the right one; a double press changes nothing.
  const page = await open(holder, holderUrl);
  await inspect(page, 'collect-browser');
  const make = page.getByRole('button', { name: '鍵を作って証明書を受け取る' });
  await page.locator('#secret').fill('wrong');
  await make.click();
  await page.getByRole('alert').waitFor();
  await page.locator('#secret').fill(pin);
  const saved = page.waitForEvent('download');
  await make.dblclick();
  const file = (await (await saved).path()) as string;
  await page.getByRole('heading', { level: 1, name: '証明書を取得しました' }).waitFor();
  await inspectAsIs(page, 'collected-browser');
  const opened = execFileSync('openssl', ['pkcs12', '-in', file, '-passin', `pass:${pin}`, '-nodes'], {
    encoding: 'utf8',
  });
  expect(opened).toContain('PRIVATE KEY');
  expect(opened).toContain(`CN = Browser Holder`);

  // 4. A file that got lost is made again in the same tab, of the same key.
  await page.reload();
  await page.getByText('この画面で取得したばかりです').waitFor();
  await page.locator('#secret').fill(pin);
  const repeated = page.waitForEvent('download');
  await make.click();
  const again = (await (await repeated).path()) as string;
  const key = (of: string) => /-----BEGIN PRIVATE KEY-----[^-]+/.exec(of)?.[0];
  expect(
    key(execFileSync('openssl', ['pkcs12', '-in', again, '-passin', `pass:${pin}`, '-nodes'], { encoding: 'utf8' })),
  ).toBe(key(opened));
  await officer.close();
});

/** Hands in a file with one line, and confirms it. */
async function applied(page: Page, id: string): Promise<void> {
  const row = [
    `CN=Browser Holder,OU=${id},O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP`,
    ...['17', '3', '', '', '', '', '山田花子', '情報基盤センター', `${id}@shomei.ac.jp`],
    ...['鈴木太郎', id, '工学部', `holder-${id}@shomei.ac.jp`, ''],
  ].join('\t');
  await page.goto(`${world.cert}/home`);
  await page.evaluate(async (line) => {
    const headers = { 'X-Requested-With': 'shomei' };
    const form = new FormData();
    for (const [name, value] of [
      ['kind', 'CLIENT'],
      ['operation', 'ISSUE'],
      ['onError', 'ABORT'],
    ] as const) {
      form.append(name, value);
    }
    form.append('file', new File([line], 'clients.tsv', { type: 'text/tab-separated-values' }));
    const checked = await fetch('/api/v1/request-files', { method: 'POST', headers, body: form });
    const { id: file } = await checked.json();
    const answer = await fetch(`/api/v1/request-files/${file}/submission`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ confirmed: ['identity-verified', 'domain-authorised', 'contact-checked'] }),
    });
    if (answer.status !== 202) throw new Error(await answer.text());
  }, row);
}

/** The only entry of a ZIP file, behind its local header (APPNOTE 4.3.7). */
function firstEntry(zip: Buffer): string {
  return inflateRawSync(zip.subarray(30 + zip.readUInt16LE(26) + zip.readUInt16LE(28))).toString('latin1');
}

async function mailed(path: string, since: number, about: string): Promise<string> {
  // In the raw text of a mail an address may be broken by a soft line end; a whole token has 43 characters.
  const whole = () => mailedUrls(path, since, about).find((one) => /\/[\w-]{43}$/.test(one));
  return (await eventually(`a mail with ${path}`, whole)) ?? '';
}
