import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { profiles, rehearsedIssue } from '../../test/fixtures/profile';
import { operator, session } from '../../test/fixtures/session';
import { on, refusal } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

const [first] = profiles as [Schema<'Profile'>];
const asOperator = on('get', '/api/v1/session', () => session(operator));

describe('the profiles', () => {
  beforeEach(() => server.use(asOperator));

  it('are listed with what tells them apart, and found by kind', async () => {
    const { router } = await renderApp('/profiles');
    const row = await screen.findByRole('row', { name: /サーバ証明書 \(P-384\)/ });
    expect(within(row).getByText('Server CA P-384')).toBeInTheDocument();
    expect(within(row).getByText('199日')).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByLabelText('種類'), 'サーバ証明書');
    await waitFor(() => expect(router.state.location.href).toBe('/profiles?kind=SERVER'));
    expect(screen.getAllByRole('row')).toHaveLength(1 + profiles.length);
  });

  it('are explained in words, with the ceilings to come', async () => {
    await renderApp('/profiles/3');
    await screen.findByRole('heading', { level: 1, name: /^3 — サーバ証明書/ });
    expect(screen.getByText('接続してきた相手に、サーバが本物であることを示します (TLS)。')).toBeInTheDocument();
    const ceilings = screen.getByRole('table', { name: '発行する日ごとの有効期間' });
    expect(within(ceilings).getByRole('row', { name: /2029年3月15日から 46日 46日 \(上限まで\)/ })).toBeInTheDocument();
    const names = screen.getByRole('table', { name: '主体者の属性' });
    expect(within(names).getByRole('row', { name: '組織名 (O) テナントの登録情報 必ず 1 個' })).toBeInTheDocument();
  });

  it('tell who changed them and why, and compare versions', async () => {
    const { router } = await renderApp('/profiles/3');
    expect(await screen.findByText('依頼書 2026-118')).toBeInTheDocument();
    expect(screen.getByText('ソフトウェアに含まれていた内容です')).toBeInTheDocument();
    const comparison = screen.getByRole('table', { name: '版を比べる' });
    expect(within(comparison).getByRole('row', { name: '期間 90日 199日' })).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByLabelText('比べる元'), '第 2 版');
    expect(await screen.findByText('2 つの版に違いはありません。')).toBeInTheDocument();
    expect(router.state.location.href).toBe('/profiles/3?after=2&before=2');
  });
});

