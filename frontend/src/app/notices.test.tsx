import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, it } from 'vitest';
import { operator, session } from '../../test/fixtures/session';
import { on } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

const WEBHOOK: Schema<'Webhook'> = {
  id: 'w1',
  url: 'https://hooks.example.ac.jp/shomei',
  description: '構成管理',
  events: ['CERTIFICATE_ISSUED', 'CERTIFICATE_REVOKED'],
  createdAt: '2026-11-22T01:00:00Z',
  createdBy: '佐藤花子',
};
const DELIVERY: Schema<'WebhookDelivery'> = {
  id: 'd1',
  event: 'certificate.revoked',
  body: '{"type":"certificate.revoked"}',
  state: 'FAILED',
  attempts: 10,
  lastStatus: 503,
  lastError: 'HTTP 503',
  createdAt: '2026-11-22T02:00:00Z',
};
const one = <T,>(item: T) => ({ items: [item], total: { value: 1, exact: true } });

it('registers a webhook and shows its secret before anything else', async () => {
  const user = userEvent.setup();
  const sent: unknown[] = [];
  server.use(
    on('get', '/api/v1/webhooks', () => ({ items: [], total: { value: 0, exact: true } })),
    on(
      'post',
      '/api/v1/webhooks',
      async ({ request }) => {
        sent.push(await request.json());
        return { webhook: WEBHOOK, secret: 'whsec_c2VjcmV0' };
      },
      201,
    ),
  );
  await renderApp('/webhooks');
  await screen.findByText('Webhook はまだありません');
  await user.click(screen.getByRole('link', { name: 'Webhook を登録する' }));
  await user.click(await screen.findByRole('button', { name: 'Webhook を登録する' }));
  expect(screen.getAllByText('名前を入力してください。')[0]).toBeInTheDocument();
  expect(sent).toEqual([]);
  await user.type(screen.getByLabelText(/^名前/), '構成管理');
  await user.type(screen.getByLabelText(/^送信先 URL/), WEBHOOK.url);
  await user.click(screen.getByLabelText('証明書の失効'));
  await user.click(screen.getByLabelText('証明書の発行'));
  await user.click(screen.getByRole('button', { name: 'Webhook を登録する' }));
  expect(await screen.findByText('whsec_c2VjcmV0')).toBeInTheDocument();
  expect(sent).toEqual([{ url: WEBHOOK.url, description: '構成管理', events: WEBHOOK.events }]);
  expect(screen.queryByRole('link', { name: 'Webhook の設定を見る' })).not.toBeInTheDocument();
  await user.click(screen.getByLabelText('秘密鍵を控えました'));
  expect(screen.getByRole('link', { name: 'Webhook の設定を見る' })).toBeInTheDocument();
});

it('resumes a paused webhook and sends again what was given up', async () => {
  const user = userEvent.setup();
  let pause: Schema<'WebhookPause'> | undefined = { at: '2026-11-22T03:00:00Z', reason: 'HTTP 503' };
  const replayed: string[] = [];
  server.use(
    http.get('*/api/v1/webhooks/w1', () =>
      HttpResponse.json({ ...WEBHOOK, ...(pause && { pause }) }, { headers: { ETag: '"2"' } }),
    ),
    on('get', '/api/v1/webhooks/{id}/deliveries', () => one(DELIVERY)),
    on('post', '/api/v1/webhooks/{id}/resumption', () => {
      pause = undefined;
      return WEBHOOK;
    }),
    on(
      'post',
      '/api/v1/webhooks/{id}/deliveries/{delivery}/replay',
      ({ params }) => {
        replayed.push(String(params.delivery));
        return { ...DELIVERY, state: 'WAITING' as const };
      },
      202,
    ),
  );
  await renderApp('/webhooks/w1');
  await screen.findByText('送信を止めています');
  await user.click(screen.getByRole('button', { name: '送信を再開する' }));
  expect(await screen.findByText('送信中')).toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: '「certificate.revoked」を再送する' }));
  expect(replayed).toEqual(['d1']);
});

it('replaces the secret, says how long the previous one is good, and shows the new one until it is noted', async () => {
  const user = userEvent.setup();
  const asked: { body: unknown; key: string | null }[] = [];
  let webhook = WEBHOOK;
  server.use(
    http.get('*/api/v1/webhooks/w1', () => HttpResponse.json(webhook, { headers: { ETag: '"2"' } })),
    on('get', '/api/v1/webhooks/{id}/deliveries', () => one(DELIVERY)),
    on(
      'post',
      '/api/v1/webhooks/{id}/secret',
      async ({ request }) => {
        const body = (await request.json()) as Schema<'WebhookSecretRotation'>;
        asked.push({ body, key: request.headers.get('Idempotency-Key') });
        webhook = body.endPrevious ? WEBHOOK : { ...WEBHOOK, previousSecretUntil: '2026-11-23T03:00:00Z' };
        return { webhook, secret: `whsec_${asked.length}` };
      },
      201,
    ),
  );
  await renderApp('/webhooks/w1');
  await user.click(await screen.findByRole('button', { name: '秘密鍵を取り替える' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '秘密鍵を取り替える' }));
  expect(await screen.findByText('whsec_1')).toBeInTheDocument();
  expect(screen.getByText(/前の秘密鍵による署名も付く期限/)).toBeInTheDocument();
  await user.click(screen.getByLabelText('秘密鍵を控えました'));
  await user.click(screen.getByRole('button', { name: '閉じる' }));
  expect(screen.queryByText('whsec_1')).not.toBeInTheDocument();
  expect(await screen.findByText('前の秘密鍵の署名も付く期限')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: '秘密鍵を取り替える' }));
  await user.click(screen.getByLabelText('今の秘密鍵をすぐに使えなくする'));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '秘密鍵を取り替える' }));
  expect(await screen.findByText('whsec_2')).toBeInTheDocument();
  expect(screen.getByText(/もう付きません/)).toBeInTheDocument();
  expect(asked.map(({ body }) => body)).toEqual([{ endPrevious: false }, { endPrevious: true }]);
  expect(new Set(asked.map(({ key }) => key)).size).toBe(2);
});

it('shows an operator every mail in the words of a label', async () => {
  const asked: (string | null)[] = [];
  server.use(
    on('get', '/api/v1/session', () => session(operator)),
    on('get', '/api/v1/notice-templates', ({ url }) => {
      asked.push(url.searchParams.get('label'));
      return {
        items: [{ kind: 'certificate-revoked', title: '証明書失効完了通知', subject: '件名', text: '一行目\n二行目' }],
      };
    }),
  );
  await renderApp('/notice-templates?label=CORPORATION');
  await screen.findByRole('heading', { level: 2, name: '証明書失効完了通知' });
  expect(screen.getByRole('article', { name: '件名' })).toHaveTextContent('一行目 二行目');
  expect(asked).toContain('CORPORATION');
});

it('keeps the language of mails with the account', async () => {
  const user = userEvent.setup();
  const chosen: unknown[] = [];
  server.use(
    on('get', '/api/v1/notices/language', () => ({})),
    on('put', '/api/v1/notices/language', async ({ request }) => {
      chosen.push(await request.json());
      return { language: 'EN' as const };
    }),
  );
  await renderApp('/notices');
  await user.click(await screen.findByRole('button', { name: '表示の設定' }));
  await waitFor(() => expect(screen.getByLabelText('メールの言語')).toBeEnabled());
  await user.selectOptions(screen.getByLabelText('メールの言語'), '英語');
  await waitFor(() => expect(screen.getByLabelText('メールの言語')).toHaveValue('EN'));
  expect(chosen).toEqual([{ language: 'EN' }]);
});
