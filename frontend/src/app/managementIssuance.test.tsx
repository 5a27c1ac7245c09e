import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as company from '../../test/fixtures/company';
import { on, refusal } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

const PAGE = '/client-certificates';
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

describe('certificates that an administrator adds', () => {
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
    // The focus goes with the steps.
    expect(screen.getByRole('button', { name: '32 枚を発行する' })).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: '戻る' }));
    expect(screen.getByRole('textbox', { name: /追加発行数/ })).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: '確認へ進む' }));
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

  it('tells how the newest job ended though nobody looked on, until that was noted', async () => {
    server.use(
      on('get', '/api/v1/issuance-jobs', ({ url }) => ({
        items: url.searchParams.get('limit') === '1' ? [company.job(6, 6, { failed: 1 })] : [],
        total: { value: 1, exact: true },
      })),
      on('get', '/api/v1/issuance-jobs/{id}', () => company.job(6, 6, { failed: 1 })),
      on('get', '/api/v1/issuance-jobs/{id}/certificates', () => ({
        items: [{ number: 4, commonName: 'client_000024', state: 'FAILED' as const, failure: 'NO_LICENCE' as const }],
        total: { value: 1, exact: true },
      })),
    );
    const { router } = await renderApp(PAGE);
    const card = (await screen.findByText('5 枚の発行が終わりました')).closest('[role=status]') as HTMLElement;
    expect(await within(card).findByText(/client_000024 — 契約数が減ったため/)).toBeInTheDocument();
    expect(within(card).getByRole('button', { name: '受け取りのリンクをまとめて作る' })).toBeInTheDocument();
    // Its rows stand where they belong.
    expect(rowNames()[0]).toBe('client_000001');
    await userEvent.click(within(card).getByRole('button', { name: '閉じる' }));
    expect(screen.queryByText('5 枚の発行が終わりました')).not.toBeInTheDocument();
    await router.navigate({ to: '/audit' });
    await router.navigate({ to: PAGE });
    expect(await screen.findByText('client_000001')).toBeInTheDocument();
    expect(screen.queryByText('5 枚の発行が終わりました')).not.toBeInTheDocument();
  });

  it('tells on every page that certificates are being issued, and that it has ended', async () => {
    let done = 2;
    server.use(
      on('get', '/api/v1/issuance-jobs', () => ({ items: [company.job(done)], total: { value: 1, exact: true } })),
      on('get', '/api/v1/issuance-jobs/{id}', () => company.job(done)),
      on('get', '/api/v1/issuance-jobs/{id}/certificates', () => ({
        items: company.jobCertificates(done),
        total: { value: 6, exact: true },
      })),
    );
    await renderApp('/audit');
    const header = within(await screen.findByRole('banner'));
    expect(await header.findByRole('link', { name: '発行中: 6 枚中 2 枚' })).toHaveAttribute('href', PAGE);
    done = 6;
    const ended = await header.findByRole('link', { name: '証明書の発行が終わりました' }, { timeout: 8000 });
    await userEvent.click(ended);
    expect(await screen.findByText('6 枚の発行が終わりました')).toBeInTheDocument();
    expect(header.queryByRole('link', { name: '証明書の発行が終わりました' })).not.toBeInTheDocument();
  }, 20_000);

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

  it('says before a renewal how many licences are missing, and again when it was refused', async () => {
    const { renewalOverlap: _, ...always } = company.offer;
    let available = 20;
    server.use(
      on('get', '/api/v1/issuance-offer', () => ({ ...always, licences: { ...always.licences, available } })),
      on('post', '/api/v1/issuance-jobs', () => {
        available = 1;
        return refusal(409, 'licences-exhausted', '追加発行可能数を超えています。', { detail: '1' });
      }),
    );
    await renderApp(PAGE);
    await userEvent.click(await screen.findByRole('button', { name: '期限の近い証明書を更新する' }));
    expect(await screen.findByText('18 枚を更新します')).toBeInTheDocument();
    expect(screen.queryByText(/足りません/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '更新を始める' }));
    const refused = await screen.findByRole('alert');
    expect(refused).toHaveTextContent(/ライセンスが 17 枚分足りません.*失効するか.*サービス窓口.*M-QUOTA/);
    expect(refused).not.toHaveTextContent('追加できる');
    await userEvent.click(screen.getByRole('radio', { name: '60 日以内に期限が来るもの' }));
    expect(await screen.findByText('この更新には、ライセンスが 17 枚分足りません')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('leaves what was renewed already out of a renewal of what is selected', async () => {
    const sent: Schema<'IssuanceJobRequest'>[] = [];
    server.use(
      on('get', '/api/v1/certificates', () => ({
        items: [company.clientCertificate(1, { status: 'RENEWED' }), company.clientCertificate(2)],
        total: { value: 2, exact: true },
      })),
      on('post', '/api/v1/issuance-jobs', async ({ request }) => {
        sent.push((await request.json()) as Schema<'IssuanceJobRequest'>);
        return refusal(422, 'certificates-not-renewable', '更新できない証明書があります。', {
          errors: [{ pointer: '/certificates/0', code: 'EXPIRED', message: 'client_000002: 有効期限が過ぎています。' }],
        });
      }),
    );
    await renderApp(PAGE);
    for (const name of ['client_000001', 'client_000002'])
      await userEvent.click(await screen.findByRole('checkbox', { name: `${name} を選択する` }));
    await userEvent.click(screen.getByRole('button', { name: '期限の近い証明書を更新する' }));
    expect(await screen.findByRole('radio', { name: '選択した 1 枚' })).toBeChecked();
    await userEvent.click(screen.getByRole('button', { name: '更新を始める' }));
    await waitFor(() => expect(sent).toEqual([{ certificates: ['client-2'] }]));
    // What to do stands under what happened.
    const refused = await screen.findByRole('alert');
    expect(refused).toHaveTextContent('client_000002: 有効期限が過ぎています。');
    await waitFor(() => expect(refused).toHaveTextContent('選択から外してください。'));
  });

  it('tells who has an overlap to renew nearer to the end', async () => {
    server.use(
      on('get', '/api/v1/issuance-offer', () => ({
        ...company.offer,
        licences: { ...company.offer.licences, valid: 50, available: 0 },
        most: 0,
      })),
    );
    await renderApp(PAGE);
    await userEvent.click(await screen.findByRole('button', { name: '期限の近い証明書を更新する' }));
    expect(await screen.findByText('この更新には、ライセンスが 18 枚分足りません')).toBeInTheDocument();
    expect(screen.getByText(/期限まで 30日以内の証明書だけを選んでください/)).toBeInTheDocument();
  });
});
