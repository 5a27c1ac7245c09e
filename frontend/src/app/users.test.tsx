import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import * as people from '../../test/fixtures/account';
import { bankAdministrator, bankSession, operator, session } from '../../test/fixtures/session';
import { tenant } from '../../test/fixtures/tenant';
import { on, refusal } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

// What an administrator of a bank's customer sees of its users, and decides about them.

const KEIRI = people.users[0] as Schema<'UserLine'>;

function serve(functions: Schema<'UserFunctions'>) {
  server.use(
    on('get', '/api/v1/session', () => bankSession({ account: bankAdministrator, warnings: [] })),
    on('get', '/api/v1/user-functions', () => functions),
    // As at a bank: certificates are revoked one by one.
    on('get', '/api/v1/tenant', () => ({ ...tenant, revocation: { by: ['TENANT_ADMINISTRATOR' as const], bulk: [] } })),
    on('get', '/api/v1/desk-actions', () => ({ items: [], total: { value: 0, exact: true } })),
    on('get', '/api/v1/accounts/{id}/desk', () => people.deskOf(people.accounts[0] as Schema<'AccountLine'>)),
  );
}

/** The user, and what was sent to change it. */
function serveUser(more: Partial<Schema<'User'>> = {}) {
  const sent: { body: unknown; version: string | null }[] = [];
  const user = { ...people.userOf(KEIRI), ...more };
  server.use(
    on('get', '/api/v1/users/{id}', () => user),
    on('put', '/api/v1/users/{id}', async ({ request }) => {
      const body = (await request.json()) as Schema<'UserChange'>;
      sent.push({ body, version: request.headers.get('If-Match') });
      return body.reproof === '1379abc' ? user : refusal(403, 'reproof-wrong', '');
    }),
    on('put', '/api/v1/users/{id}/permissions', async ({ request }) => {
      sent.push({ body: await request.json(), version: request.headers.get('If-Match') });
      return user;
    }),
  );
  return sent;
}

describe('the first page of an administrator', () => {
  it('says whom a lock keeps out, whose certificate ends, and who has none yet, and leads there (F-02, F-12)', async () => {
    serve(people.onlineBanking);
    const asked: string[] = [];
    server.use(
      on('get', '/api/v1/users', ({ url }) => {
        const { searchParams: search } = url;
        asked.push(search.toString());
        const value = search.has('locked') ? 2 : search.has('endsWithinDays') ? 3 : search.has('certificate') ? 4 : 0;
        return { items: [], total: { value, exact: true } };
      }),
    );
    const { router } = await renderApp('/home');
    expect(await screen.findByRole('link', { name: '2 人の利用者がロックされています' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '4 人の利用者が、まだ証明書を取得していません' })).toBeInTheDocument();
    expect(asked.sort()).toEqual(['limit=1&certificate=ENTITLED', 'limit=1&endsWithinDays=30', 'limit=1&locked=true']);
    await userEvent.click(screen.getByRole('link', { name: '3 人の利用者の証明書が、30 日以内に期限を迎えます' }));
    await screen.findByRole('heading', { level: 1, name: '利用者' });
    expect(router.state.location.search).toEqual({ ends: '30', sort: 'CERTIFICATE_UNTIL' });
    await waitFor(() => expect(asked.at(-1)).toMatch(/sort=CERTIFICATE_UNTIL.*endsWithinDays=30/));
  });
});

describe('the list of users', () => {
  beforeEach(() => serve(people.onlineBanking));

  it('has the certificate, what is wrong, and a column for each function (AT-53)', async () => {
    await renderApp('/users');
    const table = await screen.findByRole('table', { name: '利用者' });
    await within(table).findByText('0019001');
    for (const header of ['利用者ID', '利用者名', '電子証明書', '利用中止', '事故登録', 'ワンタイムパスワード']) {
      expect(within(table).getByRole('columnheader', { name: header })).toBeInTheDocument();
    }
    expect(within(table).getByRole('columnheader', { name: 'オンライン取引' })).toHaveAttribute('colspan', '8');
    expect(within(table).getByRole('columnheader', { name: 'ファイル伝送' })).toHaveAttribute('colspan', '6');
    const [keiri, , jimu, old] = within(table).getAllByRole('row').slice(2);
    expect(keiri).toHaveTextContent(/○.*有効/);
    expect(within(keiri as HTMLElement).getAllByText('できます')).toHaveLength(4);
    expect(within(keiri as HTMLElement).getAllByText('できません')).toHaveLength(10);
    expect(jimu).toHaveTextContent(/ロック.*暗証番号/);
    expect(old).toHaveTextContent(/利用中止.*事故登録中/);
  });

  it('is in the menu in place of the accounts, and finds by a part of the ID', async () => {
    const { router } = await renderApp('/users');
    expect(await screen.findByRole('link', { name: '利用者' })).toHaveAttribute('href', '/users');
    expect(screen.queryByRole('link', { name: 'アカウント' })).not.toBeInTheDocument();
    await userEvent.type(await screen.findByRole('searchbox'), '0019003{Enter}');
    await waitFor(() => expect(router.state.location.href).toBe('/users?q=0019003'));
    await waitFor(() => expect(screen.queryByText('経理　担当')).not.toBeInTheDocument());
  });
});

