import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquisition } from '../../test/fixtures/enrolment';
import { bankCertificate, certEntrance, portal } from '../../test/fixtures/entrance';
import { at } from '../../test/fixtures/time';
import { loggedOut, on, refusal } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import { dropSecret } from '../features/acquisition/secretInHand';

// How somebody gets a certificate with an acquisition password, and renews it with the log-in password.

beforeEach(() => server.use(loggedOut));
afterEach(() => {
  sessionStorage.clear();
  dropSecret();
});

async function fillIn() {
  await userEvent.type(await screen.findByLabelText('ユーザID'), '0128000017');
  await userEvent.type(screen.getByLabelText('パスワード'), 'Abcd1234');
  await userEvent.type(screen.getByLabelText('証明書取得用パスワード'), 'xK4mP7qRt2Wz');
}

const collecting = (sent: unknown[], name = '0128000017.p12') =>
  http.post('*/api/v1/enrolments/:token/collection', async ({ request }) => {
    sent.push(await request.json());
    return new HttpResponse(new Blob(['p12']), {
      headers: { 'Content-Disposition': `attachment; filename="${name}"` },
    });
  });

describe('the log-in page of a service with acquisition passwords', () => {
  it('offers to acquire a certificate beside the log-in with one, and only where the policy does (SC-030)', async () => {
    const first = await renderApp('/login?tenant=ABC-TRADING');
    const acquire = await screen.findByRole('link', { name: /^証明書を取得する/ });
    expect(acquire).toHaveAttribute('href', '/acquire?tenant=ABC-TRADING');
    expect(screen.getByRole('link', { name: /^証明書でログインする/ })).toBeInTheDocument();
    first.unmount();
    server.use(on('get', '/api/v1/session/entrance', () => ({ ...portal, acquisition: false })));
    await renderApp('/login');
    expect(await screen.findByRole('link', { name: /^証明書でログインする/ })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /^証明書を取得する/ })).not.toBeInTheDocument();
  });
});

