import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { changeAddresses, emptyAddresses } from './addresses';
import { inspect, inspectAsIs, logIn, settled } from './inspect';
import { account, holderOf, world } from './world';

/** What the policy of the demonstration's tenant makes of the list. */
async function restrict(operator: Page, combine: 'OFF' | 'AND'): Promise<string> {
  await operator.goto(`${world.cert}/tenants?q=SHOMEI-U`);
  await settled(operator);
  await operator.getByRole('link', { name: '証明大学' }).click();
  await operator.getByRole('link', { name: 'ポリシーを見る' }).click();
  await operator.getByRole('link', { name: 'ポリシーを変更する' }).click();
  await operator.getByLabel('IPアドレスの確認').selectOption(combine);
  const look = operator.getByRole('button', { name: '変更内容を確認する' });
  await look.waitFor();
  await expect.poll(() => look.isEnabled()).toBe(true);
  await look.click();
  const dialog = operator.getByRole('dialog');
  await dialog.getByLabel('変更の理由').fill('依頼書 2027-004');
  await dialog.getByRole('button', { name: 'ポリシーを変更する' }).click();
  await operator.getByRole('heading', { level: 1, name: '証明大学のポリシー', exact: true }).waitFor();
  return operator.url().replace(/\/policy$/, '');
}

it('an officer lists where people come from, and is stopped before shutting themselves out', async () => {
  const [desk, office] = [await holderOf(account('OPERATOR')), await holderOf(account('OFFICER'))];
  const operator = await logIn(desk);
  const tenant = await restrict(operator, 'AND');

  const officer = await logIn(office);
  await officer.goto(`${world.cert}/ip-allowlist`);
  await settled(officer);
  await officer.getByText('まだ1件も登録されていません').waitFor();
  await officer.getByRole('button', { name: '行を追加する' }).click();
  await officer.getByLabel('1 行目のIPアドレス').fill('192.0.2.7/24');
  await changeAddresses(officer);
  await officer.getByText('192.0.2.0/24 と記入してください', { exact: false }).waitFor();
  await inspectAsIs(officer, 'ip-allowlist-faulty');
  await officer.getByLabel('1 行目のIPアドレス').fill('192.0.2.0/24');
  await changeAddresses(officer);
  const warning = officer.getByRole('dialog', { name: 'お使いの接続元が含まれていません' });
  await warning.waitFor();
  await inspectAsIs(officer, 'ip-allowlist-self');
  await warning.getByRole('button', { name: '自分の接続元を追加する' }).click();
  await changeAddresses(officer);
  await officer.getByText('登録済みのIPアドレス（2 件', { exact: false }).waitFor();
  await officer.getByRole('dialog').waitFor({ state: 'detached' });
  await inspect(officer, 'ip-allowlist');

  await operator.goto(`${tenant}/ip-allowlist`);
  await settled(operator);
  await inspectAsIs(operator, 'operator-ip-allowlist');
  await emptyAddresses(operator);
  await restrict(operator, 'OFF');
  await desk.close();
  await office.close();
});
