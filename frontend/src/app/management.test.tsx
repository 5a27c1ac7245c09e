import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import * as people from '../../test/fixtures/account';
import * as company from '../../test/fixtures/company';
import { on } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';

const PAGE = '/client-certificates';
const heading = () => screen.findByRole('heading', { level: 1, name: '証明書管理' });
const rowNames = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

beforeEach(() => server.use(...company.asCompany));

describe('certificate management', () => {
  it('at80: shows who it is, the domain and the few functions, and the five buttons above and below the list', async () => {
    await renderApp('/home');
    await heading();
    expect(screen.getByText('さくらソフト')).toBeInTheDocument();
    expect(await screen.findByText('SAKURA')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /証明書管理者/ })).toHaveTextContent('sakura-admin');
    const menu = screen.getByRole('navigation', { name: 'メニュー' });
    const first = within(menu).getAllByRole('list')[0] as HTMLElement;
    expect(await within(first).findByRole('link', { name: 'IPアドレス制限' })).toBeInTheDocument();
    expect(
      within(first)
        .getAllByRole('link')
        .map((link) => link.textContent?.trim()),
    ).toEqual(['証明書管理', '操作履歴', 'IPアドレス制限', 'パスワード変更', 'ヘルプ']);
    for (const place of ['一覧の操作（上）', '一覧の操作（下）']) {
      const group = screen.getByRole('group', { name: place });
      for (const name of [
        '証明書をダウンロードする',
        'パスワードリストを出力する',
        '選択した証明書を失効する',
        '画面を更新する',
      ])
        expect(within(group).getByRole('button', { name })).toBeInTheDocument();
      expect(within(group).getByRole('link', { name: 'CSV で失効する' })).toHaveAttribute('href', '/revocations/new');
    }
  });

  it('at59: pages of 100, and the heading selects the page that is shown', async () => {
    const all = Array.from({ length: 250 }, (_, index) => company.clientCertificate(index + 1));
    const asked: (string | null)[] = [];
    server.use(
      on('get', '/api/v1/certificates', ({ url }) => {
        const from = Number(url.searchParams.get('cursor') ?? 0);
        asked.push(url.searchParams.get('limit'));
        const next = from + 100 < all.length ? { next: String(from + 100) } : {};
        return { items: all.slice(from, from + 100), total: { value: 250, exact: true }, ...next };
      }),
    );
    await renderApp(PAGE);
    expect(await screen.findByText('client_000100')).toBeInTheDocument();
    expect(rowNames()).toHaveLength(100);
    expect(asked).toContain('100');
    await userEvent.click(screen.getByRole('button', { name: 'コモンネーム' }));
    expect(screen.getByText('100 件を選択中')).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'client_000100 を選択する' })).toBeChecked();
    await userEvent.click(screen.getByRole('button', { name: 'コモンネーム' }));
    expect(screen.queryByText('100 件を選択中')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '次の 100 件' }));
    await screen.findByText('client_000200');
    await userEvent.click(screen.getByRole('button', { name: '次の 100 件' }));
    await screen.findByText('client_000250');
    expect(rowNames()).toHaveLength(50);
  }, 30_000);

  it('at60: valid ones unless told; what is searched for stands in the address', async () => {
    const asked: URLSearchParams[] = [];
    server.use(
      on('get', '/api/v1/certificates', ({ url }) => {
        asked.push(url.searchParams);
        const { valid, q } = Object.fromEntries(url.searchParams);
        const items = company.clientCertificates.filter(
          ({ status, commonName }) => (valid !== 'true' || status === 'ISSUED') && (!q || commonName.includes(q)),
        );
        return { items, total: { value: items.length, exact: true } };
      }),
    );
    const { router } = await renderApp(PAGE);
    await screen.findByText('client_000001');
    expect(rowNames()).not.toContain('client_000009');
    expect(Object.fromEntries(asked[0] as URLSearchParams)).toMatchObject({
      kind: 'CLIENT',
      valid: 'true',
      sort: 'OLDEST',
    });

    await userEvent.selectOptions(screen.getByRole('combobox', { name: '表示' }), 'すべて（失効・期限切れを含む）');
    expect(await screen.findByText('client_000009')).toBeInTheDocument();
    const revoked = screen.getByRole('row', { name: /client_000009/ });
    expect(within(revoked).queryByRole('checkbox')).not.toBeInTheDocument();
    expect(within(revoked).getAllByRole('cell').at(-3)).toHaveTextContent(/年.*月.*日/);

    await userEvent.type(screen.getByRole('searchbox', { name: 'コモンネーム・渡した相手' }), '00000{Enter}');
    await userEvent.type(screen.getByLabelText('発行日（から）'), '2026-11-01');
    await waitFor(() =>
      expect(router.state.location.search).toEqual({ show: 'all', q: '00000', issuedFrom: '2026-11-01' }),
    );
    await waitFor(() => expect(asked.at(-1)?.get('issuedFrom')).toBe('2026-10-31T15:00:00.000Z'));
    expect(asked.at(-1)?.has('valid')).toBe(false);
  });

  it('shows announcements above the list', async () => {
    server.use(on('get', '/api/v1/own-announcements', () => ({ items: people.twoAnnouncements })));
    await renderApp('/home');
    await heading();
    expect(await screen.findByRole('heading', { name: 'お知らせ' })).toBeInTheDocument();
    expect(screen.getByText(people.twoAnnouncements[0]?.titleJa ?? '')).toBeInTheDocument();
  });

  it('at63: the history filters by what is done there, and says it in detail', async () => {
    const { router } = await renderApp('/audit');
    expect(await screen.findByText('client_000021: 発行中 → 発行完了')).toBeInTheDocument();
    expect(screen.getByRole('main')).not.toHaveTextContent(/機関/);
    const operation = screen.getByRole('combobox', { name: '操作' });
    await waitFor(() =>
      expect(
        within(operation)
          .getAllByRole('option')
          .map(({ textContent }) => textContent),
      ).toEqual([
        'すべて',
        'ログイン',
        'ログアウト',
        '証明書追加発行',
        '追加発行の開始・中止・終了',
        '証明書失効',
        '証明書ダウンロード',
        'パスワードCSV',
        '受け取りのリンクの作成',
        '受け取りのリンクCSV',
        'アクセスPINのCSV',
        '受け取りのリンクの取り消し',
        '受け取りのリンクでの取得',
        '渡した相手の記録',
        '鍵の破棄',
        'IPアドレス制限設定',
        'パスワード変更',
      ]),
    );
    await userEvent.selectOptions(operation, 'パスワードCSV');
    await waitFor(() => expect(router.state.location.search).toEqual({ operation: 'bundle.passwords' }));
  });

  it('is not offered where the policy does not', async () => {
    server.use(on('get', '/api/v1/issuance-offer', () => ({ ...company.offer, offered: false })));
    await renderApp(PAGE);
    expect(await screen.findByText('この契約では、証明書をまとめて発行できません')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'ホーム' })).toBeInTheDocument();
  });
});