describe('an acquisition', () => {
  it('waits, goes on by itself, and gives the file that the acquisition password opens (AT-01)', async () => {
    const sent: unknown[] = [];
    const asked: string[] = [];
    let asking = 0;
    server.use(
      on(
        'post',
        '/api/v1/acquisitions',
        async ({ request }) => {
          asked.push(JSON.stringify(await request.json()));
          return { token: 'token-1', state: 'ISSUING' as const, refreshSeconds: 5 };
        },
        201,
      ),
      on('get', '/api/v1/enrolments/{token}', () => acquisition(asking++ === 0 ? 'ISSUING' : 'WAITING')),
      collecting(sent),
    );
    const { router } = await renderApp('/acquire');
    await fillIn();
    await userEvent.dblClick(screen.getByRole('button', { name: '証明書を取得する' }));
    expect(await screen.findByRole('heading', { level: 1, name: '証明書を発行しています' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /取得|ダウンロード/ })).not.toBeInTheDocument();
    expect(await screen.findByRole('heading', { level: 1, name: '証明書のダウンロード' })).toBeInTheDocument();
    expect(asked).toEqual(['{"loginId":"0128000017","password":"Abcd1234","acquisitionPassword":"xK4mP7qRt2Wz"}']);
    expect(router.state.location.href).toBe('/acquire/token-1');

    // What was entered a page before is not asked for again, and is in no storage.
    expect(screen.queryByLabelText('証明書取得用パスワード')).not.toBeInTheDocument();
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('xK4mP7qRt2Wz');
    await userEvent.click(screen.getByRole('radio', { name: 'macOS' }));
    await userEvent.click(screen.getByRole('button', { name: '証明書をダウンロードする' }));
    expect(await screen.findByText('「0128000017.p12」を保存しました')).toBeInTheDocument();
    expect(sent).toEqual([{ secret: 'xK4mP7qRt2Wz', format: 'P12', target: 'MACOS' }]);
    expect(screen.getByText('パスワードに、証明書取得用パスワードを入力します。')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '証明書でログインする' })).toHaveAttribute(
      'href',
      'https://localhost:9443/login',
    );
  });

  it('after a reload is where it was, and asks for the acquisition password once more (AT-04)', async () => {
    const sent: unknown[] = [];
    server.use(collecting(sent, '0128000017.mobileconfig'));
    await renderApp('/acquire/acquired');
    await userEvent.click(await screen.findByRole('button', { name: '証明書をダウンロードする' }));
    expect(screen.getByText('証明書取得用パスワードを入力してください。')).toBeInTheDocument();
    expect(sent).toEqual([]);
    await userEvent.click(screen.getByRole('radio', { name: 'iPhone・iPad' }));
    await userEvent.type(screen.getByLabelText('証明書取得用パスワード'), 'xK4mP7qRt2Wz{Enter}');
    expect(await screen.findByText('「0128000017.mobileconfig」を保存しました')).toBeInTheDocument();
    expect(sent).toEqual([{ secret: 'xK4mP7qRt2Wz', format: 'MOBILECONFIG', target: 'IOS' }]);
    expect(screen.getByText(/Safari でダウンロードを許可します/)).toBeInTheDocument();
  });

  it('takes the other encryption where somebody chooses it, and says so when the password is wrong (F-05)', async () => {
    const sent: unknown[] = [];
    server.use(
      on('post', '/api/v1/enrolments/{token}/collection', async ({ request }) => {
        sent.push(await request.json());
        return refusal(403, 'acquisition-password-wrong', '');
      }),
    );
    await renderApp('/acquire/acquired');
    await userEvent.click(await screen.findByRole('radio', { name: 'Windows' }));
    await userEvent.click(screen.getByRole('radio', { name: /^互換/ }));
    await userEvent.type(screen.getByLabelText('証明書取得用パスワード'), 'xk4mp7qrt2wz{Enter}');
    expect(await screen.findByText(/証明書取得用パスワードが違います/)).toBeInTheDocument();
    expect(sent).toEqual([{ secret: 'xk4mp7qrt2wz', format: 'P12', target: 'WINDOWS', p12Profile: 'compat' }]);
  });

  it('is refused without telling which of the three was wrong (AT-02)', async () => {
    server.use(on('post', '/api/v1/acquisitions', () => refusal(401, 'acquisition-failed', '')));
    await renderApp('/acquire');
    await userEvent.click(await screen.findByRole('button', { name: '証明書を取得する' }));
    expect(within(screen.getByRole('alert')).getAllByRole('link')).toHaveLength(3);
    await fillIn();
    await userEvent.click(screen.getByRole('button', { name: '証明書を取得する' }));
    expect(await screen.findByText('入力した内容に誤りがあります')).toBeInTheDocument();
    expect(screen.getByLabelText('ユーザID')).toHaveValue('0128000017');
    expect(screen.getByLabelText('パスワード')).toHaveValue('');
    expect(screen.getByLabelText('証明書取得用パスワード')).toHaveValue('');
  });

  it('is refused while there is a valid certificate, and says when that can be renewed (AT-05)', async () => {
    server.use(
      on('post', '/api/v1/acquisitions', () =>
        refusal(409, 'certificate-acquired', '', {
          errors: [{ pointer: '', code: 'RENEW', message: '2028年3月1日 09時00分00秒から更新できます。' }],
        }),
      ),
    );
    await renderApp('/acquire');
    await fillIn();
    await userEvent.click(screen.getByRole('button', { name: '証明書を取得する' }));
    expect(await screen.findByText('有効な証明書をすでに取得しています')).toBeInTheDocument();
    expect(screen.getByText('M-ACQ-EXISTS')).toBeInTheDocument();
    expect(screen.getByText('2028年3月1日 09時00分00秒から更新できます。')).toBeInTheDocument();
  });

  it('that failed leads back to its beginning', async () => {
    await renderApp('/acquire/failed');
    expect(await screen.findByText('証明書を発行できませんでした')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '証明書の取得をやり直す' })).toHaveAttribute('href', '/acquire');
  });
});

