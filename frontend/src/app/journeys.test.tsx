import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { certificates, detailOf, related } from '../../test/fixtures/certificate';
import { certEntrance, foreignCertificate, goodCertificate } from '../../test/fixtures/entrance';
import { requestFiles } from '../../test/fixtures/request-file';
import { operator, session } from '../../test/fixtures/session';
import { at } from '../../test/fixtures/time';
import { loggedOut, on, refusal } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

// What a person does, through the whole application; the server is a stand-in typed by the contract.

describe('logging in', () => {
  it('asks for a log-in first and then continues where one wanted to go', async () => {
    server.use(
      loggedOut,
      on('get', '/api/v1/session/entrance', () => certEntrance(goodCertificate)),
    );
    const { router } = await renderApp('/certificates?status=ISSUED');
    await screen.findByRole('heading', { level: 1, name: 'この証明書でログインします' });
    server.use(on('get', '/api/v1/session', () => session()));
    await userEvent.click(screen.getByRole('button', { name: 'ログインする' }));
    await screen.findByRole('heading', { level: 1, name: '証明書の一覧' });
    expect(router.state.location.href).toBe('/certificates?status=ISSUED');
  });

  it('says which certificate was presented and why it cannot be used', async () => {
    server.use(
      loggedOut,
      on('get', '/api/v1/session/entrance', () => certEntrance(foreignCertificate)),
    );
    await renderApp('/login');
    expect(await screen.findByText('CN=My Number Card User,O=JPKI,C=JP')).toBeInTheDocument();
    expect(screen.getByText('M-CERT-FOREIGN')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'はじめの画面に戻る' })).toHaveAttribute('href', 'https://localhost:8443');
    expect(screen.queryByRole('button', { name: 'ログインする' })).not.toBeInTheDocument();
  });

  it('says so where the entrance is another tenant’s, and leads to its own (AT-08)', async () => {
    server.use(
      loggedOut,
      on('get', '/api/v1/session/entrance', ({ request }) =>
        certEntrance(new URL(request.url).searchParams.has('tenant') ? foreignCertificate : goodCertificate),
      ),
    );
    await renderApp('/login?tenant=50000001');
    expect(await screen.findByText('M-CERT-FOREIGN')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'この証明書の入口でログインする' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'この証明書でログインします' })).toBeInTheDocument();
  });

  it('leads from the portal to the entrance that asks for a certificate, keeping the destination', async () => {
    server.use(loggedOut);
    await renderApp('/login?to=/audit');
    expect(await screen.findByRole('link', { name: /証明書でログインする/ })).toHaveAttribute(
      'href',
      'https://localhost:9443/login?to=%2Faudit',
    );
  });

  it('goes to "session ended" when the server has ended it', async () => {
    server.use(on('get', '/api/v1/certificates', () => refusal(401, 'session-ended', 'セッションが終了しました。')));
    await renderApp('/certificates');
    expect(await screen.findByRole('heading', { level: 1, name: 'セッションが終了しました' })).toBeInTheDocument();
  });
});

