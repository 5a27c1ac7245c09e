import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { ipAllowlist, restrictedTo } from '../../test/fixtures/ip-allowlist';
import { operator, session } from '../../test/fixtures/session';
import { tenant } from '../../test/fixtures/tenant';
import { at } from '../../test/fixtures/time';
import { on, refusal } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

const restricted = on('get', '/api/v1/ip-allowlist', () => restrictedTo);

describe('the allow-list', () => {
  beforeEach(() => server.use(restricted));

  it('is in the menu only where the policy restricts addresses', async () => {
    const { unmount } = await renderApp('/home');
    expect(await screen.findByRole('link', { name: 'IPアドレス制限' })).toHaveAttribute('href', '/ip-allowlist');
    unmount();
    server.use(on('get', '/api/v1/ip-allowlist', () => ipAllowlist));
    await renderApp('/ip-allowlist');
    expect(await screen.findByText('IPアドレスを制限していません')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'IPアドレス制限' })).not.toBeInTheDocument();
  });

  it('at66: warns whoever leaves themselves out, and changes nothing until they mean it', async () => {
    const sent: { body: Schema<'IpAllowlistChange'>; seen: string | null }[] = [];
    server.use(
      http.put('*/api/v1/ip-allowlist', async ({ request }) => {
        const body = (await request.json()) as Schema<'IpAllowlistChange'>;
        sent.push({ body, seen: request.headers.get('If-Match') });
        return body.confirmed
          ? HttpResponse.json({
              ...restrictedTo,
              version: 4,
              admitsOwnAddress: false,
              trial: { entries: body.entries, until: at(0) },
            })
          : HttpResponse.json(
              refusal(422, 'own-address-missing', 'お使いのIPアドレスがリストに含まれていません。').problem,
              { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
            );
      }),
    );
    await renderApp('/ip-allowlist');
    await userEvent.click(await screen.findByRole('button', { name: '2 行目 203.0.113.9 を削除する' }));
    await userEvent.click(screen.getByRole('button', { name: '変更を確認する' }));
    const question = await screen.findByRole('dialog', { name: 'IPアドレス制限を変更しますか' });
    expect(within(question).getByRole('row', { name: /削除 203.0.113.9 — 自宅/ })).toBeInTheDocument();
    await userEvent.type(within(question).getByRole('textbox'), '自宅は使わない');
    await userEvent.click(within(question).getByRole('button', { name: 'リストを変更する' }));
    const warning = await screen.findByRole('dialog', { name: 'お使いの接続元が含まれていません' });
    expect(within(warning).getByText(/今の接続元 203.0.113.9 がリストにありません/)).toBeInTheDocument();
    expect(within(warning).getByText('M-IP-SELF')).toBeInTheDocument();
    await userEvent.click(within(warning).getByRole('button', { name: '10 分間試す' }));
    expect(await screen.findByText('このリストは試用中です')).toBeInTheDocument();
    expect(screen.getByText(/今の接続元 203.0.113.9 は許可されていません/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'このリストで確定する' })).not.toBeInTheDocument();
    expect(sent.map(({ seen, body }) => [seen, body.confirmed])).toEqual([
      ['"3"', undefined],
      ['"3"', true],
    ]);
    expect(sent[1]?.body).toMatchObject({ entries: [restrictedTo.entries[0]], comment: '自宅は使わない' });
  });

  it('is kept by whoever it lets in', async () => {
    let confirmed: string | null = null;
    server.use(
      on('get', '/api/v1/ip-allowlist', () => ({
        ...restrictedTo,
        trial: { entries: restrictedTo.entries, until: at(0) },
      })),
      http.post('*/api/v1/ip-allowlist/confirmation', ({ request }) => {
        confirmed = request.headers.get('If-Match');
        return HttpResponse.json({ ...restrictedTo, version: 4 });
      }),
    );
    await renderApp('/ip-allowlist');
    await userEvent.click(await screen.findByRole('button', { name: 'このリストで確定する' }));
    await waitFor(() => expect(screen.queryByText('このリストは試用中です')).not.toBeInTheDocument());
    expect(confirmed).toBe('"3"');
  });

  it('shows every fault of a file with its row and cure, and takes a good one into the editor', async () => {
    const faulty: Schema<'IpAllowlistCheck'> = {
      encoding: 'UTF-8',
      entries: [],
      faults: [
        {
          row: 3,
          column: 1,
          code: 'NotAnAddress',
          message: 'IPアドレスではありません。',
          cure: '192.0.2.10 のように。',
        },
      ],
      ownAddress: '203.0.113.9',
      admitsOwnAddress: false,
    };
    server.use(on('post', '/api/v1/ip-allowlist/check', () => faulty));
    await renderApp('/ip-allowlist');
    const file = new File(['x'], 'list.csv', { type: 'text/csv' });
    await userEvent.upload(await screen.findByLabelText('CSV ファイル'), file);
    expect(
      await screen.findByRole('row', {
        name: '3 IPアドレス IPアドレスではありません。 [NotAnAddress] 192.0.2.10 のように。',
      }),
    ).toBeInTheDocument();
    server.use(
      on('post', '/api/v1/ip-allowlist/check', () => ({
        ...faulty,
        faults: [],
        entries: [{ range: '198.51.100.0/24', memo: '支社' }],
      })),
    );
    await userEvent.upload(screen.getByLabelText('CSV ファイル'), file);
    expect(await screen.findByText('お使いの接続元 203.0.113.9 はこのファイルにありません。')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'この内容を編集画面に入れる' }));
    expect(screen.getByLabelText('1 行目のIPアドレス')).toHaveValue('198.51.100.0/24');
    expect(screen.getByRole('button', { name: '変更を確認する' })).toBeEnabled();
  });

  it('leads from each fault to its field', async () => {
    server.use(
      http.put('*/api/v1/ip-allowlist', () =>
        HttpResponse.json(
          refusal(422, 'ip-allowlist-faulty', 'IPアドレスのリストに誤りがあります。', {
            errors: [{ pointer: '/entries/2/range', code: 'NotAnAddress', message: '読み取れません。' }],
          }).problem,
          { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
        ),
      ),
    );
    await renderApp('/ip-allowlist');
    await userEvent.click(await screen.findByRole('button', { name: '行を追加する' }));
    await userEvent.type(screen.getByLabelText('3 行目のIPアドレス'), 'nonsense');
    await userEvent.click(screen.getByRole('button', { name: '変更を確認する' }));
    const question = await screen.findByRole('dialog', { name: 'IPアドレス制限を変更しますか' });
    await userEvent.type(within(question).getByRole('textbox'), 'x');
    await userEvent.click(within(question).getByRole('button', { name: 'リストを変更する' }));
    await userEvent.click(await screen.findByRole('link', { name: '3 件目: 読み取れません。' }));
    expect(screen.getByLabelText('3 行目のIPアドレス')).toHaveFocus();
  });
});

