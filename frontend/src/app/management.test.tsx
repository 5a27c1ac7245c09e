import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as people from '../../test/fixtures/account';
import * as company from '../../test/fixtures/company';
import * as revocations from '../../test/fixtures/revocation';
import { on, refusal } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

const PAGE = '/client-certificates';
const heading = () => screen.findByRole('heading', { level: 1, name: '証明書管理' });
const rowNames = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

/** In place of the server's: what is sent on it is up to the test. */
function streamOfEvents() {
  const events = new EventTarget() as EventTarget & { onmessage?: (event: MessageEvent) => void; close: () => void };
  events.close = () => undefined;
  vi.stubGlobal(
    'EventSource',
    class {
      constructor() {
        // biome-ignore lint/correctness/noConstructorReturn: the test holds the stream.
        return events;
      }
    },
  );
  return events;
}

beforeEach(() => server.use(...company.asCompany));
afterEach(() => vi.unstubAllGlobals());

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

  it('at55: adds no more than is left, and only after a second look', async () => {
    const sent: Schema<'IssuanceJobRequest'>[] = [];
    server.use(
      on(
        'post',
        '/api/v1/issuance-jobs',
        async ({ request }) => {
          sent.push((await request.json()) as Schema<'IssuanceJobRequest'>);
          return company.job(0, 32);
        },
        202,
      ),
    );
    await renderApp(PAGE);
    await userEvent.click(await screen.findByRole('button', { name: '証明書を追加する' }));
    const dialog = await screen.findByRole('dialog', { name: 'クライアント証明書の追加発行' });
    expect(dialog).toHaveTextContent(/契約数50発行数18追加発行可能数32/);
    const count = within(dialog).getByRole('textbox', { name: /追加発行数/ });
    for (const [typed, message] of [
      ['33', 'いま追加できるのは 32 枚までです。'],
      ['0', '1 以上の整数を入力してください。'],
      ['-1', '1 以上の整数を入力してください。'],
    ] as const) {
      await userEvent.clear(count);
      await userEvent.type(count, typed);
      await userEvent.click(within(dialog).getByRole('button', { name: '確認へ進む' }));
      expect((await within(dialog).findAllByText(message)).length).toBeGreaterThan(0);
    }
    await userEvent.clear(count);
    await userEvent.type(count, '32');
    await userEvent.click(within(dialog).getByRole('button', { name: '確認へ進む' }));
    expect(await screen.findByText('証明書を 32 枚、追加で発行します')).toBeInTheDocument();
    expect(sent).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '32 枚を発行する' }));
    await waitFor(() => expect(sent).toEqual([{ count: 32, key: 'RSA_2048' }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('asks for the password once more where the policy says so, and says when it is wrong', async () => {
    const sent: Schema<'IssuanceJobRequest'>[] = [];
    server.use(
      on('get', '/api/v1/issuance-offer', () => ({ ...company.offer, reproof: 'PASSWORD' as const })),
      on('post', '/api/v1/issuance-jobs', async ({ request }) => {
        sent.push((await request.json()) as Schema<'IssuanceJobRequest'>);
        return refusal(403, 'reproof-wrong', '');
      }),
    );
    await renderApp(PAGE);
    await userEvent.click(await screen.findByRole('button', { name: '証明書を追加する' }));
    await userEvent.type(await screen.findByRole('textbox', { name: /追加発行数/ }), '1');
    await userEvent.click(screen.getByRole('button', { name: '確認へ進む' }));
    const password = screen.getByLabelText('ご自身のパスワード・暗証番号');
    expect(password).toHaveAttribute('autocomplete', 'current-password');
    await userEvent.click(screen.getByRole('button', { name: '1 枚を発行する' }));
    expect(screen.getByRole('alert')).toHaveTextContent('ご自身のパスワード・暗証番号を入力してください。');
    expect(sent).toEqual([]);
    await userEvent.type(password, 'Abcd1234');
    await userEvent.click(screen.getByRole('button', { name: '1 枚を発行する' }));
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(/が違います。何も変更していません。/));
    expect(sent).toEqual([{ count: 1, key: 'RSA_2048', reproof: 'Abcd1234' }]);
  });

  it('at57: rows that are being issued stand there at once and turn by themselves', async () => {
    let done = 0;
    server.use(
      on('get', '/api/v1/issuance-offer', () => ({
        ...company.offer,
        licences: { ...company.offer.licences, valid: 18 + done, issuing: 6 - done, available: 26 },
        ...(done < 6 && { running: company.job(done) }),
      })),
      on('get', '/api/v1/issuance-jobs/{id}', () => company.job(done)),
      on('get', '/api/v1/issuance-jobs/{id}/certificates', () => ({
        items: company.jobCertificates(done),
        total: { value: 6, exact: true },
      })),
    );
    const events = streamOfEvents();
    await renderApp(PAGE);
    expect(await screen.findAllByText('発行中…')).toHaveLength(6);
    expect(rowNames().slice(0, 7)).toEqual([
      'client_000021',
      'client_000022',
      'client_000023',
      'client_000024',
      'client_000025',
      'client_000026',
      'client_000001',
    ]);
    expect(screen.getByRole('button', { name: '証明書を追加する' })).toBeDisabled();
    expect(screen.getByRole('progressbar', { name: '証明書を発行しています' })).toHaveAttribute('aria-valuenow', '0');
    expect(screen.getByText('残り 約 4 秒')).toBeInTheDocument();

    done = 6;
    act(() => events.onmessage?.(new MessageEvent('message', { data: JSON.stringify(company.job(6)) })));
    expect(await screen.findByText('6 枚の発行が終わりました')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText('発行中…')).not.toBeInTheDocument());
    expect(rowNames()).toContain('client_000026');
    await waitFor(() => expect(screen.getByRole('button', { name: '証明書を追加する' })).toBeEnabled());
  });

  it('at57: a job of more than a page turns on whatever page one looks at, and says how many are to come', async () => {
    let done = 0;
    server.use(...company.largeJob(() => done));
    const events = streamOfEvents();
    await renderApp(PAGE);
    expect(await screen.findAllByText('発行中…')).toHaveLength(100);
    expect(screen.getByText('このページのほかに、150 枚を発行しています。')).toBeInTheDocument();
    expect(rowNames()).not.toContain('client_000001');
    await userEvent.click(screen.getByRole('button', { name: '次の 100 件' }));
    await waitFor(() => expect(rowNames()[0]).toBe('client_000121'));
    done = 180;
    act(() => events.onmessage?.(new MessageEvent('message', { data: JSON.stringify(company.job(180, 250)) })));
    await waitFor(() => expect(screen.getAllByText('発行中…')).toHaveLength(20));
    expect(screen.getByText('このページのほかに、50 枚を発行しています。')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '次の 100 件' }));
    await waitFor(() => expect(rowNames()[0]).toBe('client_000221'));
    expect(rowNames()).toContain('client_000001');
    expect(screen.getByText('このページのほかに、20 枚を発行しています。')).toBeInTheDocument();
  });

  it('cancels a job, and says what stays', async () => {
    server.use(
      on('get', '/api/v1/issuance-offer', () => ({ ...company.offer, running: company.job(2) })),
      on('get', '/api/v1/issuance-jobs/{id}', () => company.job(2)),
      on('get', '/api/v1/issuance-jobs/{id}/certificates', () => ({
        items: company.jobCertificates(2),
        total: { value: 6, exact: true },
      })),
      http.get('*/api/v1/issuance-jobs/:id/events', () => new HttpResponse(null, { status: 503 })),
      on('post', '/api/v1/issuance-jobs/{id}/cancellation', () => company.job(2, 6, { state: 'CANCELLING' }), 202),
    );
    await renderApp(PAGE);
    await userEvent.click(await screen.findByRole('button', { name: '残りの発行をやめる' }));
    expect(await screen.findByText('残りの発行をやめています。')).toBeInTheDocument();
  });

  it('at56: says that somebody else was first', async () => {
    server.use(on('post', '/api/v1/issuance-jobs', () => refusal(409, 'issuance-running', '発行中です。')));
    await renderApp(PAGE);
    await userEvent.click(await screen.findByRole('button', { name: '証明書を追加する' }));
    await userEvent.type(await screen.findByRole('textbox', { name: /追加発行数/ }), '6{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: '6 枚を発行する' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/ほかの発行が進んでいます.*M-ISSUE-RUNNING/);
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

  it('at61: revokes what is ticked after its number was typed, and says by when it is effective', async () => {
    const asked: Schema<'RevocationRequest'>[] = [];
    const bulk = (more: Partial<Schema<'BulkRevocation'>>): Schema<'BulkRevocation'> => ({
      ...(revocations.bulkRevocations[0] as Schema<'BulkRevocation'>),
      id: 'bulk-named',
      lines: 3,
      outcomes: [{ outcome: 'REVOCABLE', lines: 3 }],
      ...more,
    });
    server.use(
      on(
        'post',
        '/api/v1/revocations',
        async ({ request }) => {
          asked.push((await request.json()) as Schema<'RevocationRequest'>);
          return bulk({ state: 'CHECKED' });
        },
        201,
      ),
      on('post', '/api/v1/revocations/{id}/submission', () => bulk({ state: 'RUNNING' }), 202),
      on('get', '/api/v1/revocations/{id}', () =>
        bulk({ state: 'DONE', outcomes: [{ outcome: 'REVOKED', lines: 3 }], finishedAt: '2027-04-01T00:00:00Z' }),
      ),
    );
    await renderApp(PAGE);
    for (const name of ['client_000001', 'client_000002', 'client_000003'])
      await userEvent.click(await screen.findByRole('checkbox', { name: `${name} を選択する` }));
    const above = screen.getByRole('group', { name: '一覧の操作（上）' });
    await userEvent.click(within(above).getByRole('button', { name: '選択した証明書を失効する' }));
    const dialog = await screen.findByRole('dialog', { name: '選択した証明書の失効' });
    for (const name of ['client_000001', 'client_000002', 'client_000003']) expect(dialog).toHaveTextContent(name);
    await userEvent.click(within(dialog).getByRole('radio', { name: /利用の終了/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: '3 枚の証明書を失効する' }));
    expect(asked).toEqual([]);
    await userEvent.type(within(dialog).getByRole('textbox', { name: /枚数/ }), '3');
    await userEvent.click(within(dialog).getByRole('button', { name: '3 枚の証明書を失効する' }));
    expect(await within(dialog).findByText(/2027年4月1日 11:00:00/)).toBeInTheDocument();
    expect(asked).toMatchObject([{ certificates: ['client-1', 'client-2', 'client-3'] }]);
    await userEvent.click(within(dialog).getByRole('button', { name: '一覧に戻る' }));
    expect(screen.queryByText('3 件を選択中')).not.toBeInTheDocument();
  }, 20_000);

  it('at61: what was issued while one looked on and is revoked then says so at once', async () => {
    let revoked = false;
    const bulk = (state: Schema<'BulkRevocationState'>, outcome: Schema<'RevocationOutcome'>) => ({
      ...(revocations.bulkRevocations[0] as Schema<'BulkRevocation'>),
      id: 'bulk-named',
      lines: 1,
      outcomes: [{ outcome, lines: 1 }],
      state,
      finishedAt: '2027-04-01T00:00:00Z',
    });
    let ended = false;
    server.use(
      on('get', '/api/v1/issuance-offer', () => ({ ...company.offer, ...(!ended && { running: company.job(0, 1) }) })),
      on('get', '/api/v1/issuance-jobs/{id}', () => {
        ended = true;
        return company.job(1, 1);
      }),
      on('get', '/api/v1/issuance-jobs/{id}/certificates', () => ({
        items: company.jobCertificates(1, 1).map((one) => ({
          ...one,
          ...(revoked && { revokedAt: '2027-04-01T00:00:00Z' }),
        })),
        total: { value: 1, exact: true },
      })),
      on('post', '/api/v1/revocations', () => bulk('CHECKED', 'REVOCABLE'), 201),
      on('post', '/api/v1/revocations/{id}/submission', () => bulk('RUNNING', 'REVOCABLE'), 202),
      on('get', '/api/v1/revocations/{id}', () => {
        revoked = true;
        return bulk('DONE', 'REVOKED');
      }),
    );
    await renderApp(PAGE);
    await userEvent.click(await screen.findByRole('checkbox', { name: 'client_000021 を選択する' }));
    const above = screen.getByRole('group', { name: '一覧の操作（上）' });
    await userEvent.click(within(above).getByRole('button', { name: '選択した証明書を失効する' }));
    const dialog = await screen.findByRole('dialog', { name: '選択した証明書の失効' });
    await userEvent.click(within(dialog).getByRole('radio', { name: /利用の終了/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: /の証明書を失効する/ }));
    await userEvent.click(await within(dialog).findByRole('button', { name: '一覧に戻る' }));
    await waitFor(() => expect(screen.getByRole('row', { name: /client_000021/ })).toHaveTextContent('2027年4月1日'));
    expect(screen.queryByRole('checkbox', { name: 'client_000021 を選択する' })).not.toBeInTheDocument();
  }, 20_000);

  it('at62: says of each name of a list what would become of it, and revokes only the own valid ones', async () => {
    let state: Schema<'BulkRevocation'> = {
      ...(revocations.bulkRevocations[0] as Schema<'BulkRevocation'>),
      id: 'bulk-5',
      fileName: 'names.csv',
      createdBy: company.companyAdministrator.name,
      lines: 5,
      outcomes: [
        { outcome: 'REVOCABLE', lines: 2 },
        { outcome: 'NOT_FOUND', lines: 2 },
        { outcome: 'ALREADY_REVOKED', lines: 1 },
      ],
      progress: { done: 0, total: 2 },
    };
    let submitted = 0;
    server.use(
      http.post('*/api/v1/revocations', () => HttpResponse.json(state, { status: 201 })),
      on('get', '/api/v1/revocations/{id}', () => state),
      on('get', '/api/v1/revocations/{id}/lines', () => ({
        // The one of another tenant is as unknown as the one that nobody has.
        items: (['REVOCABLE', 'NOT_FOUND', 'ALREADY_REVOKED', 'NOT_FOUND', 'REVOCABLE'] as const).map((outcome, i) => ({
          line: i + 1,
          name: `client_00000${i + 1}`,
          outcome,
        })),
        total: { value: 5, exact: true },
      })),
      on(
        'post',
        '/api/v1/revocations/{id}/submission',
        () => {
          submitted++;
          state = { ...state, state: 'RUNNING' };
          return state;
        },
        202,
      ),
    );
    const { router } = await renderApp('/revocations/new');
    await userEvent.upload(
      await screen.findByLabelText('CSV ファイルをここにドロップするか、選んでください'),
      new File(['client_000001\n'], 'names.csv', { type: 'text/csv' }),
    );
    await userEvent.click(screen.getByRole('radio', { name: /利用の終了/ }));
    await userEvent.click(screen.getByRole('button', { name: 'アップロードして確かめる' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/revocations/bulk-5'));
    const lines = within(await screen.findByRole('table'))
      .getAllByRole('row')
      .slice(1);
    expect(lines).toHaveLength(5);
    expect(lines[1]?.textContent?.replace('client_000002', '')).toBe(
      lines[3]?.textContent?.replace('client_000004', '').replace('4', '2'),
    );
    expect(lines[2]).toHaveTextContent('[ALREADY_REVOKED]');
    expect(submitted).toBe(0);
    await userEvent.type(screen.getByLabelText('失効する枚数 (必須)'), '2');
    await userEvent.click(screen.getByRole('button', { name: '2 枚の証明書を失効する' }));
    expect(await screen.findByRole('progressbar', { name: '失効しています' })).toBeInTheDocument();
    expect(submitted).toBe(1);
  });

  it('at82: a full contract adds nothing, and after some are revoked as many again', async () => {
    const licences = { ...company.offer.licences, contracted: 10, valid: 10, available: 0 };
    let offered: Schema<'IssuanceOffer'> = { ...company.offer, licences, most: 0 };
    server.use(on('get', '/api/v1/issuance-offer', () => offered));
    await renderApp(PAGE);
    expect(await screen.findByRole('button', { name: '証明書を追加する' })).toBeDisabled();
    offered = { ...offered, licences: { ...licences, valid: 4, available: 6 }, most: 6 };
    await userEvent.click(screen.getAllByRole('button', { name: '画面を更新する' })[0] as HTMLElement);
    await waitFor(() => expect(screen.getByRole('button', { name: '証明書を追加する' })).toBeEnabled());
    await userEvent.click(screen.getByRole('button', { name: '証明書を追加する' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent(/契約数10発行数4追加発行可能数6/);
  });

  it('renews what ends soon in one job', async () => {
    const sent: Schema<'IssuanceJobRequest'>[] = [];
    server.use(
      on(
        'post',
        '/api/v1/issuance-jobs',
        async ({ request }) => {
          sent.push((await request.json()) as Schema<'IssuanceJobRequest'>);
          return company.job(0, 4, { renewal: true });
        },
        202,
      ),
    );
    await renderApp(PAGE);
    await userEvent.click(await screen.findByRole('button', { name: '期限の近い証明書を更新する' }));
    await userEvent.click(await screen.findByRole('radio', { name: '60 日以内に期限が来るもの' }));
    expect(await screen.findByText('18 枚を更新します')).toBeInTheDocument();
    expect(screen.getByText(/期限の 30日前からは/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '更新を始める' }));
    await waitFor(() => expect(sent).toEqual([{ expiresTo: expect.stringMatching(/T14:59:59\.000Z$/) }]));
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
        '証明書失効',
        '証明書ダウンロード',
        'パスワードCSV',
        '受け取りのリンクの作成',
        '受け取りのリンクCSV',
        'アクセスPINのCSV',
        '渡した相手の記録',
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
