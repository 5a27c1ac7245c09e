import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inspectAsIs, logIn, settled } from './inspect';
import { account, holderOf, world } from './world';

const NAMES = ['made1.shomei.ac.jp', 'made2.shomei.ac.jp'];

it('an officer drops two CSRs, finishes the rows by keyboard, has them checked, and corrects what was refused', async () => {
  const officer = await holderOf(account('OFFICER'));
  const page = await logIn(officer);
  await page.goto(`${world.cert}/request-files/new`);
  await settled(page);
  await page.getByRole('link', { name: '画面で作る' }).click();
  await page.getByRole('grid').waitFor();

  // 1. Two requests at once are two rows with subject, profile, request and name.
  await page.locator('#maker-files').setInputFiles(NAMES.map(csr));
  await page.getByText('CSR 1 件を読み取りました。').first().waitFor();
  const rows = page.getByRole('grid').getByRole('row');
  expect(await rows.count()).toBe(3);
  const field = page.getByRole('grid').getByRole('textbox');
  // The cell one is at has its value in the field, the others show it.
  const subjectOf = (name: string) => `CN=${name},O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP`;
  expect(await field.inputValue()).toBe(subjectOf(NAMES[0] as string));
  expect(await rows.nth(2).textContent()).toContain(`${subjectOf(NAMES[1] as string)}12MII`);
  await inspectAsIs(page, 'maker-from-csr');

  // 2. By keyboard: the address is wrong at first, the software goes down from the first row.
  await rows.nth(1).getByRole('gridcell').nth(5).click();
  await page.keyboard.type('taro');
  await page.keyboard.press('Enter');
  await page.keyboard.type('jiro@shomei.ac.jp');
  await page.keyboard.press('Shift+Enter');
  await page.getByText('名前@ドメイン の形にしてください。').waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  await page.keyboard.press('F2');
  await page.keyboard.type('@example.com');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('nginx 1.28');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+D');
  expect(await field.inputValue()).toBe('nginx 1.28');
  await page.getByText('画面で分かる誤りはありません').waitFor();

  // 3. A name outside the domains is what only the server knows.
  await rows.nth(2).getByRole('gridcell').nth(8).click();
  await page.keyboard.type('dNSName=www.example.org');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'この内容を検査する' }).click();
  await page.waitForURL(/\/request-files\/(?!new|make)[^/?]+$/);
  await page.getByText(/1 行にエラーがあります/).waitFor();

  // 4. The refused row comes back with its fault at the cell, and goes again.
  await page.getByRole('link', { name: 'エラー行を画面で直す' }).click();
  await page.getByText(/エラー行 1 行を直します/).waitFor();
  expect(await rows.count()).toBe(2);
  await page.getByRole('button', { name: '次の誤りへ進む' }).click();
  await page.getByRole('link', { name: '224' }).waitFor();
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
  await inspectAsIs(page, 'maker-refused');
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'この内容を検査する' }).click();
  await page.waitForURL(/\/request-files\/(?!new|make)[^/?]+$/);
  await page.getByText(/1 行すべてにエラーはありません/).waitFor();

  // 5. Of ten thousand rows only the visible ones are in the page.
  await page.goto(`${world.cert}/request-files/make`);
  await page.locator('#maker-files').setInputFiles({
    name: 'many.tsv',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      Array.from({ length: 10_000 }, (_, i) => `CN=h${i}.shomei.ac.jp\t12${'\t'.repeat(11)}`).join('\n'),
    ),
  });
  await page.getByText('10000 行を読み取りました。').waitFor();
  expect(await rows.count()).toBeLessThan(60);
  await rows.nth(1).getByRole('gridcell').first().click();
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.type('CN=last');
  await page.keyboard.press('Enter');
  expect(await field.getAttribute('aria-label')).toBe('10000 行 主体者DN');
  await page.getByRole('gridcell', { name: 'CN=last' }).or(page.locator('input[value="CN=last"]')).first().waitFor();
  await officer.close();
});

function csr(name: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'shomei-e2e-'));
  const out = join(dir, `${name}.csr`);
  execFileSync(
    'openssl',
    [
      ...['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
      ...['-keyout', join(dir, 'server.key'), '-out', out],
      ...['-subj', `/C=JP/ST=Tokyo/L=Chiyoda-ku/O=Shomei University/CN=${name}`],
    ],
    { stdio: 'pipe' },
  );
  return out;
}
