import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { authorities, authorityLines, pendingGeneration } from '../../test/fixtures/authority';
import { operator, session } from '../../test/fixtures/session';
import { on } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

// What an operator does with authorities, through the whole application.

beforeEach(() => server.use(on('get', '/api/v1/session', () => session(operator))));

const waiting = authorityLines.map((line) =>
  line.name === 'server-rsa' ? { ...line, generations: [pendingGeneration, ...line.generations] } : line,
);

describe('the next generation', () => {
  it('is made after three questions, under an idempotency key', async () => {
    let sent: unknown;
    let key: string | null = null;
    server.use(
      http.post('*/api/v1/authority-lines/server-rsa/generations', async ({ request }) => {
        sent = await request.json();
        key = request.headers.get('Idempotency-Key');
        return HttpResponse.json({ ...pendingGeneration, state: 'ACTIVE' }, { status: 201 });
      }),
    );
    const { router } = await renderApp('/authority-lines/server-rsa');
    await userEvent.click(await screen.findByRole('link', { name: '次の世代を作成する' }));
    await userEvent.click(await screen.findByRole('button', { name: '次へ進む' }));
    expect(within(await screen.findByRole('alert')).getByText('署名の方法を選んでください。')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: /このサービスの認証局で署名する/ }));
    await userEvent.click(screen.getByRole('button', { name: '次へ進む' }));
    expect(await screen.findByRole('radio', { name: 'root' })).toBeChecked();
    await userEvent.click(screen.getByRole('button', { name: '次へ進む' }));
    await userEvent.click(await screen.findByRole('button', { name: '次の世代を作成する' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/authority-lines/server-rsa'));
    expect(sent).toEqual({ generation: 2, signed: 'HERE', issuer: 'root' });
    expect(key).toBeTruthy();
  });

  it('waits for a certificate, whose faults are all named', async () => {
    server.use(
      on('get', '/api/v1/authority-lines', () => ({ items: waiting })),
      http.post('*/api/v1/authorities/server-rsa-g2/certificate', () =>
        HttpResponse.json(
          {
            type: '/problems/authority-certificate-refused',
            title: '証明書を取り込めません。',
            status: 422,
            instance: 'request-1',
            errors: [
              {
                pointer: '/certificates',
                code: 'key-usage',
                message: '両方がありません。',
                cure: '発行し直してください。',
              },
              { pointer: '/certificates', code: 'expired', message: '有効期間が過ぎています。' },
            ],
          },
          { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
        ),
      ),
    );
    await renderApp('/authority-lines/server-rsa/server-rsa-g2');
    expect(await screen.findByRole('link', { name: 'CSR をダウンロードする' })).toHaveAttribute(
      'href',
      '/api/v1/authorities/server-rsa-g2/request.csr',
    );
    await userEvent.type(screen.getByLabelText('証明書 (必須)'), 'PEM');
    await userEvent.click(screen.getByRole('button', { name: '証明書を取り込んで発行を始める' }));
    const summary = await screen.findByRole('alert');
    expect(within(summary).getByText('両方がありません。')).toBeInTheDocument();
    expect(within(summary).getByText('有効期間が過ぎています。')).toBeInTheDocument();
  });
});

describe('a compromise', () => {
  it('names all that is affected, and is declared only with the name typed', async () => {
    let sent: unknown;
    server.use(
      http.post('*/api/v1/authorities/root/compromise', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json({ items: [] }, { status: 201 });
      }),
    );
    await renderApp('/authority-lines/root');
    await userEvent.click(await screen.findByRole('button', { name: '危殆化を宣言する' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('影響を受ける認証局 4 件:')).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: '危殆化を宣言して失効する' }));
    expect(within(dialog).getByRole('alert')).toBeInTheDocument();
    expect(sent).toBeUndefined();
    await userEvent.type(within(dialog).getByLabelText('認証局の名前 (必須)'), 'root');
    await userEvent.click(within(dialog).getByRole('button', { name: '危殆化を宣言して失効する' }));
    await waitFor(() => expect(sent).toEqual({ confirmation: 'root' }));
  });
});