describe('the change of a user', () => {
  beforeEach(() => serve(people.onlineBanking));

  it('needs the confirmation PIN, and with a wrong one nothing changes (AT-50)', async () => {
    const sent = serveUser({ choices: ['KEEP', 'ISSUE'] });
    const { router } = await renderApp('/users/keiri/edit');
    await userEvent.click(await screen.findByRole('radio', { name: /^発行する/ }));
    const change = screen.getByRole('button', { name: '利用者を変更する' });
    await userEvent.click(change);
    expect(screen.getByRole('alert')).toHaveTextContent('確認用暗証番号を入力してください。');
    expect(sent).toEqual([]);
    await userEvent.type(screen.getByLabelText('確認用暗証番号'), '0000');
    await userEvent.click(change);
    expect((await screen.findAllByText(/何も変更していません/))[0]).toBeInTheDocument();
    await userEvent.clear(screen.getByLabelText('確認用暗証番号'));
    await userEvent.type(screen.getByLabelText('確認用暗証番号'), '1379abc');
    await userEvent.click(change);
    await waitFor(() => expect(router.state.location.pathname).toBe('/users/keiri'));
    expect(await screen.findByText('変更しました')).toBeInTheDocument();
    expect(sent[1]?.body).toEqual({
      kana: 'ｹｲﾘ ﾀﾝﾄｳ',
      name: '経理　担当',
      email: 'keiri@yamada.example.com',
      certificate: 'ISSUE',
      reproof: '1379abc',
    });
  });

  it('offers to keep, re-issue or revoke a certificate, and says what ends at once (AT-51, AT-79)', async () => {
    const sent = serveUser();
    await renderApp('/users/keiri/edit');
    expect(await screen.findByRole('radio', { name: /^変更しない/ })).toBeChecked();
    expect(screen.queryByRole('radio', { name: /^発行する/ })).not.toBeInTheDocument();
    expect(screen.queryByText('いまの証明書は、すぐに使えなくなります')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: /^失効する/ }));
    expect(screen.getByText(/失効は取り消せません/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: /^再発行する/ }));
    expect(screen.getByText(/利用者と管理者に、メールでお知らせします/)).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('確認用暗証番号'), '1379abc');
    await userEvent.click(screen.getByRole('button', { name: '利用者を変更する' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({ certificate: 'REISSUE' });
  });
});

describe('the restrictions of a user', () => {
  it('are functions, currencies and an amount, and never what is for administrators (SC-011)', async () => {
    serve(people.trading);
    const sent = serveUser({
      permissions: { functions: ['FORWARD_TRADE'], buyCurrencies: ['USD'] },
      reproof: undefined as never,
    });
    await renderApp('/users/keiri/permissions');
    expect(await screen.findByRole('checkbox', { name: /^ユーザ制限設定/ })).toBeDisabled();
    await userEvent.click(screen.getByRole('checkbox', { name: /^コンファーム/ }));
    const buy = screen.getByRole('group', { name: '買うことができる通貨' });
    await userEvent.click(within(buy).getByRole('checkbox', { name: 'EUR' }));
    const sell = screen.getByRole('group', { name: '売ることができる通貨' });
    expect(within(sell).getByRole('radio', { name: 'すべての通貨' })).toBeChecked();
    await userEvent.type(screen.getByLabelText('1 件の上限（円）'), '1.5');
    await userEvent.click(screen.getByRole('button', { name: '制限を設定する' }));
    expect(screen.getByRole('alert')).toHaveTextContent('上限は、1 以上の整数（円）で入力してください。');
    await userEvent.clear(screen.getByLabelText('1 件の上限（円）'));
    await userEvent.type(screen.getByLabelText('1 件の上限（円）'), '50,000,000');
    await userEvent.click(screen.getByRole('button', { name: '制限を設定する' }));
    expect(await screen.findByText('変更しました')).toBeInTheDocument();
    expect(sent.map(({ body }) => body)).toEqual([
      { functions: ['FORWARD_TRADE', 'CONFIRM'], buyCurrencies: ['USD', 'EUR'], maxPerTrade: 50_000_000 },
    ]);
  });
});

