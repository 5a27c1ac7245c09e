import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import * as company from '../../test/fixtures/company';
import { on, refusal } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

const PAGE = '/client-certificates';

beforeEach(() => server.use(...company.asCompany));

describe('certificates that an administrator hands out', () => {
  it('at58: downloads all that are valid, or what is selected, in the encryption that was chosen', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/v1/certificates/bundle.zip', async ({ request }) => {
        sent.push(await request.json());
        return new HttpResponse('PK', {
          headers: {
            'Content-Type': 'application/zip',
            'Content-Disposition': 'attachment; filename="sakura_certificate.zip"',
          },
        });
      }),
    );
    await renderApp(PAGE);
    await screen.findByText('client_000001');
    const above = screen.getByRole('group', { name: '一覧の操作（上）' });
    await userEvent.click(within(above).getByRole('button', { name: '証明書をダウンロードする' }));
    expect(await screen.findByRole('link', { name: 'ダウンロードする' })).toHaveAttribute(
      'href',
      '/api/v1/certificates/bundle.zip?p12Profile=compat',
    );
    await userEvent.click(screen.getByRole('button', { name: 'やめる' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'client_000002 を選択する' }));
    await userEvent.click(within(above).getByRole('button', { name: '証明書をダウンロードする' }));
    await userEvent.click(await screen.findByRole('radio', { name: /標準 \(AES-256\)/ }));
    await userEvent.click(screen.getByRole('button', { name: 'ダウンロードする' }));
    await waitFor(() => expect(sent).toEqual([{ certificates: ['client-2'], p12Profile: 'modern' }]));
  });

  it('offers as many key files as there are, however many count against the contract', async () => {
    const { licences } = company.offer;
    let offered = { ...company.offer, licences: { ...licences, valid: 0 }, keyFiles: 3 };
    server.use(on('get', '/api/v1/issuance-offer', () => offered));
    await renderApp(PAGE);
    await userEvent.click(await screen.findByRole('checkbox', { name: 'client_000002 を選択する' }));
    const above = within(screen.getByRole('group', { name: '一覧の操作（上）' }));
    for (const name of ['証明書をダウンロードする', 'パスワードリストを出力する']) {
      await userEvent.click(above.getByRole('button', { name }));
      expect(await screen.findByRole('radio', { name: /有効な証明書すべて.*3 枚/ })).toBeInTheDocument();
      await userEvent.click(screen.getByRole('button', { name: 'やめる' }));
    }
    offered = { ...offered, licences, keyFiles: 0 };
    await userEvent.click(above.getByRole('button', { name: '画面を更新する' }));
    await waitFor(() => expect(above.getByRole('button', { name: '証明書をダウンロードする' })).toBeDisabled());
    expect(above.getByRole('button', { name: 'パスワードリストを出力する' })).toBeDisabled();
  });

  it('makes a link for one recipient, whose URL and PIN are shown once', async () => {
    server.use(
      on(
        'post',
        '/api/v1/certificates/{id}/hand-out',
        () => ({
          url: 'https://localhost:8443/collect/abc',
          secret: 'wK7mQp4xTn2R',
          deadline: '2027-05-01T00:00:00Z',
          commonName: 'client_000001',
        }),
        201,
      ),
    );
    await renderApp(PAGE);
    await userEvent.click(await screen.findByRole('button', { name: 'client_000001 の受け取りのリンクを作る' }));
    await userEvent.click(await screen.findByRole('button', { name: 'リンクを作る' }));
    const once = await screen.findByRole('dialog', { name: 'client_000001 の受け取り' });
    expect(once).toHaveTextContent('https://localhost:8443/collect/abc');
    expect(once).toHaveTextContent('wK7mQp4xTn2R');
    expect(within(once).getByRole('button', { name: '閉じる' })).toBeDisabled();
    await userEvent.click(within(once).getByRole('checkbox'));
    await userEvent.click(within(once).getByRole('button', { name: '閉じる' }));
    expect(screen.queryByText('wK7mQp4xTn2R')).not.toBeInTheDocument();
  });

  it('makes links for what is selected, in one file, and the access PINs in another', async () => {
    const sent: unknown[] = [];
    server.use(
      on(
        'post',
        '/api/v1/hand-outs',
        async ({ request }) => {
          sent.push(await request.json());
          return { id: 'lot-1', links: 2, deadline: '2027-05-01T00:00:00Z' };
        },
        201,
      ),
    );
    await renderApp(PAGE);
    await screen.findByText('client_000001');
    const above = screen.getByRole('group', { name: '一覧の操作（上）' });
    const open = within(above).getByRole('button', { name: '受け取りのリンクをまとめて作る' });
    expect(open).toBeDisabled();
    for (const name of ['client_000001', 'client_000002'])
      await userEvent.click(screen.getByRole('checkbox', { name: `${name} を選択する` }));
    await userEvent.click(open);
    await userEvent.click(await screen.findByRole('button', { name: 'リンクを作る' }));
    const made = await screen.findByRole('dialog', { name: '2 件のリンクを作りました' });
    expect(sent).toEqual([{ certificates: ['client-1', 'client-2'] }]);
    expect(within(made).getByRole('link', { name: 'リンクの一覧 (CSV)' })).toHaveAttribute(
      'href',
      '/api/v1/hand-outs/lot-1/links.csv',
    );
    expect(within(made).getByRole('link', { name: 'アクセス PIN の一覧 (CSV)' })).toHaveAttribute(
      'href',
      '/api/v1/hand-outs/lot-1/pins.csv',
    );
    expect(within(made).getByRole('button', { name: '閉じる' })).toBeDisabled();
  });

  it('makes links for those of a job that nobody revoked meanwhile, and counts the same', async () => {
    const sent: unknown[] = [];
    server.use(
      on('get', '/api/v1/issuance-offer', () => ({ ...company.offer, running: company.job(2, 3) })),
      on('get', '/api/v1/issuance-jobs/{id}', () => company.job(3, 3)),
      on('get', '/api/v1/issuance-jobs/{id}/certificates', () => ({
        items: company
          .jobCertificates(3, 3)
          .map((each) => (each.number === 2 ? { ...each, revokedAt: '2027-01-01T00:00:00Z' } : each)),
        total: { value: 3, exact: true },
      })),
      on(
        'post',
        '/api/v1/hand-outs',
        async ({ request }) => {
          sent.push(await request.json());
          return { id: 'lot-1', links: 2, deadline: '2027-05-01T00:00:00Z' };
        },
        201,
      ),
    );
    await renderApp(PAGE);
    const ended = await screen.findByText('3 枚の発行が終わりました', undefined, { timeout: 5000 });
    await userEvent.click(
      within(ended.closest('[role=status]') as HTMLElement).getByRole('button', {
        name: '受け取りのリンクをまとめて作る',
      }),
    );
    const dialog = await screen.findByRole('dialog', { name: '受け取りのリンクをまとめて作る' });
    expect(await within(dialog).findByText(/^2 枚の証明書に/)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'リンクを作る' }));
    await screen.findByRole('dialog', { name: '2 件のリンクを作りました' });
    expect(sent).toEqual([{ certificates: ['client-21', 'client-23'] }]);
  });

  it('shows whom a certificate was given to and whether it was fetched, and notes it', async () => {
    const noted: unknown[] = [];
    server.use(
      on('get', '/api/v1/certificates', () => ({
        items: [
          company.clientCertificate(1, { givenTo: '佐藤さんの携帯', handOut: { deadline: '2099-01-01T00:00:00Z' } }),
          company.clientCertificate(2, {
            handOut: { deadline: '2099-01-01T00:00:00Z', collectedAt: '2027-01-01T00:00:00Z' },
          }),
          company.clientCertificate(3, { handOut: { deadline: '2020-01-01T00:00:00Z' } }),
        ],
        total: { value: 3, exact: true },
      })),
      http.put('*/api/v1/certificates/client-2/given-to', async ({ request }) => {
        noted.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await renderApp(`${PAGE}?handedOut=UNCOLLECTED`);
    for (const text of [/佐藤さんの携帯/, '受け取り待ち', '受け取り済み', '期限切れ'])
      expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('button', { name: 'client_000002 を渡した相手を記録する' }));
    const dialog = await screen.findByRole('dialog', { name: 'client_000002 を渡した相手' });
    await userEvent.type(within(dialog).getByRole('textbox', { name: '渡した相手' }), '鈴木さんの PC');
    await userEvent.click(within(dialog).getByRole('button', { name: '記録する' }));
    await waitFor(() => expect(noted).toEqual([{ givenTo: '鈴木さんの PC' }]));
  });

  it('asks for the own password again before keys are taken, where the log-in was some time ago', async () => {
    let due = true;
    server.use(
      on('get', '/api/v1/issuance-offer', () => ({
        ...company.offer,
        downloadReproof: due ? ('PASSWORD' as const) : ('NONE' as const),
      })),
      http.post('*/api/v1/session/reproof', async ({ request }) => {
        const { reproof } = (await request.json()) as Schema<'SessionReproof'>;
        if (reproof !== 'Abcd1234')
          return HttpResponse.json(refusal(403, 'reproof-wrong', '違っています。').problem, { status: 403 });
        due = false;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await renderApp(PAGE);
    await screen.findByText('client_000001');
    const above = screen.getByRole('group', { name: '一覧の操作（上）' });
    await userEvent.click(within(above).getByRole('button', { name: '証明書をダウンロードする' }));
    const dialog = await screen.findByRole('dialog', { name: '証明書のダウンロード' });
    const password = await within(dialog).findByLabelText('ご自身のパスワード・暗証番号');
    expect(within(dialog).queryByRole('link', { name: 'ダウンロードする' })).not.toBeInTheDocument();
    await userEvent.type(password, 'abcd1234');
    await userEvent.click(within(dialog).getByRole('button', { name: '確認する' }));
    expect(await within(dialog).findByText(/ご自身のパスワード・暗証番号が違います。/)).toBeInTheDocument();
    await userEvent.clear(password);
    await userEvent.type(password, 'Abcd1234');
    await userEvent.click(within(dialog).getByRole('button', { name: '確認する' }));
    expect(await within(dialog).findByRole('link', { name: 'ダウンロードする' })).toBeInTheDocument();
  });

  it('asks for it before the link of one recipient, too, and not before one is withdrawn', async () => {
    server.use(
      on('get', '/api/v1/issuance-offer', () => ({ ...company.offer, downloadReproof: 'PASSWORD' as const })),
      on('get', '/api/v1/certificates/{id}/hand-out', () => ({
        state: 'WAITING' as const,
        deadline: '2099-01-01T00:00:00Z',
        createdAt: '2027-01-01T00:00:00Z',
        createdBy: '森次郎',
        locked: false,
      })),
    );
    await renderApp(PAGE);
    await userEvent.click(await screen.findByRole('button', { name: 'client_000001 の受け取りのリンクを作る' }));
    const dialog = await screen.findByRole('dialog', { name: 'client_000001 を渡す' });
    expect(await within(dialog).findByLabelText('ご自身のパスワード・暗証番号')).toBeInTheDocument();
    expect(await within(dialog).findByRole('button', { name: 'リンクを取り消す' })).toBeEnabled();
    expect(within(dialog).queryByRole('button', { name: /リンクを作/ })).not.toBeInTheDocument();
  });
});
