import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import * as people from '../../test/fixtures/account';
import { bankUser, operator, session } from '../../test/fixtures/session';
import { tenant } from '../../test/fixtures/tenant';
import { on, refusal } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

// What an operator does for somebody who cannot help themselves; the server is a stand-in typed by the contract.

const LOCKED = people.accounts[0] as Schema<'AccountLine'>;

describe('an operator', () => {
  beforeEach(() => server.use(on('get', '/api/v1/session', () => session(operator))));

  it('finds a customer by a part of the ID, which stays in the address', async () => {
    const { router } = await renderApp('/accounts');
    await userEvent.type(await screen.findByRole('searchbox'), '0128000017{Enter}');
    await waitFor(() => expect(router.state.location.href).toBe('/accounts?q=0128000017'));
    await waitFor(() => expect(screen.queryByText('佐藤 花子')).not.toBeInTheDocument());
    await userEvent.click(screen.getByRole('link', { name: '法人ユーザー1' }));
    expect(await screen.findByRole('heading', { level: 1, name: '法人ユーザー1' })).toBeInTheDocument();
    expect(screen.getAllByText('パスワード: ロック')).toHaveLength(1);
  });

  it('unlocks with the reference of the request document, and not without (AT-19)', async () => {
    const sent: unknown[] = [];
    server.use(
      on(
        'post',
        '/api/v1/accounts/{id}/desk-actions',
        async ({ request }) => {
          sent.push(await request.json());
          return { ...(people.deskActions[3] as Schema<'DeskAction'>), kind: 'UNLOCK' as const, title: 'ロックを解除' };
        },
        201,
      ),
    );
    await renderApp('/accounts/user-locked');
    await userEvent.click(await screen.findByRole('button', { name: 'ロックを解除の手続きを始める' }));
    const dialog = await screen.findByRole('dialog');
    const unlock = within(dialog).getByRole('button', { name: 'ロックを解除する' });
    await userEvent.click(unlock);
    expect(within(dialog).getByRole('alert')).toHaveTextContent('依頼書の番号を入力してください。');
    expect(sent).toEqual([]);
    await userEvent.click(within(dialog).getByRole('radio', { name: '認証アプリ' }));
    await userEvent.type(within(dialog).getByLabelText(/^依頼書/), '依頼書 2027-0412');
    await userEvent.click(unlock);
    expect(await screen.findByText('完了しました: ロックを解除')).toBeInTheDocument();
    expect(sent).toEqual([{ kind: 'UNLOCK', secret: 'TOTP', reference: '依頼書 2027-0412' }]);
  });

  it('withdraws an account only when its ID was typed', async () => {
    let sent: unknown;
    server.use(
      on(
        'post',
        '/api/v1/accounts/{id}/desk-actions',
        async ({ request }) => {
          sent = await request.json();
          return people.deskActions[1] as Schema<'DeskAction'>;
        },
        201,
      ),
    );
    await renderApp('/accounts/user-locked');
    await userEvent.click(await screen.findByRole('button', { name: 'アカウントを廃止の手続きを始める' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/^依頼書/), 'a');
    const withdraw = within(dialog).getByRole('button', { name: 'アカウントを廃止する' });
    await userEvent.click(withdraw);
    expect(sent).toBeUndefined();
    await userEvent.type(within(dialog).getByLabelText('対象の確認'), '0128000017');
    await userEvent.click(withdraw);
    expect(await screen.findByText('承認を依頼しました: アカウントを廃止')).toBeInTheDocument();
  });

  it('cannot begin what is not possible now, and reads why', async () => {
    await renderApp('/accounts/user-locked');
    expect(await screen.findByRole('button', { name: '利用を再開の手続きを始める' })).toBeDisabled();
    expect(screen.getByText('利用中止になっていません。')).toBeInTheDocument();
  });

  it('makes the letter once, and is told that it cannot be had again', async () => {
    let made = 0;
    const action = people.deskActions[2] as Schema<'DeskAction'>;
    server.use(
      on('get', '/api/v1/desk-actions/{id}', () => ({
        ...action,
        letter: made > 0 ? ('PRINTED' as const) : action.letter,
      })),
      http.post('*/api/v1/desk-actions/:id/letter', () => {
        made++;
        return new HttpResponse('%PDF-1.7', {
          headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': 'attachment; filename="l.pdf"' },
        });
      }),
    );
    await renderApp('/desk-actions/letter-due', 'en');
    await userEvent.click(await screen.findByRole('button', { name: 'Make the letter' }));
    expect(await screen.findByText(/can never be made again/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Make and save the letter' }));
    expect(await screen.findByText('l.pdf has been saved')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open and print' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^blob:/),
    );
    await userEvent.click(screen.getByRole('button', { name: 'It is printed: close' }));
    expect(await screen.findByText('Letter printed')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Make the letter' })).not.toBeInTheDocument();
    expect(made).toBe(1);
  });

  it('approves what another proposed, and takes back what is their own', async () => {
    const comments: unknown[] = [];
    server.use(
      on(
        'post',
        '/api/v1/desk-actions/{id}/approval',
        async ({ request }) => {
          comments.push(await request.json());
          return people.deskActions[3] as Schema<'DeskAction'>;
        },
        201,
      ),
    );
    const first = await renderApp('/desk-actions/proposed', 'en');
    expect(await screen.findByText(/It can be approved until/)).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: 'Approve and carry out' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/^Remark/), 'seal compared');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Approve and carry out' }));
    await waitFor(() => expect(comments).toEqual([{ comment: 'seal compared' }]));
    first.unmount();
    await renderApp('/desk-actions/own', 'en');
    expect(await screen.findByRole('button', { name: 'Take it back' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Approve and carry out' })).not.toBeInTheDocument();
  });

  it('sees that nobody approved it in time, and can do nothing about it', async () => {
    server.use(
      on('get', '/api/v1/desk-actions/{id}', () => ({
        ...(people.deskActions[0] as Schema<'DeskAction'>),
        state: 'LAPSED' as const,
      })),
    );
    await renderApp('/desk-actions/proposed', 'en');
    expect(await screen.findByText('Nobody approved this in time')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Approve and carry out' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Refuse' })).not.toBeInTheDocument();
  });

  it('sees on the home page how many wait', async () => {
    await renderApp('/home', 'en');
    expect(await screen.findByText('1 desk action waits for your approval')).toBeInTheDocument();
  });

  it('registers an account, with every fault at its field', async () => {
    let body: unknown;
    server.use(
      on('get', '/api/v1/tenants/{id}', () => tenant as never),
      on('post', '/api/v1/accounts', async ({ request }) => {
        body = await request.json();
        return refusal(422, 'account-faulty', '', {
          errors: [{ pointer: '/loginId', code: 'login-id-taken', message: 'This ID is taken.' }],
        });
      }),
    );
    await renderApp('/accounts/new?tenant=t2', 'en');
    await userEvent.click(await screen.findByRole('button', { name: 'Register an account' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Enter a name.');
    await userEvent.type(screen.getByLabelText(/^Log-in ID/), '0128000017');
    await userEvent.type(screen.getByLabelText(/^Name/), '法人ユーザー1');
    await userEvent.click(screen.getByRole('button', { name: 'Register an account' }));
    await waitFor(() => expect(screen.getByLabelText(/^Log-in ID/)).toHaveAccessibleDescription(/This ID is taken/));
    expect(body).toEqual({ tenant: 't2', role: 'USER', loginId: '0128000017', name: '法人ユーザー1' });
  });

  it('sends the same again under the same key, and what was corrected under another', async () => {
    const keys: (string | null)[] = [];
    server.use(
      on('get', '/api/v1/tenants/{id}', () => tenant as never),
      http.post('*/api/v1/accounts', ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return HttpResponse.error();
      }),
    );
    await renderApp('/accounts/new?tenant=t2', 'en');
    const send = await screen.findByRole('button', { name: 'Register an account' });
    await userEvent.type(screen.getByLabelText(/^Name/), '法人ユーザー1');
    await userEvent.click(send);
    await waitFor(() => expect(keys).toHaveLength(1));
    // Nobody knows whether it arrived.
    await screen.findByRole('alert');
    await userEvent.click(send);
    await waitFor(() => expect(keys).toHaveLength(2));
    await userEvent.type(screen.getByLabelText(/^Name/), '0');
    await userEvent.click(send);
    await waitFor(() => expect(keys).toHaveLength(3));
    expect(keys[0]).toBeTruthy();
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('changes an account from the version that was read', async () => {
    let match: string | null = null;
    server.use(
      http.put('*/api/v1/accounts/:id', ({ request }) => {
        match = request.headers.get('If-Match');
        return HttpResponse.json(people.accountOf(LOCKED));
      }),
    );
    const { router } = await renderApp('/accounts/user-locked/edit', 'en');
    await userEvent.type(await screen.findByLabelText(/^Name/), '改');
    await userEvent.click(screen.getByRole('button', { name: 'Change what is registered' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/accounts/user-locked'));
    expect(match).toBe('"7"');
  });
});

describe('an administrator', () => {
  const administrator: Schema<'Account'> = { ...bankUser, role: 'ADMINISTRATOR', name: '法人管理者' };

  it('proves again what the policy asks for, and needs no document', async () => {
    let sent: unknown;
    server.use(
      on('get', '/api/v1/session', () => session(administrator)),
      on('get', '/api/v1/accounts/{id}/desk', () => ({
        ...people.deskOf(LOCKED),
        reproof: 'CONFIRMATION_PIN' as const,
      })),
      on('post', '/api/v1/accounts/{id}/desk-actions', async ({ request }) => {
        sent = await request.json();
        return refusal(403, 'reproof-wrong', '');
      }),
    );
    await renderApp('/accounts/user-locked', 'en');
    await userEvent.click(await screen.findByRole('button', { name: 'Begin: ロックを解除' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'ロックを解除' }));
    expect(sent).toBeUndefined();
    await userEvent.type(within(dialog).getByLabelText('Your confirmation PIN'), '4711');
    await userEvent.click(within(dialog).getByRole('button', { name: 'ロックを解除' }));
    await waitFor(() =>
      expect(within(dialog).getByRole('alert')).toHaveTextContent(/is not right. Nothing was changed/),
    );
    expect(sent).toEqual({ kind: 'UNLOCK', reproof: '4711' });
  });

  it('sees the accounts of the own tenant, and registers users elsewhere', async () => {
    server.use(on('get', '/api/v1/session', () => session(administrator)));
    await renderApp('/accounts', 'en');
    await screen.findByRole('heading', { level: 1, name: 'Accounts' });
    expect(screen.queryByRole('columnheader', { name: 'Tenant' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Register an account' })).not.toBeInTheDocument();
  });
});

describe('an officer', () => {
  it('sees how accounts stand, and changes nothing', async () => {
    await renderApp('/accounts/officer', 'en');
    await screen.findByRole('heading', { level: 1, name: '佐藤 花子' });
    expect(screen.queryByText('What can be done')).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Change what is registered' })).not.toBeInTheDocument();
  });
});
