import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import * as company from '../../test/fixtures/company';
import * as revocations from '../../test/fixtures/revocation';
import { on, refusal } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

const PAGE = '/client-certificates';

beforeEach(() => server.use(...company.asCompany));

describe('certificates that an administrator revokes', () => {
  it('at61: revokes what is ticked after its number was typed, and says by when it is effective', async () => {
    const asked: Schema<'RevocationRequest'>[] = [];
    const bulk = (more: Partial<Schema<'BulkRevocation'>>): Schema<'BulkRevocation'> => ({
      ...(revocations.bulkRevocations[0] as Schema<'BulkRevocation'>),
      id: 'bulk-named',
      lines: 3,
      outcomes: [{ outcome: 'REVOCABLE', lines: 3 }],
      ...more,
    });
    server.use(
      on(
        'post',
        '/api/v1/revocations',
        async ({ request }) => {
          asked.push((await request.json()) as Schema<'RevocationRequest'>);
          return bulk({ state: 'CHECKED' });
        },
        201,
      ),
      on('post', '/api/v1/revocations/{id}/submission', () => bulk({ state: 'RUNNING' }), 202),
      on('get', '/api/v1/revocations/{id}', () =>
        bulk({
          state: 'DONE',
          outcomes: [{ outcome: 'REVOKED', lines: 3 }],
          finishedAt: '2027-04-01T00:00:00Z',
          effectiveBy: '2027-04-01T02:00:00Z',
        }),
      ),
    );
    await renderApp(PAGE);
    for (const name of ['client_000001', 'client_000002', 'client_000003'])
      await userEvent.click(await screen.findByRole('checkbox', { name: `${name} を選択する` }));
    const above = screen.getByRole('group', { name: '一覧の操作（上）' });
    await userEvent.click(within(above).getByRole('button', { name: '選択した証明書を失効する' }));
    const dialog = await screen.findByRole('dialog', { name: '選択した証明書の失効' });
    for (const name of ['client_000001', 'client_000002', 'client_000003']) expect(dialog).toHaveTextContent(name);
    await userEvent.click(within(dialog).getByRole('radio', { name: /利用の終了/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: '3 枚の証明書を失効する' }));
    expect(asked).toEqual([]);
    await userEvent.type(within(dialog).getByRole('textbox', { name: /枚数/ }), '3');
    await userEvent.click(within(dialog).getByRole('button', { name: '3 枚の証明書を失効する' }));
    expect(await within(dialog).findByText(/2027年4月1日 11:00:00/)).toBeInTheDocument();
    expect(within(dialog).getByRole('button', { name: '一覧に戻る' })).toHaveFocus();
    expect(asked).toMatchObject([{ certificates: ['client-1', 'client-2', 'client-3'] }]);
    await userEvent.click(within(dialog).getByRole('button', { name: '一覧に戻る' }));
    expect(screen.queryByText('3 件を選択中')).not.toBeInTheDocument();
  }, 20_000);

  it('revokes of a lost phone the certificate that was renewed, too, unless told not to', async () => {
    const asked: Schema<'RevocationRequest'>[] = [];
    const renewed = company.clientCertificate(2, { id: 'client-2-renewed', status: 'RENEWED' });
    server.use(
      on('get', '/api/v1/certificates', ({ url }) => {
        const names = url.searchParams.getAll('commonName');
        const items = [renewed, ...company.clientCertificates].filter(({ commonName, id }) =>
          names.length > 0 ? names.includes(commonName) : id !== renewed.id,
        );
        return { items, total: { value: items.length, exact: true } };
      }),
      on('post', '/api/v1/revocations', async ({ request }) => {
        asked.push((await request.json()) as Schema<'RevocationRequest'>);
        return refusal(403, 'tenant-not-active', '停止中です。');
      }),
    );
    await renderApp(PAGE);
    await userEvent.click(await screen.findByRole('checkbox', { name: 'client_000002 を選択する' }));
    const above = screen.getByRole('group', { name: '一覧の操作（上）' });
    await userEvent.click(within(above).getByRole('button', { name: '選択した証明書を失効する' }));
    const dialog = within(await screen.findByRole('dialog', { name: '選択した証明書の失効' }));
    const also = await dialog.findByRole('checkbox', { name: /同じコモンネームの、ほかの有効な証明書 1 枚も失効する/ });
    expect(also).toBeChecked();
    expect(dialog.getByText(/client_000002 — 有効期限/)).toHaveTextContent(/年.*月.*日/);
    await userEvent.click(dialog.getByRole('radio', { name: /利用の終了/ }));
    await userEvent.type(dialog.getByRole('textbox', { name: /枚数/ }), '2');
    await userEvent.click(dialog.getByRole('button', { name: '2 枚の証明書を失効する' }));
    await waitFor(() => expect(asked).toMatchObject([{ certificates: ['client-2', 'client-2-renewed'] }]));
    await userEvent.click(also);
    await userEvent.click(dialog.getByRole('button', { name: /1 枚の証明書を失効する/ }));
    await waitFor(() => expect(asked.at(1)).toMatchObject({ certificates: ['client-2'] }));
  }, 20_000);

  it('at61: what was issued while one looked on and is revoked then says so at once', async () => {
    let revoked = false;
    const bulk = (state: Schema<'BulkRevocationState'>, outcome: Schema<'RevocationOutcome'>) => ({
      ...(revocations.bulkRevocations[0] as Schema<'BulkRevocation'>),
      id: 'bulk-named',
      lines: 1,
      outcomes: [{ outcome, lines: 1 }],
      state,
      finishedAt: '2027-04-01T00:00:00Z',
    });
    let ended = false;
    server.use(
      on('get', '/api/v1/issuance-offer', () => ({ ...company.offer, ...(!ended && { running: company.job(0, 1) }) })),
      on('get', '/api/v1/issuance-jobs/{id}', () => {
        ended = true;
        return company.job(1, 1);
      }),
      on('get', '/api/v1/issuance-jobs/{id}/certificates', () => ({
        items: company.jobCertificates(1, 1).map((one) => ({
          ...one,
          ...(revoked && { revokedAt: '2027-04-01T00:00:00Z' }),
        })),
        total: { value: 1, exact: true },
      })),
      on('post', '/api/v1/revocations', () => bulk('CHECKED', 'REVOCABLE'), 201),
      on('post', '/api/v1/revocations/{id}/submission', () => bulk('RUNNING', 'REVOCABLE'), 202),
      on('get', '/api/v1/revocations/{id}', () => {
        revoked = true;
        return bulk('DONE', 'REVOKED');
      }),
    );
    await renderApp(PAGE);
    await userEvent.click(await screen.findByRole('checkbox', { name: 'client_000021 を選択する' }));
    const above = screen.getByRole('group', { name: '一覧の操作（上）' });
    await userEvent.click(within(above).getByRole('button', { name: '選択した証明書を失効する' }));
    const dialog = await screen.findByRole('dialog', { name: '選択した証明書の失効' });
    await userEvent.click(within(dialog).getByRole('radio', { name: /利用の終了/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: /の証明書を失効する/ }));
    await userEvent.click(await within(dialog).findByRole('button', { name: '一覧に戻る' }));
    await waitFor(() => expect(screen.getByRole('row', { name: /client_000021/ })).toHaveTextContent('2027年4月1日'));
    expect(screen.queryByRole('checkbox', { name: 'client_000021 を選択する' })).not.toBeInTheDocument();
  }, 20_000);

  it('at62: says of each name of a list what would become of it, and revokes only the own valid ones', async () => {
    let state: Schema<'BulkRevocation'> = {
      ...(revocations.bulkRevocations[0] as Schema<'BulkRevocation'>),
      id: 'bulk-5',
      fileName: 'names.csv',
      createdBy: company.companyAdministrator.name,
      lines: 5,
      outcomes: [
        { outcome: 'REVOCABLE', lines: 2 },
        { outcome: 'NOT_FOUND', lines: 2 },
        { outcome: 'ALREADY_REVOKED', lines: 1 },
      ],
      progress: { done: 0, total: 2 },
    };
    let submitted = 0;
    server.use(
      http.post('*/api/v1/revocations', () => HttpResponse.json(state, { status: 201 })),
      on('get', '/api/v1/revocations/{id}', () => state),
      on('get', '/api/v1/revocations/{id}/lines', () => ({
        // The one of another tenant is as unknown as the one that nobody has.
        items: (['REVOCABLE', 'NOT_FOUND', 'ALREADY_REVOKED', 'NOT_FOUND', 'REVOCABLE'] as const).map((outcome, i) => ({
          line: i + 1,
          name: `client_00000${i + 1}`,
          outcome,
        })),
        total: { value: 5, exact: true },
      })),
      on(
        'post',
        '/api/v1/revocations/{id}/submission',
        () => {
          submitted++;
          state = { ...state, state: 'RUNNING' };
          return state;
        },
        202,
      ),
    );
    const { router } = await renderApp('/revocations/new');
    await userEvent.upload(
      await screen.findByLabelText('CSV ファイルをここにドロップするか、選んでください'),
      new File(['client_000001\n'], 'names.csv', { type: 'text/csv' }),
    );
    await userEvent.click(screen.getByRole('radio', { name: /利用の終了/ }));
    await userEvent.click(screen.getByRole('button', { name: 'アップロードして確かめる' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/revocations/bulk-5'));
    const lines = within(await screen.findByRole('table'))
      .getAllByRole('row')
      .slice(1);
    expect(lines).toHaveLength(5);
    expect(lines[1]?.textContent?.replace('client_000002', '')).toBe(
      lines[3]?.textContent?.replace('client_000004', '').replace('4', '2'),
    );
    expect(lines[2]).toHaveTextContent('[ALREADY_REVOKED]');
    expect(submitted).toBe(0);
    await userEvent.type(screen.getByLabelText('失効する枚数 (必須)'), '2');
    await userEvent.click(screen.getByRole('button', { name: '2 枚の証明書を失効する' }));
    expect(await screen.findByRole('progressbar', { name: '失効しています' })).toBeInTheDocument();
    expect(submitted).toBe(1);
  });

  it('promises only the mails that are sent, and says by when a list of names is effective', async () => {
    const checked: Schema<'BulkRevocation'> = {
      ...(revocations.bulkRevocations[0] as Schema<'BulkRevocation'>),
      createdBy: company.companyAdministrator.name,
      tellsSubscribers: false,
    };
    let state = checked;
    server.use(on('get', '/api/v1/revocations/{id}', () => state));
    const { router } = await renderApp('/revocations/bulk-checked');
    expect(await screen.findByText(/預かっている鍵は消去されます/)).toBeInTheDocument();
    expect(screen.queryByText(/利用管理者.*メール/)).not.toBeInTheDocument();
    state = {
      ...checked,
      id: 'bulk-done',
      state: 'DONE',
      outcomes: [{ outcome: 'REVOKED', lines: 4 }],
      submittedBy: company.companyAdministrator.name,
      finishedAt: '2027-04-01T00:00:00Z',
      effectiveBy: '2027-04-01T02:00:00Z',
    };
    await router.navigate({ to: '/revocations/$id', params: { id: 'bulk-done' } });
    expect(await screen.findByText('4 枚の証明書を失効しました')).toBeInTheDocument();
    expect(screen.getByText(/2027年4月1日 11:00:00/)).toBeInTheDocument();
    expect(screen.queryByText(/メールでもお送りしました/)).not.toBeInTheDocument();
  });
});
