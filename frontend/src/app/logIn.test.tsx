import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { bankCertificate, certEntrance, portal } from '../../test/fixtures/entrance';
import { bankSession } from '../../test/fixtures/session';
import { loggedOut, on, refusal } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

// Every way in, and everything that may be due on it; the server is a stand-in typed by the contract.

type State = Schema<'SessionState'>;

/** A server where nobody is logged in until somebody is, and where what is due changes with each step. */
function serve(entrance: Schema<'Entrance'>, first: Schema<'Session'>) {
  const sent: { logIn: unknown[]; passwords: unknown[]; otps: unknown[] } = { logIn: [], passwords: [], otps: [] };
  let now: Schema<'Session'> | undefined;
  server.use(
    on('get', '/api/v1/session/entrance', () => entrance),
    on('get', '/api/v1/session', () => now ?? refusal(401, 'session-required', '')),
    on(
      'post',
      '/api/v1/session',
      async ({ request }) => {
        sent.logIn.push(await request.json());
        now = first;
        const { state, openedAt, idleTimeout, account } = first;
        return { state, openedAt, idleTimeout, account, token: 'e30.e30.e30' };
      },
      201,
    ),
    on('post', '/api/v1/session/otp', async ({ request }) => {
      const { otp } = (await request.json()) as Schema<'OtpAnswer'>;
      sent.otps.push(otp);
      if (otp === '000000') return refusal(422, 'otp-wrong', '');
      now = { ...first, state: 'ACTIVE' };
      return now;
    }),
    on('post', '/api/v1/session/re-login', () => {
      now = { ...first, state: 'ACTIVE' };
      return now;
    }),
    on('put', '/api/v1/session/password', async ({ request }) => {
      sent.passwords.push(await request.json());
      now = { ...first, state: 'ACTIVE' };
      return now;
    }),
  );
  return sent;
}

const due = (state: State, more: Partial<Schema<'Session'>> = {}) => bankSession({ state, ...more });