describe('logging out', () => {
  it('ends the session on the server, then says so', async () => {
    let ended = false;
    server.use(
      http.delete('*/api/v1/session', () => {
        ended = true;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await renderApp('/help');
    await userEvent.click(await screen.findByRole('button', { name: 'ログアウト' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'ログアウトしました' })).toBeInTheDocument();
    expect(ended).toBe(true);
  });

  it('says when it did not work, instead of pretending', async () => {
    server.use(on('delete', '/api/v1/session', () => refusal(503, 'unavailable', '') as never));
    await renderApp('/help');
    await userEvent.click(await screen.findByRole('button', { name: 'ログアウト' }));
    expect(await screen.findByText('サービスが一時的に利用できません。')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1, name: 'ヘルプ' })).toBeInTheDocument();
  });
});

describe('a request file', () => {
  it('is not sent without a file', async () => {
    await renderApp('/request-files/new');
    await userEvent.click(await screen.findByRole('button', { name: 'アップロードして検査する' }));
    const summary = await screen.findByRole('alert');
    await userEvent.click(within(summary).getByRole('link', { name: 'TSV ファイルを選んでください。' }));
    expect(document.getElementById('file')).toHaveFocus();
  });

  it('is uploaded with its options, once, under an idempotency key', async () => {
    let sent: FormData | undefined;
    let key: string | null = null;
    server.use(
      http.post('*/api/v1/request-files', async ({ request }) => {
        sent = await request.formData();
        key = request.headers.get('Idempotency-Key');
        expect(request.headers.get('X-Requested-With')).toBe('shomei');
        return HttpResponse.json(requestFiles[1], { status: 201 });
      }),
    );
    const { router } = await renderApp('/request-files/new');
    await userEvent.upload(
      await screen.findByLabelText('TSV ファイルをここにドロップするか、選んでください'),
      new File(['a\tb'], 'list.tsv', { type: 'text/tab-separated-values' }),
    );
    await userEvent.click(screen.getByRole('radio', { name: /エラーのない行だけ/ }));
    await userEvent.click(screen.getByRole('button', { name: 'アップロードして検査する' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/request-files/file-clean'));
    expect(sent?.get('kind')).toBe('SERVER');
    expect(sent?.get('operation')).toBe('ISSUE');
    expect(sent?.get('onError')).toBe('SKIP');
    expect(key).toBeTruthy();
  });

  it('shows every error with its place and cure, and filters by code in the address', async () => {
    const { router } = await renderApp('/request-files/file-errors');
    expect(await screen.findByText('5 行にエラーがあります')).toBeInTheDocument();
    expect(await screen.findByText('メールアドレスの形式ではありません。')).toBeInTheDocument();
    expect(screen.getByText('10 利用管理者E-mail')).toBeInTheDocument();
    expect(screen.getByText('admin_at_shomei.ac.jp')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /申請して発行する/ })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /218/ }));
    await waitFor(() => expect(screen.queryByText('メールアドレスの形式ではありません。')).not.toBeInTheDocument());
    expect(router.state.location.searchStr).toBe('?code=218');
    expect(screen.getByRole('link', { name: 'エラー行をダウンロードする' })).toHaveAttribute(
      'href',
      '/api/v1/request-files/file-errors/result.tsv?outcome=REFUSED',
    );
  });

  it('is submitted only when everything was confirmed', async () => {
    let confirmed: unknown;
    server.use(
      on(
        'post',
        '/api/v1/request-files/{id}/submission',
        async ({ request }) => {
          confirmed = await request.json();
          const [running] = requestFiles;
          return { ...(running as (typeof requestFiles)[number]), id: 'file-clean' };
        },
        202,
      ),
    );
    await renderApp('/request-files/file-clean');
    const submit = await screen.findByRole('button', { name: '120 枚を申請して発行する' });
    await userEvent.click(submit);
    expect(within(await screen.findByRole('alert')).getAllByRole('link')).toHaveLength(3);
    expect(confirmed).toBeUndefined();
    for (const box of screen.getAllByRole('checkbox')) await userEvent.click(box);
    await userEvent.click(submit);
    expect(await screen.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '3412');
    expect(confirmed).toEqual({ confirmed: ['identity-verified', 'domain-authorised', 'contact-checked'] });
  });
});