describe('a new version', () => {
  beforeEach(() => server.use(asOperator));

  it('is made after a look at what differs, for the version it was made from', async () => {
    let sent: unknown;
    let match: string | null = null;
    server.use(
      http.put('*/api/v1/profiles/3', async ({ request }) => {
        sent = await request.json();
        match = request.headers.get('If-Match');
        return HttpResponse.json({ ...first, version: 2, validity: 'P90D' });
      }),
    );
    const { router } = await renderApp('/profiles/3/edit');
    const days = await screen.findByLabelText('日');
    expect(screen.getByRole('button', { name: '変更内容を確認する' })).toBeDisabled();
    await userEvent.clear(days);
    await userEvent.type(days, '90');
    await userEvent.click(screen.getByRole('button', { name: '変更内容を確認する' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('row', { name: '期間 199日 90日' })).toBeInTheDocument();
    await userEvent.type(within(dialog).getByLabelText(/変更の理由/), '更新が自動になりました');
    await userEvent.click(within(dialog).getByRole('button', { name: 'プロファイルを変更する' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/profiles/3'));
    expect(sent).toMatchObject({
      settings: { validity: 'P90D', authority: 'server-rsa' },
      comment: '更新が自動になりました',
    });
    expect(match).toBe('"1"');
  });

  it('is not made of faulty settings; each fault is at its field', async () => {
    server.use(
      on('post', '/api/v1/profiles/{id}/dry-run', async ({ request, params }) => {
        const { settings } = (await request.json()) as Schema<'Rehearsal'>;
        return settings?.validity === 'P500D'
          ? refusal(422, 'profile-faulty', 'プロファイルに誤りがあります。', {
              errors: [
                {
                  pointer: '/settings/validity',
                  code: 'period-too-long',
                  message: '有効期間は P199D 以下にしてください。',
                },
              ],
            })
          : rehearsedIssue({ ...first, id: String(params.id) });
      }),
    );
    await renderApp('/profiles/3/edit');
    const days = await screen.findByLabelText('日');
    await userEvent.clear(days);
    await userEvent.type(days, '500');
    const field = screen.getByRole('group', { name: '期間' });
    expect(await within(field).findByText('有効期間は P199D 以下にしてください。')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '変更内容を確認する' }));
    expect(within(await screen.findByRole('alert')).getByText(/有効期間は P199D 以下/)).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('is not lost by leaving the page unasked', async () => {
    const { router } = await renderApp('/profiles/3/edit');
    await userEvent.type(await screen.findByLabelText('名称 (英語)'), ' 2');
    await userEvent.click(screen.getByRole('link', { name: '操作履歴' }));
    const dialog = await screen.findByRole('dialog', { name: '変更を保存していません' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'この画面に残る' }));
    expect(router.state.location.pathname).toBe('/profiles/3/edit');
    expect(screen.getByLabelText('名称 (英語)')).toHaveValue('Server (RSA 2048) 2');
    await userEvent.click(screen.getByRole('link', { name: '操作履歴' }));
    await userEvent.click(await screen.findByRole('button', { name: '変更を破棄して移動する' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/audit'));
  });
});

describe('a dry run', () => {
  it('shows an operator the certificate, the reason of its end and the rules', async () => {
    let sent: unknown;
    server.use(
      asOperator,
      on('post', '/api/v1/profiles/{id}/dry-run', async ({ request, params }) => {
        sent = await request.json();
        return rehearsedIssue({ ...first, id: String(params.id) });
      }),
    );
    await renderApp('/dry-run?profile=12');
    await userEvent.click(await screen.findByRole('button', { name: '例を入力する' }));
    await userEvent.click(screen.getByRole('button', { name: '発行を試す' }));
    expect(await screen.findByText('この内容で発行できます')).toBeInTheDocument();
    expect(screen.getByText(/上限 \(99日\) により短くなります/)).toBeInTheDocument();
    expect(sent).toEqual({
      subject: [
        { type: 'CN', value: 'www.example.ac.jp' },
        { type: 'O', value: 'Example University' },
        { type: 'C', value: 'JP' },
      ],
      dnsNames: ['www.example.ac.jp'],
    });
    await userEvent.click(screen.getByRole('tab', { name: '事前検査 (2)' }));
    expect(await screen.findByText('Key usage fits the key')).toBeInTheDocument();
  });

  it('shows an officer every fault with its cure, at the field', async () => {
    server.use(
      on('post', '/api/v1/profiles/{id}/dry-run', ({ params }) => {
        const { text, key, ...rest } = rehearsedIssue({ ...first, id: String(params.id) });
        return {
          ...rest,
          rules: [],
          errors: [
            { pointer: '/csr', code: 'not-a-csr', message: 'CSR として読めません。', cure: 'PKCS#10 にしてください。' },
            { pointer: '/subject/CN', code: 'name-used', message: '発行済みです。', cure: '更新してください。' },
          ],
        };
      }),
    );
    await renderApp('/dry-run?profile=12');
    await userEvent.type(await screen.findByLabelText('CSR (任意)'), 'nonsense');
    expect(screen.queryByLabelText(/組織名/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '発行を試す' }));
    const summary = await screen.findByRole('alert');
    expect(within(summary).getByText('PKCS#10 にしてください。')).toBeInTheDocument();
    await userEvent.click(within(summary).getByRole('link', { name: '発行済みです。' }));
    expect(screen.getByLabelText('コモンネーム (CN)')).toHaveFocus();
    expect(screen.getByLabelText('コモンネーム (CN)')).toHaveAccessibleDescription(/発行済みです。/);
  });
});
