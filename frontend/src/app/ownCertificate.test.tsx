import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { ownRenewal } from '../../test/fixtures/own-certificate';
import { at } from '../../test/fixtures/time';
import { on } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';

describe('the renewal of a log-in certificate', () => {
  it('shows the PIN once, and issues after it was noted', async () => {
    let sent: unknown;
    server.use(
      on('get', '/api/v1/own-certificate/renewal', () => ({
        ...ownRenewal,
        state: 'OPEN' as const,
        why: 'EXPIRES' as const,
      })),
      on(
        'post',
        '/api/v1/own-certificate/renewal',
        () => ({ token: 'token-1', pin: 'Kd7mR2tHw9Xp', lapsesAt: at(0, 60) }),
        201,
      ),
      http.post('*/api/v1/enrolments/token-1/collection', async ({ request }) => {
        sent = await request.json();
        return new HttpResponse(new Blob(['p12']), {
          headers: { 'Content-Disposition': 'attachment; filename="Hanako Sato.p12"' },
        });
      }),
    );
    await renderApp('/own-certificate');
    await userEvent.click(await screen.findByRole('button', { name: '更新を始める' }));
    expect(await screen.findByText('Kd7mR2tHw9Xp')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '証明書を発行する' })).toBeDisabled();
    await userEvent.click(screen.getByLabelText('PIN を控えました'));
    await userEvent.click(screen.getByRole('button', { name: '証明書を発行する' }));
    expect(await screen.findByText('新しい証明書を発行しました')).toBeInTheDocument();
    expect(screen.queryByText('Kd7mR2tHw9Xp')).not.toBeInTheDocument();
    expect(sent).toEqual({ format: 'P12', secret: 'Kd7mR2tHw9Xp' });
  });

  it('says from when on it is possible', async () => {
    await renderApp('/own-certificate');
    expect(await screen.findByText('まだ更新できる期間ではありません')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '更新を始める' })).not.toBeInTheDocument();
  });
});