describe('by ID', () => {
  it('sends the ID with its leading zero and the password as typed (AT-72)', async () => {
    const sent = serve(portal, bankSession());
    const { router } = await renderApp('/login?to=/audit', 'en');
    await userEvent.type(await screen.findByLabelText('Log-in ID'), '0128000017');
    await userEvent.type(screen.getByLabelText('Password or PIN'), 'Abcd1234{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/audit'));
    expect(sent.logIn).toEqual([{ loginId: '0128000017', password: 'Abcd1234' }]);
  });

  it('remembers the ID where it is ticked, and never the password (AT-65)', async () => {
    serve(portal, bankSession());
    await renderApp('/login', 'en');
    await userEvent.type(await screen.findByLabelText('Log-in ID'), 'acme-admin');
    await userEvent.type(screen.getByLabelText('Password or PIN'), 'Abcd1234');
    await userEvent.click(screen.getByLabelText('Remember my log-in ID'));
    await userEvent.click(screen.getByRole('button', { name: 'Log in' }));
    await waitFor(() => expect(localStorage.getItem('shomei.loginId')).toBe('acme-admin'));
    expect(JSON.stringify({ ...localStorage })).not.toContain('Abcd1234');
  });

  it('has the remembered ID filled in, and nothing where the policy does not remember', async () => {
    server.use(loggedOut);
    localStorage.setItem('shomei.loginId', 'acme-admin');
    const first = await renderApp('/login', 'en');
    expect(await screen.findByLabelText('Log-in ID')).toHaveValue('acme-admin');
    first.unmount();
    server.use(on('get', '/api/v1/session/entrance', () => ({ ...portal, rememberLoginId: false })));
    await renderApp('/login', 'en');
    expect(await screen.findByLabelText('Log-in ID')).toHaveValue('');
    expect(screen.queryByLabelText('Remember my log-in ID')).not.toBeInTheDocument();
  });

  it('says one thing for an unknown ID and a wrong password, with the reminder of case (SC-051)', async () => {
    server.use(
      loggedOut,
      on('post', '/api/v1/session', () => refusal(401, 'log-in-failed', '')),
    );
    await renderApp('/login', 'en');
    await userEvent.type(await screen.findByLabelText('Log-in ID'), '0128000017');
    await userEvent.type(screen.getByLabelText('Password or PIN'), 'abcd1234{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(/Check upper and lower case/);
    expect(screen.getByLabelText('Password or PIN')).toHaveValue('');
    expect(screen.getByLabelText('Password or PIN')).toHaveFocus();
    expect(screen.getByLabelText('Log-in ID')).toHaveValue('0128000017');
  });

  it('sends nothing that is missing or of a length none can have (AT-40)', async () => {
    const methods: Schema<'LogInMethod'>[] = [
      { proofs: ['ID', 'PIN'], entrance: 'PORTAL', ready: true, secret: { minLength: 4, maxLength: 12 } },
    ];
    const sent = serve({ ...portal, methods }, bankSession());
    await renderApp('/login?tenant=EB', 'en');
    await userEvent.click(await screen.findByRole('button', { name: 'Log in' }));
    expect(screen.getByText('Enter your log-in ID.')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Log-in ID'), '50000001');
    await userEvent.type(screen.getByLabelText('PIN'), '123{Enter}');
    expect(await screen.findByText('PIN: 4 to 12 characters.')).toBeInTheDocument();
    expect(sent.logIn).toEqual([]);
  });

  it('asks the entrance about the tenant of the address', async () => {
    let asked: string | null = null;
    server.use(
      loggedOut,
      on('get', '/api/v1/session/entrance', ({ url }) => {
        asked = url.searchParams.get('tenant');
        return portal;
      }),
    );
    await renderApp('/login?tenant=ABC&to=/audit');
    expect(await screen.findByRole('link', { name: /証明書でログインする/ })).toHaveAttribute(
      'href',
      'https://localhost:9443/login?tenant=ABC&to=%2Faudit',
    );
    expect(asked).toBe('ABC');
  });

  it('tells who is locked what to do', async () => {
    server.use(
      loggedOut,
      on('post', '/api/v1/session', () =>
        refusal(423, 'secret-locked', '', {
          errors: [{ pointer: '', code: 'OPERATOR', message: 'Ask the service desk to unlock it.' }],
        }),
      ),
    );
    await renderApp('/login', 'en');
    await userEvent.type(await screen.findByLabelText('Log-in ID'), '0128000017');
    await userEvent.type(screen.getByLabelText('Password or PIN'), 'abcd1234{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Locked' })).toBeInTheDocument();
    expect(screen.getByText('Ask the service desk to unlock it.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Back to the log-in' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Log in' })).toBeInTheDocument();
  });

  it('leads somebody with another way to it (AT-52)', async () => {
    server.use(
      loggedOut,
      on('post', '/api/v1/session', () =>
        refusal(403, 'log-in-method-off', '', {
          errors: [{ pointer: '', code: 'CERT+PIN', message: 'Log in with a certificate and a PIN.' }],
        }),
      ),
    );
    await renderApp('/login', 'en');
    await userEvent.type(await screen.findByLabelText('Log-in ID'), '0128000017');
    await userEvent.type(screen.getByLabelText('Password or PIN'), 'abcd1234{Enter}');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Log in with a certificate and a PIN.');
    expect(within(alert).getByRole('link')).toHaveAttribute('href', 'https://localhost:9443/login');
  });
});

describe('by certificate', () => {
  it('asks for the password alone and says whose certificate it is (AT-06, AT-73)', async () => {
    const sent = serve(certEntrance(bankCertificate, ['CERT', 'PASSWORD']), bankSession());
    const { router } = await renderApp('/login', 'en');
    expect((await screen.findAllByText('0128000017')).length).toBeGreaterThan(0);
    expect(screen.queryByLabelText('Log-in ID')).not.toBeInTheDocument();
    expect(screen.getByText('How to choose another certificate')).toBeInTheDocument();
    expect(screen.getByText('This certificate can be renewed now')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Password'), 'Abcd1234{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/home'));
    expect(sent.logIn).toEqual([{ password: 'Abcd1234' }]);
  });

  it('of the site asks for ID and password, and without one there is no form (AT-54)', async () => {
    const site: Schema<'PresentedCertificate'> = { code: 'M-CERT-SITE', message: '', subjectDn: 'CN=acme0001' };
    const sent = serve(certEntrance(site, ['SITE_CERT', 'ID', 'PASSWORD']), bankSession());
    const view = await renderApp('/login', 'en');
    await userEvent.type(await screen.findByLabelText('Log-in ID'), 'admin');
    await userEvent.type(screen.getByLabelText('Password'), 'Abcd1234{Enter}');
    await waitFor(() => expect(sent.logIn).toEqual([{ loginId: 'admin', password: 'Abcd1234' }]));
    view.unmount();
    server.use(
      loggedOut,
      on('get', '/api/v1/session/entrance', () =>
        certEntrance({ code: 'M-CERT-NONE', message: '' }, ['SITE_CERT', 'ID', 'PASSWORD']),
      ),
    );
    await renderApp('/login', 'en');
    await screen.findByRole('heading', { level: 1, name: 'No certificate was found' });
    expect(screen.queryByLabelText('Password')).not.toBeInTheDocument();
  });
});

describe('what is due after it', () => {
  it('a one-time password of an app, with its failures apart (AT-41)', async () => {
    const sent = serve(portal, due('OTP_REQUIRED', { otp: { offered: ['TOTP'], kind: 'TOTP' } }));
    const { router } = await logInTo('/login?to=/audit');
    await screen.findByRole('heading', { level: 1, name: 'One-time password' });
    expect(router.state.location.pathname).toBe('/login/one-time-password');
    await userEvent.type(screen.getByLabelText('Six digits'), '000 000{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('The one-time password is wrong');
    await userEvent.type(screen.getByLabelText('Six digits'), '287082{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/audit'));
    expect(sent.otps).toEqual(['000000', '287082']);
  });

  it('digits of a grid card, in the order of the positions', async () => {
    const otp: Schema<'SessionOtp'> = { offered: ['GRID_CARD'], kind: 'GRID_CARD', positions: ['B2', 'E5', 'A1'] };
    const sent = serve(portal, due('OTP_REQUIRED', { otp }));
    await logInTo('/login');
    for (const [position, value] of [
      ['B2', '70'],
      ['E5', '09'],
      ['A1', '41'],
    ] as const)
      await userEvent.type(await screen.findByLabelText(`Digits at ${position}`), value);
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
    await waitFor(() => expect(sent.otps).toEqual(['700941']));
  });

  it('an app to be set up, where there is none yet', async () => {
    serve(portal, due('OTP_REQUIRED', { otp: { offered: ['TOTP'] } }));
    server.use(
      on('post', '/api/v1/session/totp', () => ({
        secret: 'GEZDGNBVGY3TQOJQ',
        uri: 'otpauth://totp/Shomei:0128000017?secret=GEZDGNBVGY3TQOJQ&issuer=Shomei',
      })),
      on('put', '/api/v1/session/totp', () => due('ACTIVE')),
    );
    const { router } = await logInTo('/login');
    await userEvent.click(await screen.findByRole('button', { name: 'Begin' }));
    expect(await screen.findByRole('img', { name: 'QR code for the authenticator app' })).toBeInTheDocument();
    expect(screen.getByText('GEZD GNBV GY3T QOJQ')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Six digits'), '287082');
    await userEvent.click(screen.getByRole('button', { name: 'Finish' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/home'));
  });

  it('an app of one’s own accord, after what one logs in with: a screen that was left open is not enough', async () => {
    const proofs: unknown[] = [];
    server.use(
      on('get', '/api/v1/session', () => due('ACTIVE', { otp: { offered: ['TOTP'] } })),
      on('post', '/api/v1/session/totp', async ({ request }) => {
        proofs.push(await request.json());
        return proofs.length === 1
          ? refusal(422, 'current-secret-wrong', '')
          : { secret: 'GEZDGNBVGY3TQOJQ', uri: 'otpauth://totp/Shomei:0128000017?secret=GEZDGNBVGY3TQOJQ' };
      }),
    );
    await renderApp('/authenticator', 'en');
    expect(await screen.findByRole('button', { name: 'Begin' })).toBeDisabled();
    for (const password of ['guessed', 'Abcd1234']) {
      await userEvent.type(screen.getByLabelText('The password you log in with'), `${password}{Enter}`);
      await waitFor(() => expect(proofs.at(-1)).toEqual({ current: password }));
    }
    expect(await screen.findByText('GEZD GNBV GY3T QOJQ')).toBeInTheDocument();
  });

  it('the end of a session that was left open (AT-26)', async () => {
    serve(portal, due('RESIDUAL_SESSION'));
    const { router } = await logInTo('/login');
    await screen.findByRole('heading', { level: 1, name: 'An earlier log-in is still open' });
    await userEvent.click(screen.getByRole('button', { name: 'Log in again' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/home'));
  });

  it('a change of the password, to which every other address leads back (AT-10)', async () => {
    const sent = serve(portal, due('PASSWORD_CHANGE_REQUIRED', { passwordChange: 'FIRST' }));
    const { router } = await logInTo('/login?to=/audit');
    await screen.findByText(/This is your first log-in/);
    for (const to of ['/home', '/certificates', '/', '/login', '/help', '/login/one-time-password', '/password']) {
      await router.navigate({ href: to });
      expect(router.state.location.pathname, to).toBe('/login/new-password');
    }
    // The present one is shown as proven, and never there to be read (GX-19).
    expect(screen.queryByLabelText('Current password')).not.toBeInTheDocument();
    expect(screen.getByText('Checked when you logged in')).toBeInTheDocument();
    expect(screen.getByText('0128000017')).toBeInTheDocument();

    const save = () => userEvent.click(screen.getByRole('button', { name: 'Change the password' }));
    await userEvent.type(screen.getByLabelText('New password'), 'Abcdefgh');
    await userEvent.type(screen.getByLabelText('New password (again)'), 'Abcdefg');
    await save();
    expect(await screen.findByRole('alert')).toHaveTextContent('The two fields differ.');
    expect(sent.passwords).toEqual([]);
    for (const field of ['New password', 'New password (again)']) {
      await userEvent.clear(screen.getByLabelText(field));
      await userEvent.type(screen.getByLabelText(field), 'Efgh5678');
    }
    expect(screen.getByText('All conditions are met')).toBeInTheDocument();
    await save();
    // On to where one wanted to go last.
    await waitFor(() => expect(router.state.location.pathname).toBe('/password'));
    expect(sent.passwords).toEqual([{ password: 'Efgh5678' }]);
  });
});

describe('of one’s own accord', () => {
  it('the password is changed with the present one, and the page says so at its top (AT-71)', async () => {
    const sent: unknown[] = [];
    server.use(
      on('get', '/api/v1/session', () => bankSession()),
      on('put', '/api/v1/session/password', async ({ request }) => {
        const body = (await request.json()) as Schema<'PasswordChange'>;
        sent.push(body);
        return body.current === 'Abcd1234' ? bankSession() : refusal(422, 'current-secret-wrong', '');
      }),
    );
    const { router, queries } = await renderApp('/password', 'en');
    const fill = async (current: string) => {
      await userEvent.clear(await screen.findByLabelText('Current password'));
      await userEvent.type(screen.getByLabelText('Current password'), current);
      for (const field of ['New password', 'New password (again)']) {
        await userEvent.clear(screen.getByLabelText(field));
        await userEvent.type(screen.getByLabelText(field), 'Efgh5678');
      }
      await userEvent.click(screen.getByRole('button', { name: 'Change the password' }));
    };
    await fill('wrong');
    expect(await screen.findByRole('alert')).toHaveTextContent('The current password is wrong');
    await fill('Abcd1234');
    expect(await screen.findByRole('status')).toHaveTextContent('Your password has been changed');
    expect(screen.getByLabelText('New password')).toHaveValue('');
    expect(screen.getByRole('button', { name: 'Account: 法人ユーザー1' })).toBeInTheDocument();
    expect(sent).toHaveLength(2);
    // Nothing of what was typed stays in memory when one goes on.
    await router.navigate({ to: '/help' });
    await waitFor(() => expect(queries.getMutationCache().getAll()).toEqual([]));
  });

  it('two that differ are refused, and nothing is changed (AT-14)', async () => {
    const sent: unknown[] = [];
    server.use(
      on('get', '/api/v1/session', () => bankSession()),
      on('put', '/api/v1/session/password', async ({ request }) => {
        sent.push(await request.json());
        return bankSession();
      }),
    );
    await renderApp('/password', 'en');
    await userEvent.type(await screen.findByLabelText('Current password'), 'Abcd1234');
    await userEvent.type(screen.getByLabelText('New password'), 'Efgh5678');
    await userEvent.type(screen.getByLabelText('New password (again)'), 'Efgh5679');
    await userEvent.click(screen.getByRole('button', { name: 'Change the password' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The two fields differ.');
    expect(screen.getByLabelText('Current password')).toHaveValue('Abcd1234');
    expect(sent).toEqual([]);
  });

  it('every rule the server finds broken is told at once', async () => {
    server.use(
      on('get', '/api/v1/session', () => bankSession()),
      on('put', '/api/v1/session/password', () =>
        refusal(422, 'secret-rules-broken', '', {
          errors: [
            { pointer: '/password', code: 'USED_BEFORE', message: 'You used this before.' },
            { pointer: '/password', code: 'EQUALS_NAME', message: 'This is your name.' },
          ],
        }),
      ),
    );
    await renderApp('/password', 'en');
    await userEvent.type(await screen.findByLabelText('Current password'), 'Abcd1234');
    await userEvent.type(screen.getByLabelText('New password'), 'Efgh5678');
    await userEvent.type(screen.getByLabelText('New password (again)'), 'Efgh5678');
    await userEvent.click(screen.getByRole('button', { name: 'Change the password' }));
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('You used this before.'));
    expect(screen.getByRole('alert')).toHaveTextContent('This is your name.');
  });

  it('a confirmation PIN is set with the password', async () => {
    let sent: unknown;
    server.use(
      on('get', '/api/v1/session', () => bankSession()),
      on('put', '/api/v1/session/confirmation-pin', async ({ request }) => {
        sent = await request.json();
        return bankSession({ confirmationPin: 'SET' });
      }),
    );
    await renderApp('/confirmation-pin', 'en');
    await userEvent.type(await screen.findByLabelText('The password you log in with'), 'Abcd1234');
    await userEvent.type(screen.getByLabelText('New confirmation PIN'), '815000');
    await userEvent.type(screen.getByLabelText('New confirmation PIN (again)'), '815000');
    await userEvent.click(screen.getByRole('button', { name: 'Set a confirmation PIN' }));
    expect(await screen.findByRole('status')).toHaveTextContent('Your confirmation PIN has been set');
    expect(sent).toEqual({ current: 'Abcd1234', confirmationPin: '815000' });
    expect(screen.getByLabelText('Current confirmation PIN')).toHaveValue('');
  });
});

describe('home', () => {
  it('tells the last log-ins with who and where from, and what ends soon (AT-21, AT-43, AT-44)', async () => {
    const until = '2027-01-27T23:59:59Z';
    const certificate = { serial: '01', subjectDn: 'CN=0128000017', notAfter: until, daysLeft: 24, renewable: true };
    server.use(on('get', '/api/v1/session', () => bankSession({ certificate })));
    await renderApp('/home');
    const card = (await screen.findByRole('heading', { name: 'ログインの履歴' })).closest('section') as HTMLElement;
    expect(within(card).getByText('3 回前')).toBeInTheDocument();
    expect(within(card).getByText('法人管理者 — 接続元 2001:db8::17')).toBeInTheDocument();
    const own = screen.getByRole('region', { name: 'ログインに使った証明書' });
    expect(within(own).getByText('2027年1月28日 08:59:59')).toBeInTheDocument();
    expect(screen.getByText('パスワードの有効期限が近づいています')).toBeInTheDocument();
    expect(screen.getByText('証明書の有効期限が近づいています')).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: '最近の操作' })).not.toBeInTheDocument();
  });
});

async function logInTo(path: string) {
  const app = await renderApp(path, 'en');
  await userEvent.type(await screen.findByLabelText('Log-in ID'), '0128000017');
  await userEvent.type(screen.getByLabelText('Password or PIN'), 'Abcd1234{Enter}');
  return app;
}
