import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { apiTokens } from '../../test/fixtures/api-token';
import { on, refusal } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

const SECRET = 'shomei_3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

describe('API tokens', () => {
  it('are made with as little as they need, and shown once', async () => {
    let sent: Schema<'ApiTokenCreation'> | undefined;
    server.use(
      http.post('*/api/v1/api-tokens', async ({ request }) => {
        sent = (await request.json()) as Schema<'ApiTokenCreation'>;
        return HttpResponse.json({ secret: SECRET, token: apiTokens[0] }, { status: 201 });
      }),
    );
    await renderApp('/tokens');
    await userEvent.click(await screen.findByRole('button', { name: 'APIトークンを作成する' }));
    const form = await screen.findByRole('dialog', { name: 'APIトークンの作成' });
    // What an officer cannot do is not offered.
    expect(within(form).queryByLabelText('認証局の運用状態を見る')).not.toBeInTheDocument();
    await userEvent.click(within(form).getByRole('button', { name: 'APIトークンを作成する' }));
    const summary = await within(form).findByRole('alert');
    expect(within(summary).getByText('名前を入力してください。')).toBeInTheDocument();
    expect(within(summary).getByText('できることを1つ以上選んでください。')).toBeInTheDocument();
    await userEvent.type(within(form).getByRole('textbox', { name: /^名前/ }), '夜間の更新処理');
    await userEvent.click(within(form).getByLabelText('証明書を見る・ダウンロードする'));
    await userEvent.type(within(form).getByRole('textbox', { name: /^接続元/ }), '192.0.2.0/24');
    await userEvent.click(within(form).getByRole('button', { name: 'APIトークンを作成する' }));
    const once = await screen.findByRole('dialog', { name: '「夜間の更新処理」を作成しました' });
    expect(within(once).getByText(SECRET)).toBeInTheDocument();
    expect(within(once).getByRole('button', { name: 'APIトークンをコピーする' })).toBeInTheDocument();
    expect(sent).toMatchObject({
      name: '夜間の更新処理',
      scopes: ['certificates:read'],
      addresses: ['192.0.2.0/24'],
    });
    await userEvent.keyboard('{Escape}');
    expect(screen.getByText(SECRET)).toBeInTheDocument();
    expect(within(once).getByRole('button', { name: '閉じる' })).toBeDisabled();
    await userEvent.click(within(once).getByLabelText('安全な場所に保存しました'));
    await userEvent.click(within(once).getByRole('button', { name: '閉じる' }));
    await waitFor(() => expect(screen.queryByText(SECRET)).not.toBeInTheDocument());
  });

  it('tell where their faults are', async () => {
    server.use(
      http.post('*/api/v1/api-tokens', () =>
        HttpResponse.json(
          refusal(422, 'api-token-faulty', 'APIトークンの内容に誤りがあります。', {
            errors: [{ pointer: '/addresses/0', code: 'NotAnAddress', message: 'IPアドレスではありません。' }],
          }).problem,
          { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
        ),
      ),
    );
    await renderApp('/tokens');
    await userEvent.click(await screen.findByRole('button', { name: 'APIトークンを作成する' }));
    const form = await screen.findByRole('dialog', { name: 'APIトークンの作成' });
    await userEvent.type(within(form).getByRole('textbox', { name: /^名前/ }), 'x');
    await userEvent.click(within(form).getByLabelText('操作履歴を見る'));
    await userEvent.type(within(form).getByRole('textbox', { name: /^接続元/ }), 'localhost');
    await userEvent.click(within(form).getByRole('button', { name: 'APIトークンを作成する' }));
    await userEvent.click(await within(form).findByRole('link', { name: 'IPアドレスではありません。' }));
    expect(within(form).getByRole('textbox', { name: /^接続元/ })).toHaveFocus();
  });

  it('are taken back after a question', async () => {
    let revoked = '';
    server.use(
      http.delete('*/api/v1/api-tokens/:id', ({ params }) => {
        revoked = String(params.id);
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await renderApp('/tokens');
    const row = await screen.findByRole('row', { name: /^夜間の更新処理/ });
    expect(within(row).getByText('有効')).toBeInTheDocument();
    expect(within(row).getByText('192.0.2.10')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '移行作業 を無効にする' })).not.toBeInTheDocument();
    await userEvent.click(within(row).getByRole('button', { name: '夜間の更新処理 を無効にする' }));
    const question = await screen.findByRole('dialog', { name: '「夜間の更新処理」を無効にしますか' });
    await userEvent.click(within(question).getByRole('button', { name: 'トークンを無効にする' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(revoked).toBe('token-nightly');
  });

  it('are offered where there are none', async () => {
    server.use(on('get', '/api/v1/api-tokens', () => ({ items: [], scopes: [], mostDays: 365, mostTokens: 20 })));
    await renderApp('/tokens', 'en');
    expect(await screen.findByText('There are no API tokens yet')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Make an API token' }));
    expect(await screen.findByRole('dialog', { name: 'Make an API token' })).toBeInTheDocument();
  });
});