describe('a new user', () => {
  it('has a name in kana from the beginning where the policy has one', async () => {
    serve(people.onlineBanking);
    const sent: unknown[] = [];
    server.use(
      on('get', '/api/v1/own-account', () => ({ ...people.ownAccount, reproof: 'CONFIRMATION_PIN' as const })),
      on(
        'post',
        '/api/v1/users',
        async ({ request }) => {
          const body = (await request.json()) as Schema<'UserRegistration'>;
          sent.push(body);
          return people.userOf(KEIRI);
        },
        201,
      ),
    );
    const { router } = await renderApp('/users/new');
    await userEvent.type(await screen.findByLabelText(/^利用者ID/), '0019001');
    await userEvent.type(screen.getByLabelText('利用者名 (任意)'), '経理　担当');
    expect(screen.getByRole('radio', { name: /^発行しない/ })).toBeChecked();
    expect(screen.queryByRole('radio', { name: /^変更しない/ })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: /^発行する/ }));
    await userEvent.type(screen.getByLabelText('確認用暗証番号'), '1379abc');
    await userEvent.click(screen.getByRole('button', { name: '利用者を登録する' }));
    expect(screen.getByRole('alert')).toHaveTextContent('利用者名（半角カナ）を入力してください。');
    await userEvent.type(screen.getByLabelText(/^利用者名（半角カナ）/), 'ｹｲﾘ');
    await userEvent.click(screen.getByRole('button', { name: '利用者を登録する' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/users/keiri'));
    expect(sent).toEqual([
      { loginId: '0019001', name: '経理　担当', kana: 'ｹｲﾘ', certificate: 'ISSUE', reproof: '1379abc' },
    ]);
  });

  it('has one name where the policy has none in kana', async () => {
    serve(people.trading);
    await renderApp('/users/new');
    expect(await screen.findByLabelText('利用者名 (必須)')).toBeInTheDocument();
    expect(screen.queryByLabelText(/半角カナ/)).not.toBeInTheDocument();
  });
});

describe('the top page', () => {
  it('has announcements, identity, mail address, font size, menus and the way to a certificate (AT-38, AT-78)', async () => {
    serve(people.onlineBanking);
    server.use(
      on('get', '/api/v1/session', () => {
        const { certificate: _, ...without } = bankSession({ account: bankAdministrator, warnings: [] });
        return { ...without, mayAcquire: true };
      }),
      on('get', '/api/v1/own-announcements', () => ({ items: people.twoAnnouncements })),
      on('get', '/api/v1/own-account', () => ({
        ...people.ownAccount,
        role: 'ADMINISTRATOR' as const,
        permissions: { functions: ['BALANCE_INQUIRY' as const] },
      })),
    );
    await renderApp('/home');
    expect(await screen.findByRole('heading', { level: 1, name: 'トップ' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '証明書を取得する' })).toHaveAttribute('href', '/own-certificate/run');
    expect(screen.getByText('証明書でのログインに切り替えましょう')).toBeInTheDocument();
    expect(await screen.findByText('システムメンテナンスのお知らせ')).toBeInTheDocument();
    expect(await screen.findByText('user1@abc-trading.example.com')).toBeInTheDocument();
    expect(screen.getByRole('radiogroup', { name: '文字の大きさ' })).toBeInTheDocument();
    expect(await screen.findByText('残高照会')).toBeInTheDocument();
    expect(screen.queryByText('資金移動')).not.toBeInTheDocument();
    const menu = screen.getByRole('navigation', { name: 'メニュー' });
    for (const item of ['トップ', '契約法人情報', '利用者', '証明書の一覧', '操作履歴']) {
      expect(within(menu).getByRole('link', { name: item })).toBeInTheDocument();
    }
    expect(within(menu).getByText('各種照会')).toBeInTheDocument();
    expect(within(menu).queryByRole('link', { name: '一括失効' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByText('大'));
    expect(localStorage.getItem('shomei.fontSize')).toBe('large');
  });

  it('leads those who trade to what they may do, and others not to it (AT-22, AT-23)', async () => {
    const asUser = (functions: Schema<'BusinessFunction'>[]) =>
      on('get', '/api/v1/own-account', () => ({ ...people.ownAccount, permissions: { functions } }));
    server.use(
      on('get', '/api/v1/session', () => bankSession({ warnings: [] })),
      on('get', '/api/v1/user-functions', () => people.trading),
      asUser(['LEAVE_ORDER']),
    );
    const first = await renderApp('/home');
    expect(await screen.findByRole('link', { name: 'リーブオーダー入力' })).toHaveAttribute(
      'href',
      '/trading?kind=LEAVE',
    );
    expect(screen.queryByText('コンファーム')).not.toBeInTheDocument();
    expect(screen.queryByText('ユーザ制限設定')).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '利用者' })).not.toBeInTheDocument();
    first.unmount();
    serve(people.trading);
    server.use(asUser(['FORWARD_TRADE', 'CONFIRM', 'TRADE_MANAGEMENT', 'USER_RESTRICTIONS']));
    await renderApp('/home');
    expect(await screen.findByRole('link', { name: 'ユーザ制限設定' })).toHaveAttribute('href', '/users');
    expect(screen.getByRole('link', { name: 'コンファーム' })).toHaveAttribute('href', '/trading/confirmation');
    expect(screen.getByRole('link', { name: '取引管理' })).toHaveAttribute('href', '/trading/trades');
  });
});

