import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { enrolment } from '../../../test/fixtures/enrolment';
import { on, refusal } from '../../../test/handlers';
import { renderApp } from '../../../test/renderApp';
import { server } from '../../../test/server';
import type { Schema } from '../../api/types';

const keyFile = (change: Partial<Schema<'Enrolment'>>): Schema<'Enrolment'> => ({
  ...enrolment('WAITING'),
  kind: 'CLIENT',
  subjectDn: 'CN=Taro Suzuki,OU=No 1,O=Shomei University,C=JP',
  dnsNames: [],
  secretRequired: true,
  formats: ['P12'],
  delivery: 'P12',
  p12Profile: 'compat',
  ...change,
});

const lot = (change: Partial<Schema<'EnrolmentLot'>>): Schema<'EnrolmentLot'> => ({
  content: 'PINS',
  delivery: 'P12',
  state: 'WAITING',
  deadline: enrolment('WAITING').deadline,
  count: 120,
  administrator: '山田花子',
  institutionJa: '証明大学',
  institutionEn: 'Shomei University',
  ...change,
});

beforeEach(() => sessionStorage.clear());

describe('the page of a holder', () => {
  it('waits for the administrator', async () => {
    server.use(on('get', '/api/v1/enrolments/{token}', () => keyFile({ state: 'DORMANT', formats: [] })));
    await renderApp('/collect/early');
    expect(await screen.findByText('アクセス PIN がまだ取得されていません')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /ダウンロード/ })).not.toBeInTheDocument();
  });

  it.each([
    ['COLLECTED', '証明書は取得済みです'],
    ['LAPSED', 'この URL は期限切れです'],
    ['REVOKED', '証明書が失効したか期限切れのため、取得できません'],
  ] as const)('sends whom an administrator gave a link to them, when it is %s', async (state, title) => {
    server.use(
      on('get', '/api/v1/enrolments/{token}', () =>
        keyFile({
          handedOut: true,
          state,
          formats: [],
          ...(state === 'COLLECTED' && { collectedAt: '2027-01-01T00:00:00Z' }),
        }),
      ),
    );
    await renderApp('/collect/handed-out');
    const over = (await screen.findByText(title)).closest('main');
    expect(over).toHaveTextContent(/この URL を送った管理者に/);
    expect(over).not.toHaveTextContent(/登録担当者|破棄/);
  });

  it('proposes the protection of the policy, and repeats a broken download as the same page', async () => {
    const sent: { key: string | null; body: unknown }[] = [];
    server.use(
      on('get', '/api/v1/enrolments/{token}', () => keyFile({})),
      http.post('*/api/v1/enrolments/:token/collection', async ({ request }) => {
        sent.push({ key: request.headers.get('Idempotency-Key'), body: await request.json() });
        return sent.length === 1
          ? HttpResponse.error()
          : new HttpResponse('file', { headers: { 'Content-Disposition': 'attachment; filename="taro.p12"' } });
      }),
    );
    await renderApp('/collect/broken');
    await userEvent.type(await screen.findByLabelText(/アクセス PIN/, { selector: 'input' }), 'xK4mP7qRt2Wz');
    await userEvent.click(screen.getByRole('button', { name: '証明書をダウンロードする' }));
    await screen.findByRole('alert');
    await userEvent.click(screen.getByRole('button', { name: '証明書をダウンロードする' }));
    await screen.findByRole('heading', { level: 1, name: '証明書を取得しました' });
    expect(sent.map(({ body }) => body)).toEqual(
      Array(2).fill({ format: 'P12', secret: 'xK4mP7qRt2Wz', p12Profile: 'compat' }),
    );
    expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  it('offers to enter the access PIN by pointing where the policy says so', async () => {
    server.use(on('get', '/api/v1/enrolments/{token}', () => keyFile({ softwareKeyboard: true })));
    await renderApp('/collect/pointing', 'en');
    expect(await screen.findByRole('button', { name: /Open the software keyboard.*Access PIN/ })).toBeInTheDocument();
  });

  it('offers no keyboard where the policy has none, and lets the PIN be pasted', async () => {
    server.use(on('get', '/api/v1/enrolments/{token}', () => keyFile({})));
    await renderApp('/collect/typing', 'en');
    const field = await screen.findByLabelText(/Access PIN/, { selector: 'input' });
    expect(screen.queryByRole('button', { name: /keyboard/i })).not.toBeInTheDocument();
    await userEvent.click(field);
    await userEvent.paste('xK4mP7qRt2Wz');
    expect(field).toHaveValue('xK4mP7qRt2Wz');
  });

  it('says which secret is wrong, and keeps nothing', async () => {
    server.use(
      on('get', '/api/v1/enrolments/{token}', () => keyFile({ delivery: 'BROWSER', formats: [], keys: ['P256'] })),
    );
    await renderApp('/collect/browser');
    await userEvent.click(await screen.findByRole('button', { name: '鍵を作って証明書を受け取る' }));
    expect(screen.getAllByText('アクセス PIN を入力してください。').length).toBeGreaterThan(0);
    expect(screen.getByText('秘密鍵は、この端末の外に出ません')).toBeInTheDocument();
  });
});

describe('the page of a lot', () => {
  it('hands out the access PINs', async () => {
    server.use(
      on('get', '/api/v1/enrolment-lots/{token}', () => lot({})),
      http.post(
        '*/api/v1/enrolment-lots/:token/collection',
        () => new HttpResponse('zip', { headers: { 'Content-Disposition': 'attachment; filename="accesspin.zip"' } }),
      ),
    );
    await renderApp('/lots/pins');
    expect(await screen.findByText('120 枚')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'アクセス PIN を取得する' }));
    await screen.findByRole('heading', { level: 1, name: 'アクセス PIN を取得しました' });
    expect(screen.getByText(/accesspin\.zip/)).toBeInTheDocument();
  });

  it('keeps the archive back until somebody has the PINs', async () => {
    server.use(
      on('get', '/api/v1/enrolment-lots/{token}', () =>
        lot({ content: 'CERTIFICATES', delivery: 'P12_BULK', state: 'DORMANT', p12Profile: 'compat' }),
      ),
    );
    await renderApp('/lots/archive');
    expect(await screen.findByText('アクセス PIN がまだ取得されていません')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /ZIP/ })).not.toBeInTheDocument();
  });

  it('does not know an address that was never given', async () => {
    server.use(
      on('get', '/api/v1/enrolment-lots/{token}', () => refusal(404, 'enrolment-unknown', 'URL が正しくありません。')),
    );
    await renderApp('/lots/unknown');
    expect(await screen.findByText('URL が正しくありません')).toBeInTheDocument();
  });
});