describe('the renewal with the log-in password', () => {
  const presented = { ...bankCertificate, next: ['LOG_IN' as const, 'RENEW' as const] };
  const atEntrance = (certificate: typeof bankCertificate) =>
    on('get', '/api/v1/session/entrance', () => certEntrance(certificate, ['CERT', 'PASSWORD']));

  it('begins at a button beside the log-in, with an empty password field (AT-30)', async () => {
    const sent: unknown[] = [];
    server.use(
      atEntrance(presented),
      http.post('*/api/v1/own-certificate/renewal-file', async ({ request }) => {
        sent.push(await request.json());
        return sent.length === 1
          ? HttpResponse.json(refusal(401, 'log-in-failed', '').problem, { status: 401 })
          : new HttpResponse(new Blob(['p12']), {
              headers: { 'Content-Disposition': 'attachment; filename="0128000017.p12"' },
            });
      }),
    );
    await renderApp('/login');
    await userEvent.click(await screen.findByRole('link', { name: '証明書を更新する' }));
    expect(await screen.findByRole('heading', { level: 1, name: '電子証明書の更新' })).toBeInTheDocument();
    expect(screen.queryByLabelText('ユーザID')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Windows' }));
    const password = screen.getByLabelText('ログインパスワード');
    await userEvent.type(password, 'abcd1234{Enter}');
    expect(await screen.findByText(/パスワードが違います/)).toBeInTheDocument();
    expect(password).toHaveValue('');
    await userEvent.type(password, 'Abcd1234{Enter}');
    expect(await screen.findByText('「0128000017.p12」を保存しました')).toBeInTheDocument();
    expect(sent).toEqual([
      { password: 'abcd1234', format: 'P12', target: 'WINDOWS' },
      { password: 'Abcd1234', format: 'P12', target: 'WINDOWS' },
    ]);
    expect(screen.getByText('取り込むときのパスワードは、いま入力したログインパスワードです。')).toBeInTheDocument();
    expect(screen.getByText(/期限の遅いほうを選んでください/)).toBeInTheDocument();
  });

  it('gives the same file again to whoever lost it', async () => {
    const { renewable: _, ...renewed } = {
      ...presented,
      newer: { serial: '5A02', notAfter: '2028-01-27T23:59:59Z', used: false },
      next: ['USE_NEWER' as const, 'LOG_IN' as const, 'RENEW' as const],
    };
    server.use(atEntrance(renewed));
    await renderApp('/renew');
    expect(await screen.findByText('新しい証明書は発行済みです')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '新しい証明書を取得する' })).toBeInTheDocument();
  });

  it('is not offered before its time, which is told (AT-29)', async () => {
    const { renewable: _, ...early } = { ...presented, next: ['LOG_IN' as const], renewableFrom: at(20) };
    server.use(atEntrance(early));
    const first = await renderApp('/login');
    expect(await screen.findByRole('button', { name: 'ログインする' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '証明書を更新する' })).not.toBeInTheDocument();
    first.unmount();
    await renderApp('/renew');
    expect(await screen.findByText('まだ更新できる期間ではありません')).toBeInTheDocument();
  });

  it('gives a P12 file to iOS where there are no configuration profiles', async () => {
    const formats: unknown[] = [];
    server.use(
      atEntrance(presented),
      http.post('*/api/v1/own-certificate/renewal-file', async ({ request }) => {
        const { format } = (await request.json()) as { format: string };
        formats.push(format);
        return format === 'MOBILECONFIG'
          ? HttpResponse.json(refusal(422, 'format-not-offered', '').problem, { status: 422 })
          : new HttpResponse(new Blob(['p12']));
      }),
    );
    await renderApp('/renew');
    await userEvent.click(await screen.findByRole('radio', { name: 'iPhone・iPad' }));
    await userEvent.type(screen.getByLabelText('ログインパスワード'), 'Abcd1234{Enter}');
    expect(await screen.findByText('「certificate.p12」を保存しました')).toBeInTheDocument();
    expect(formats).toEqual(['MOBILECONFIG', 'P12']);
  });
});

describe('a certificate that cannot be used', () => {
  const shown = async (presented: typeof bankCertificate) => {
    server.use(on('get', '/api/v1/session/entrance', () => certEntrance(presented, ['CERT', 'PASSWORD'])));
    await renderApp('/login');
    await screen.findByRole('heading', { level: 1, name: /ログインできません|見つかりません/ });
  };

  it('that has expired leads to the acquisition (AT-36)', async () => {
    await shown({ ...bankCertificate, code: 'M-CERT-EXPIRED', next: ['ACQUIRE', 'DESK'] });
    expect(screen.getByRole('link', { name: '証明書を取得する' })).toHaveAttribute(
      'href',
      'https://localhost:8443/acquire',
    );
  });

  it('that was superseded points to the newer one (AT-48)', async () => {
    const newer = { serial: '5A02', notAfter: '2028-01-27T23:59:59Z', used: true };
    await shown({ ...bankCertificate, code: 'M-CERT-SUPERSEDED', newer, next: ['USE_NEWER'] });
    expect(screen.getByText('2028年1月28日 08:59:59')).toBeInTheDocument();
  });

  it('of somebody who was withdrawn is to be deleted from the device (AT-74)', async () => {
    await shown({ ...bankCertificate, code: 'M-CERT-REVOKED', next: ['DELETE'] });
    expect(screen.getByText('発行先が「0128000017」の証明書を選びます。')).toBeInTheDocument();
  });

  it('or none leads to the acquisition, and is no error of TLS (AT-07)', async () => {
    await shown({ code: 'M-CERT-NONE', message: '', next: ['ACQUIRE'] });
    expect(screen.getByRole('link', { name: '証明書を取得する' })).toBeInTheDocument();
  });
});