describe('an external authority', () => {
  const [root] = authorities as [Schema<'Authority'>];
  const external = (label: string, issuer = label): Schema<'Authority'> => {
    const { ocspUrl: _, ...rest } = root;
    return {
      ...rest,
      name: label.toLowerCase().replaceAll(' ', '-'),
      label,
      subjectDn: `CN=${label}`,
      issuerDn: `CN=${issuer}`,
      state: 'EXTERNAL',
      issuing: false,
      crlUrls: [],
    };
  };
  const offline = external('Offline Root');
  const unused = external('Unused Root');
  const ours: Schema<'Authority'> = { ...root, name: 'server-rsa', label: 'Server CA', issuerDn: offline.subjectDn };

  it('is removed while nothing here was signed by it', async () => {
    const removed: unknown[] = [];
    server.use(
      on('get', '/api/v1/authorities', () => ({ items: [offline, unused, ours] })),
      http.delete('*/api/v1/authorities/:name', ({ params }) => {
        removed.push(params.name);
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await renderApp('/authority-lines');
    // The other one has an authority below it.
    const [button, ...others] = await screen.findAllByRole('button', { name: '登録を取り消す' });
    expect(others).toEqual([]);
    await userEvent.click(button as HTMLElement);
    const dialog = within(await screen.findByRole('dialog', { name: 'Unused Root の登録を取り消す' }));
    await userEvent.click(dialog.getByRole('button', { name: '登録を取り消す' }));
    await waitFor(() => expect(removed).toEqual(['unused-root']));
  });

  it('is declared compromised with everything below it', async () => {
    let sent: unknown;
    server.use(
      on('get', '/api/v1/authorities', () => ({ items: [offline, ours] })),
      http.post('*/api/v1/authorities/offline-root/compromise', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json({ items: [] }, { status: 201 });
      }),
    );
    await renderApp('/authority-lines');
    await userEvent.click(await screen.findByRole('button', { name: '危殆化を宣言する' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('影響を受ける認証局 2 件:')).toBeInTheDocument();
    expect(dialog.getByText('Server CA')).toBeInTheDocument();
    await userEvent.type(dialog.getByLabelText('認証局の名前 (必須)'), 'offline-root');
    await userEvent.click(dialog.getByRole('button', { name: '危殆化を宣言して失効する' }));
    await waitFor(() => expect(sent).toEqual({ confirmation: 'offline-root' }));
  });
});

describe('the public page', () => {
  it('shows every generation with its state and all forms of its certificate', async () => {
    await renderApp('/authorities');
    expect(await screen.findByText('発行停止')).toBeInTheDocument();
    expect(screen.getAllByText('発行中')).toHaveLength(3);
    expect(screen.getAllByRole('link', { name: 'ルートまでのチェーン (PKCS#7)' })[1]).toHaveAttribute(
      'href',
      '/pki/server-ecc-g2.p7c',
    );
  });

  it('has the lines that ask for a status', async () => {
    await renderApp('/authorities');
    const [, tab] = await screen.findAllByRole('tab', { name: 'OCSP' });
    if (tab) await userEvent.click(tab);
    expect(
      await screen.findByText(/openssl ocsp -issuer .+\.pem -cert certificate\.pem -url http:\/\/localhost:8080\/ocsp/),
    ).toBeInTheDocument();
  });
});

describe('the page of a line', () => {
  it('has them for each generation', async () => {
    await renderApp('/authority-lines/server-ecc');
    await screen.findByRole('heading', { level: 1 });
    expect(await screen.findAllByText(/openssl ocsp -issuer/)).toHaveLength(2);
    expect(screen.getAllByRole('button', { name: 'OCSP で確かめるコマンドをコピーする' })).toHaveLength(2);
  });
});