it('is opened again by an operator, without a guard', async () => {
  let sent: unknown;
  const id = tenant.id;
  server.use(
    on('get', '/api/v1/session', () => session(operator)),
    on('get', '/api/v1/tenants/{id}', () => tenant),
    on('get', '/api/v1/tenants/{id}/ip-allowlist', () => restrictedTo),
    http.put('*/api/v1/tenants/:id/ip-allowlist', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ ...restrictedTo, version: 4, entries: [] });
    }),
  );
  await renderApp(`/tenants/${id}/ip-allowlist`);
  await screen.findByRole('heading', { level: 1, name: 'IPアドレス制限: 証明大学' });
  await userEvent.click(await screen.findByRole('button', { name: '2 行目 203.0.113.9 を削除する' }));
  await userEvent.click(screen.getByRole('button', { name: '1 行目 192.0.2.0/24 を削除する' }));
  await userEvent.click(screen.getByRole('button', { name: '変更を確認する' }));
  const question = await screen.findByRole('dialog');
  expect(within(question).getByText(/どのIPアドレスからでも利用できるようになります/)).toBeInTheDocument();
  await userEvent.type(within(question).getByRole('textbox'), '依頼書 2027-004');
  await userEvent.click(within(question).getByRole('button', { name: 'リストを変更する' }));
  await screen.findByText('まだ1件も登録されていません');
  expect(sent).toEqual({ entries: [], comment: '依頼書 2027-004' });
});