describe('the mail address', () => {
  it('is changed under the confirmation PIN where the policy asks for it', async () => {
    serve(people.onlineBanking);
    const sent: unknown[] = [];
    server.use(
      on('get', '/api/v1/own-account', () => ({ ...people.ownAccount, reproof: 'CONFIRMATION_PIN' as const })),
      on('put', '/api/v1/own-account/mail-address', async ({ request }) => {
        sent.push(await request.json());
        return { ...people.ownAccount, email: 'new@yamada.example.com' };
      }),
    );
    await renderApp('/mail-address');
    const field = await screen.findByLabelText('メールアドレス');
    expect(field).toHaveValue('user1@abc-trading.example.com');
    await userEvent.clear(field);
    await userEvent.type(field, 'new@yamada.example.com');
    await userEvent.type(screen.getByLabelText('確認用暗証番号'), '1379abc');
    await userEvent.click(screen.getByRole('button', { name: 'メールアドレスを変更する' }));
    expect(await screen.findByText('メールアドレスを変更しました')).toBeInTheDocument();
    expect(sent).toEqual([{ email: 'new@yamada.example.com', reproof: '1379abc' }]);
  });
});

describe('announcements of an operator', () => {
  beforeEach(() => server.use(on('get', '/api/v1/session', () => session(operator))));

  it('are listed with their state, and published in both languages', async () => {
    const sent: unknown[] = [];
    server.use(
      on(
        'post',
        '/api/v1/announcements',
        async ({ request }) => {
          sent.push(await request.json());
          return people.announcements[0] as Schema<'Announcement'>;
        },
        201,
      ),
    );
    const { router } = await renderApp('/announcements');
    expect(await screen.findByText('掲載終了')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'お知らせを掲載する' }));
    await userEvent.click(await screen.findByRole('button', { name: 'お知らせを掲載する' }));
    expect(within(screen.getByRole('alert')).getAllByRole('link')).toHaveLength(4);
    for (const [label, text] of [
      ['題名（日本語）', '保守'],
      ['題名（英語）', 'Maintenance'],
      ['本文（日本語）', '停止します。'],
      ['本文（英語）', 'We stop.'],
    ] as const) {
      await userEvent.type(screen.getByLabelText(label), text);
    }
    await userEvent.click(screen.getByRole('button', { name: 'お知らせを掲載する' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/announcements'));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ titleJa: '保守', titleEn: 'Maintenance', textEn: 'We stop.' });
  });

  it('are taken away after a question', async () => {
    let removed = 0;
    server.use(
      on('delete', '/api/v1/announcements/{id}', () => {
        removed++;
        return undefined as never;
      }),
    );
    const { router } = await renderApp('/announcements/maintenance');
    await userEvent.click(await screen.findByRole('button', { name: 'お知らせを取り下げる' }));
    const dialog = await screen.findByRole('dialog');
    expect(removed).toBe(0);
    await userEvent.click(within(dialog).getByRole('button', { name: 'お知らせを取り下げる' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/announcements'));
    expect(removed).toBe(1);
  });
});
