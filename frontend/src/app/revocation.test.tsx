import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { authorities } from '../../test/fixtures/authority';
import { certificates, detailOf } from '../../test/fixtures/certificate';
import * as revocations from '../../test/fixtures/revocation';
import { officer, operator, session } from '../../test/fixtures/session';
import { tenant } from '../../test/fixtures/tenant';
import { at } from '../../test/fixtures/time';
import { loggedOut, on } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

// What people do with revocations, through the whole application.

describe('an officer', () => {
  it('hears of every revocation that ended elsewhere, once', async () => {
    const [, running, done] = revocations.bulkRevocations as [
      unknown,
      Schema<'BulkRevocation'>,
      Schema<'BulkRevocation'>,
    ];
    let over = false;
    const both = ['first', 'second'].map((id) => ({ ...running, id }));
    server.use(
      on('get', '/api/v1/revocations', ({ url }) => {
        const items = over && url.searchParams.get('state') === 'RUNNING' ? [] : both;
        return { items, total: { value: items.length, exact: true } };
      }),
      on('get', '/api/v1/revocations/{id}', ({ params }) => ({ ...done, id: String(params.id) })),
    );
    const { router, queries } = await renderApp('/home');
    await screen.findByRole('link', { name: /^失効中/ });
    over = true;
    await queries.invalidateQueries({ queryKey: ['revocations', 'list'] });
    await userEvent.click(await screen.findByRole('link', { name: '一括失効が完了しました' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/revocations/first'));
    await router.navigate({ to: '/home' });
    // The one that was looked at does not come back; the other is still to be told.
    expect(await screen.findByRole('link', { name: '一括失効が完了しました' })).toHaveAttribute(
      'href',
      '/revocations/second',
    );
    await userEvent.click(screen.getByRole('button', { name: 'お知らせを閉じる' }));
    expect(screen.queryByRole('link', { name: '一括失効が完了しました' })).not.toBeInTheDocument();
  });

  it('sees a revocation wait for its list, and the page follows by itself', async () => {
    const certificate = detailOf(certificates[0] as Schema<'Certificate'>);
    let asked = 0;
    server.use(
      on('get', '/api/v1/certificates/{id}', () => ({
        ...certificate,
        status: 'REVOKED' as const,
        revocation: {
          revokedAt: new Date().toISOString(),
          reason: 'SUPERSEDED' as const,
          ocspVisibleSince: new Date().toISOString(),
          ...(asked++ > 0 && { crlVisibleSince: new Date().toISOString() }),
        },
      })),
    );
    await renderApp('/certificates/cert-1');
    expect(await screen.findByText(/次の CRL の公開を待っています/)).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText(/次の CRL の公開を待っています/)).not.toBeInTheDocument(), {
      timeout: 5000,
    });
    expect(screen.getAllByText('公開済み')).toHaveLength(2);
  });

  it('tells later that a key was compromised, and nothing else', async () => {
    const sent: unknown[] = [];
    const revoked = certificates.find(({ status }) => status === 'REVOKED') as Schema<'Certificate'>;
    server.use(
      http.post(`*/api/v1/certificates/${revoked.id}/revocation`, async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ revokedAt: at(-2), reason: 'KEY_COMPROMISE' }, { status: 201 });
      }),
    );
    await renderApp(`/certificates/${revoked.id}`);
    await userEvent.click(await screen.findByRole('button', { name: '鍵の危殆化に改める' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.queryByRole('radio')).not.toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: '鍵の危殆化に改める' }));
    await waitFor(() => expect(sent).toEqual([{ reason: 'KEY_COMPROMISE' }]));
  });

  it('tells of a compromise after a certificate for code signing expired, and of nothing else', async () => {
    const sent: unknown[] = [];
    const certificate = detailOf(certificates[0] as Schema<'Certificate'>);
    const expired = { ...certificate, status: 'EXPIRED' as const };
    let shown: typeof expired = { ...expired, kind: 'CODE_SIGNING', profile: '9' };
    server.use(
      on('get', '/api/v1/session', () => session({ ...officer, rights: [...officer.rights, 'CODE_SIGNING'] })),
      on('get', '/api/v1/certificates/{id}', () => shown),
      http.post(`*/api/v1/certificates/${certificate.id}/revocation`, async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ revokedAt: at(0), reason: 'KEY_COMPROMISE' }, { status: 201 });
      }),
    );
    const { queries } = await renderApp(`/certificates/${certificate.id}`);
    await userEvent.click(await screen.findByRole('button', { name: '鍵の危殆化を届け出る' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.queryByRole('radio')).not.toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: '証明書を失効する' }));
    await waitFor(() => expect(sent).toEqual([{ reason: 'KEY_COMPROMISE' }]));

    shown = expired;
    await queries.invalidateQueries();
    await waitFor(() => expect(screen.queryByRole('button', { name: '鍵の危殆化を届け出る' })).not.toBeInTheDocument());
    expect(screen.queryByRole('button', { name: '失効の手続きをする' })).not.toBeInTheDocument();
  });

  it('selects certificates, gives the reason and is shown every line before anything is revoked', async () => {
    let sent: unknown;
    server.use(
      http.post('*/api/v1/revocations', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json(revocations.bulkRevocations[0], { status: 201 });
      }),
    );
    const { router } = await renderApp('/certificates');
    const [first, second] = certificates as [Schema<'Certificate'>, Schema<'Certificate'>];
    await userEvent.click(await screen.findByRole('checkbox', { name: `${first.commonName} を選択する` }));
    await userEvent.click(screen.getByRole('checkbox', { name: `${second.commonName} を選択する` }));
    expect(screen.getByText('2 件を選択中')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '選択した証明書を失効する' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: '失効できるか確かめる' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('失効の理由を選んでください。');
    await userEvent.click(dialog.getByRole('radio', { name: /利用の終了/ }));
    await userEvent.click(dialog.getByRole('button', { name: '失効できるか確かめる' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/revocations/bulk-checked'));
    expect(sent).toEqual({ certificates: [first.id, second.id], reason: 'CESSATION_OF_OPERATION' });
    expect(await screen.findByText('失効できない行が 2 行あります')).toBeInTheDocument();
    expect(await screen.findByText('[AMBIGUOUS]')).toBeInTheDocument();
  });

  it('selects a whole page, without what cannot be revoked any more', async () => {
    await renderApp('/certificates');
    await userEvent.click(await screen.findByRole('checkbox', { name: 'このページの行をすべて選択する' }));
    const revocable = certificates.filter(({ status }) => status !== 'EXPIRED');
    expect(screen.getByText(`${revocable.length} 件を選択中`)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '選択を解除する' }));
    expect(screen.queryByText(/件を選択中/)).not.toBeInTheDocument();
  });

  it('confirms many only with their number typed', async () => {
    let submitted = 0;
    server.use(
      on(
        'post',
        '/api/v1/revocations/{id}/submission',
        () => {
          submitted++;
          return { ...(revocations.bulkRevocations[0] as Schema<'BulkRevocation'>), state: 'RUNNING' as const };
        },
        202,
      ),
    );
    await renderApp('/revocations/bulk-checked');
    await userEvent.click(await screen.findByRole('button', { name: '4 枚の証明書を失効する' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('失効する枚数「4」を入力してください。');
    expect(submitted).toBe(0);
    await userEvent.type(screen.getByLabelText('失効する枚数 (必須)'), '４');
    await userEvent.click(screen.getByRole('button', { name: '4 枚の証明書を失効する' }));
    expect(await screen.findByRole('progressbar', { name: '失効しています' })).toBeInTheDocument();
    expect(submitted).toBe(1);
  });

  it('is offered nothing that the policy leaves to others', async () => {
    server.use(on('get', '/api/v1/tenant', () => ({ ...tenant, revocation: { by: [], bulk: [] } })));
    await renderApp('/certificates/cert-1');
    expect(await screen.findByRole('link', { name: '証明書 (PEM)' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '失効の手続きをする' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '一括失効' })).not.toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  it('has no page for many at once where the policy has none, by the menu or by address', async () => {
    server.use(on('get', '/api/v1/tenant', () => ({ ...tenant, revocation: { by: ['OFFICER' as const], bulk: [] } })));
    const list = await renderApp('/revocations');
    expect(await screen.findByText('一括の失効は行えません')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '証明書の一覧を見る' })).toHaveAttribute('href', '/certificates');
    expect(screen.queryByRole('link', { name: '一括失効' })).not.toBeInTheDocument();
    list.unmount();
    const upload = await renderApp('/revocations/new');
    expect(await screen.findByText('一括の失効は行えません')).toBeInTheDocument();
    upload.unmount();
    await renderApp('/certificates/cert-1');
    expect(await screen.findByRole('button', { name: '失効の手続きをする' })).toBeInTheDocument();
  });

  it('uploads a list of names', async () => {
    let form = new FormData();
    server.use(
      http.post('*/api/v1/revocations', async ({ request }) => {
        form = await request.formData();
        return HttpResponse.json(revocations.bulkRevocations[0], { status: 201 });
      }),
    );
    const { router } = await renderApp('/revocations/new');
    await userEvent.click(await screen.findByRole('button', { name: 'アップロードして確かめる' }));
    const summary = within(await screen.findByRole('alert'));
    expect(summary.getByText('名前の一覧のファイルを選んでください。')).toBeInTheDocument();
    await userEvent.upload(
      screen.getByLabelText('CSV ファイルをここにドロップするか、選んでください'),
      new File(['www.shomei.ac.jp\n'], 'names.csv', { type: 'text/csv' }),
    );
    await userEvent.click(screen.getByRole('radio', { name: /証明書の差し替え/ }));
    await userEvent.click(screen.getByRole('button', { name: 'アップロードして確かめる' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/revocations/bulk-checked'));
    expect(form.get('reason')).toBe('SUPERSEDED');
    expect((form.get('file') as File).name).toBe('names.csv');
  });
});

describe('an operator', () => {
  beforeEach(() => server.use(on('get', '/api/v1/session', () => session(operator))));

  it('does not end an authority that issues by its certificate', async () => {
    const certificate = detailOf(certificates[0] as Schema<'Certificate'>);
    const [listed] = authorities as [Schema<'Authority'>];
    let state: Schema<'AuthorityState'> = 'ACTIVE';
    server.use(
      on('get', '/api/v1/certificates/{id}', () => ({
        ...certificate,
        kind: 'PLATFORM' as const,
        profile: 'authority',
        sha256: listed.sha256,
      })),
      on('get', '/api/v1/authorities', () => ({ items: [{ ...listed, state }] })),
    );
    const { queries } = await renderApp('/certificate-search/cert-1');
    await waitFor(() => expect(queries.getQueryData(['authorities'])).toBeDefined());
    await screen.findAllByText(certificate.commonName);
    expect(screen.queryByRole('button', { name: '失効の手続きをする' })).not.toBeInTheDocument();

    state = 'RETIRED';
    await queries.invalidateQueries({ queryKey: ['authorities'] });
    expect(await screen.findByRole('button', { name: '失効の手続きをする' })).toBeInTheDocument();
  });

  it('finds a certificate of any tenant and revokes it on a document', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/v1/certificates/cert-1/revocation', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ revokedAt: at(0), reason: 'SUPERSEDED' }, { status: 201 });
      }),
    );
    const { router } = await renderApp('/certificate-search');
    await userEvent.type(await screen.findByLabelText('探すもの'), 'www.shomei.ac.jp');
    await userEvent.click(screen.getByRole('button', { name: '証明書を探す' }));
    await userEvent.click(await screen.findByRole('link', { name: 'www.shomei.ac.jp' }));
    expect(router.state.location.pathname).toBe('/certificate-search/cert-1');
    await userEvent.click(await screen.findByRole('button', { name: '失効の手続きをする' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('radio', { name: /証明書の差し替え/ }));
    await userEvent.click(dialog.getByRole('button', { name: '証明書を失効する' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('依頼書の番号を入力してください。');
    await userEvent.type(dialog.getByLabelText('依頼書の番号 (必須)'), 'R-2027-014');
    await userEvent.click(dialog.getByRole('button', { name: '証明書を失効する' }));
    await waitFor(() => expect(sent).toEqual([{ reason: 'SUPERSEDED', reference: 'R-2027-014' }]));
  });

  it('keeps a pasted key out of the address and goes on with its SHA-256', async () => {
    const { router } = await renderApp('/certificate-search');
    const field = await screen.findByLabelText('探すもの');
    await userEvent.click(field);
    await userEvent.paste('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----');
    await userEvent.click(screen.getByRole('button', { name: '証明書を探す' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('これは秘密鍵です');
    await userEvent.clear(field);
    await userEvent.paste('-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----');
    await userEvent.click(screen.getByRole('button', { name: '証明書を探す' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ q: revocations.keyReport.keySha256 }));
    expect(await screen.findByRole('link', { name: 'この鍵の危殆化を受け付ける' })).toBeInTheDocument();
  });

  it('is told that a long text is no key, instead of being shown nothing', async () => {
    await renderApp('/certificate-search');
    await userEvent.click(await screen.findByLabelText('探すもの'));
    await userEvent.paste('www.shomei.ac.jp\nmail.shomei.ac.jp\n');
    await userEvent.click(screen.getByRole('button', { name: '証明書を探す' }));
    expect(await screen.findByText('1 つの証明書や鍵としては読めませんでした')).toBeInTheDocument();
  });

  it('goes from a key over its proof to its end', async () => {
    let sent: unknown;
    let state = revocations.keyCompromises[0] as Schema<'KeyCompromise'>;
    server.use(
      on('get', '/api/v1/key-compromises/{id}', () => state),
      on('post', '/api/v1/key-compromises/{id}/proof', () => {
        state = { ...state, state: 'PROVEN', provenAt: at(0), provenBy: 'CSR' };
        return state;
      }),
      http.post('*/api/v1/key-compromises/:id/submission', async ({ request }) => {
        sent = await request.json();
        state = { ...state, state: 'SUBMITTED', revocation: 'bulk-running' };
        return HttpResponse.json(state, { status: 202 });
      }),
    );
    await renderApp('/key-compromises/new');
    await userEvent.type(await screen.findByLabelText('証明書・CSR・公開鍵 (必須)'), revocations.keyReport.keySha256);
    await userEvent.click(screen.getByRole('button', { name: 'この鍵で受付を始める' }));
    expect(await screen.findByText(new RegExp(`openssl req .*${state.challenge}`))).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('CSR (必須)'), 'MIIB');
    await userEvent.click(screen.getByRole('button', { name: '証明を確かめる' }));
    await userEvent.click(await screen.findByRole('button', { name: '鍵の使用を禁止し、3 枚を失効する' }));
    const summary = within(await screen.findByRole('alert'));
    expect(summary.getAllByRole('listitem')).toHaveLength(2);
    await userEvent.type(screen.getByLabelText('依頼書の番号 (必須)'), 'R-1');
    await userEvent.type(screen.getByLabelText('失効する枚数 (必須)'), '3');
    await userEvent.click(screen.getByRole('button', { name: '鍵の使用を禁止し、3 枚を失効する' }));
    expect(await screen.findByText('鍵の使用を禁止しました')).toBeInTheDocument();
    expect(sent).toEqual({ reference: 'R-1' });
    expect(screen.getByRole('link', { name: '失効の結果を見る' })).toHaveAttribute('href', '/revocations/bulk-running');
  });

  it('is sent elsewhere with the key of an authority', async () => {
    const proven = revocations.keyCompromises[1] as Schema<'KeyCompromise'>;
    server.use(
      on('get', '/api/v1/key-compromises/{id}', () => ({
        ...proven,
        key: { ...proven.key, authority: 'server-p256' },
      })),
    );
    await renderApp('/key-compromises/case-proven');
    expect(await screen.findByRole('link', { name: '認証局の運用を開く' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /鍵の使用を禁止し/ })).not.toBeInTheDocument();
  });

  it('sees which revocation lists need somebody, and publishes', async () => {
    await renderApp('/crls');
    expect(await screen.findByText('1 件の失効リストに対処が必要です')).toBeInTheDocument();
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings[0]).toBe('Shomei Server CA E1');
    await userEvent.click(screen.getByRole('button', { name: 'Shomei Root CA の失効リストを今すぐ公開する' }));
    expect(await screen.findByText(/失効リストを公開しました/)).toBeInTheDocument();
  });
});

describe('anybody', () => {
  it('reports a key without an account, proves it and gets a receipt', async () => {
    server.use(loggedOut);
    await renderApp('/report-key', 'en');
    await userEvent.type(
      await screen.findByLabelText('Certificate, CSR or public key (required)'),
      revocations.keyReport.keySha256,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    await userEvent.click(await screen.findByRole('radio', { name: /Signature/ }));
    expect(screen.getByText(/openssl dgst -sha256 -sign key.pem/)).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Signature (Base64) (required)'), 'MEUC');
    await userEvent.click(screen.getByRole('button', { name: 'Prove and revoke' }));
    expect(await screen.findByText('Thank you. The key is blocked')).toBeInTheDocument();
    expect(screen.getByText(/2 certificates of the key were revoked/)).toBeInTheDocument();
    expect(screen.getByText(revocations.keyReport.id)).toBeInTheDocument();
  });
});