describe('the register', () => {
  it('opens a certificate beside the list and asks for a reason before it revokes', async () => {
    let body: unknown;
    server.use(
      on(
        'post',
        '/api/v1/certificates/{id}/revocation',
        async ({ request }) => {
          body = await request.json();
          return { revokedAt: at(0), reason: 'SUPERSEDED' as const, ocspVisibleSince: at(0) };
        },
        201,
      ),
    );
    const { router } = await renderApp('/certificates?kind=SERVER');
    await userEvent.click(await screen.findByRole('link', { name: 'www.shomei.ac.jp' }));
    expect(await screen.findByRole('heading', { level: 2, name: 'www.shomei.ac.jp' })).toBeInTheDocument();
    expect(router.state.location.href).toBe('/certificates/cert-1?kind=SERVER');
    await userEvent.click(screen.getByRole('button', { name: '失効の手続きをする' }));
    const dialog = await screen.findByRole('dialog', { name: '証明書を失効する' });
    await userEvent.click(within(dialog).getByRole('button', { name: '証明書を失効する' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('失効の理由を選んでください。');
    await userEvent.click(within(dialog).getByRole('radio', { name: /証明書の差し替え/ }));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.getByRole('heading', { level: 2, name: 'www.shomei.ac.jp' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '失効の手続きをする' }));
    const again = within(await screen.findByRole('dialog', { name: '証明書を失効する' }));
    await userEvent.click(again.getByRole('radio', { name: /証明書の差し替え/ }));
    await userEvent.click(again.getByRole('button', { name: '証明書を失効する' }));
    await waitFor(() => expect(body).toEqual({ reason: 'SUPERSEDED' }));
  });

  it('leads from a certificate to what it renewed and to what renewed it', async () => {
    const [first, second, third] = certificates as [
      Schema<'Certificate'>,
      Schema<'Certificate'>,
      Schema<'Certificate'>,
    ];
    server.use(
      on('get', '/api/v1/certificates/{id}', ({ params }) =>
        params.id === second.id
          ? { ...detailOf(second), renews: related(first.id), renewedBy: related(third.id) }
          : detailOf(third),
      ),
    );
    const { router } = await renderApp(`/certificates/${second.id}?kind=SERVER`);
    expect(await screen.findByRole('heading', { name: '更新の前後' })).toBeInTheDocument();
    const before = screen.getByText('更新前の証明書').nextElementSibling as HTMLElement;
    expect(within(before).getByRole('link')).toHaveAttribute('href', `/certificates/${first.id}?kind=SERVER`);
    const after = screen.getByText('更新後の証明書').nextElementSibling as HTMLElement;
    await userEvent.click(within(after).getByRole('link'));
    await waitFor(() => expect(router.state.location.href).toBe(`/certificates/${third.id}?kind=SERVER`));
    expect(await screen.findByRole('heading', { level: 2, name: third.commonName })).toBeInTheDocument();
    expect(screen.queryByText('更新前の証明書')).not.toBeInTheDocument();
  });

  it('shows an operator no certificates in the navigation', async () => {
    server.use(on('get', '/api/v1/session', () => session(operator)));
    await renderApp('/home');
    await screen.findByRole('heading', { level: 1, name: 'ホーム' });
    const menu = within(screen.getByRole('navigation', { name: 'メニュー' }));
    expect(menu.queryByRole('link', { name: '発行・更新・失効' })).not.toBeInTheDocument();
    expect(menu.getByRole('link', { name: '通知' })).toBeInTheDocument();
  });
});

describe('collecting', () => {
  it('warns that the address works once, downloads, and says so', async () => {
    let body: unknown;
    server.use(
      loggedOut,
      http.post('*/api/v1/enrolments/:token/collection', async ({ request }) => {
        body = await request.json();
        return new HttpResponse('PEM', { headers: { 'Content-Disposition': 'attachment; filename="www.cer"' } });
      }),
    );
    await renderApp('/collect/waiting', 'en');
    expect(await screen.findByText('This address works only once')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: /PKCS#7/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Download the certificate' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'You have your certificate' })).toBeInTheDocument();
    expect(body).toEqual({ format: 'PKCS7' });
  });

  it.each([
    ['collected', 'This address has been used'],
    ['lapsed', 'The time to collect is over'],
    ['revoked', 'This certificate has been revoked'],
    ['nonsense', 'Nothing can be collected here'],
  ])('an address that is %s says so and what to do', async (token, title) => {
    await renderApp(`/collect/${token}`, 'en');
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Download the certificate' })).not.toBeInTheDocument();
  });
});

describe('one certificate by form', () => {
  it('reports everything missing, then everything the server refuses, each at its field', async () => {
    await renderApp('/requests/new');
    await userEvent.click(await screen.findByRole('button', { name: '申請して発行する' }));
    expect(within(await screen.findByRole('alert')).getAllByRole('link')).toHaveLength(3);
    await userEvent.click(await screen.findByRole('radio', { name: /^11/ }));
    const csr = '-----BEGIN CERTIFICATE REQUEST-----\nMIIC\n-----END CERTIFICATE REQUEST-----';
    await userEvent.click(screen.getByLabelText(/^CSR/));
    await userEvent.paste(csr);
    await userEvent.type(screen.getByLabelText(/^E-mail/), 'takahashi@shomei.ac.jp');
    await userEvent.click(screen.getByRole('button', { name: '申請して発行する' }));
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent('この鍵は、以前の証明書で使われています。'),
    );
    expect(screen.getByRole('alert')).toHaveTextContent('224');
    expect(screen.getByLabelText(/^CSR/)).toHaveAccessibleDescription(/以前の証明書/);
    expect(screen.getByLabelText(/^CSR/)).toHaveValue(csr);
  });

  it('shows the certificate, and starts again with what stays the same', async () => {
    const issued = detailOf(certificates[0] as Schema<'Certificate'>);
    server.use(on('post', '/api/v1/requests', () => issued, 201));
    await renderApp('/requests/new');
    await userEvent.click(await screen.findByRole('radio', { name: /^11/ }));
    await userEvent.click(screen.getByLabelText(/^CSR/));
    await userEvent.paste('-----BEGIN CERTIFICATE REQUEST-----\nMIIC\n-----END CERTIFICATE REQUEST-----');
    await userEvent.type(screen.getByLabelText(/^E-mail/), 'takahashi@shomei.ac.jp');
    await userEvent.click(screen.getByRole('button', { name: '申請して発行する' }));
    expect(await screen.findByRole('status')).toHaveTextContent(issued.subjectDn);
    await userEvent.click(screen.getByRole('button', { name: '続けて申請する' }));
    expect(await screen.findByLabelText(/^CSR/)).toHaveValue('');
    expect(screen.getByLabelText(/^E-mail/)).toHaveValue('takahashi@shomei.ac.jp');
  });
});

describe('failures', () => {
  it('quote the request id', async () => {
    server.use(on('get', '/api/v1/notices', () => refusal(500, 'internal', '内部エラー')));
    await renderApp('/notices');
    expect(await screen.findByText('0197a1b2-0000-7000-8000-00000000000a')).toBeInTheDocument();
  });

  it('a page that does not exist says so', async () => {
    await renderApp('/nowhere', 'en');
    expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeInTheDocument();
  });
});
