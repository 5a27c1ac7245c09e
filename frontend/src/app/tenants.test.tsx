import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { operator, session } from '../../test/fixtures/session';
import { tenant } from '../../test/fixtures/tenant';
import { at } from '../../test/fixtures/time';
import { on } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';

// What an operator does with a tenant, and for it.

beforeEach(() =>
  server.use(
    on('get', '/api/v1/session', () => session(operator)),
    on('get', '/api/v1/tenants/{id}', () => tenant as never),
    on('get', '/api/v1/tenants/{id}/licences', () => ({ model: 'NONE' as const, valid: 0, issuing: 0 })),
  ),
);

it('leads from a tenant to its accounts, its statistics and a webhook for it', async () => {
  await renderApp('/tenants/t2', 'en');
  await screen.findByRole('heading', { level: 1, name: 'Shomei University' });
  const id = tenant.id;
  for (const [name, href] of [
    ['Show the accounts', `/accounts?tenant=${id}`],
    ['Show the statistics', `/statistics?tenant=${id}`],
    ['Register a webhook', `/webhooks/new?tenant=${id}`],
  ] as const) {
    expect(screen.getByRole('link', { name })).toHaveAttribute('href', href);
  }
});

it('names the tenant in the language of the page before it is suspended or ended', async () => {
  await renderApp('/tenants/t2', 'en');
  for (const [button, title] of [
    ['Suspend the tenant', 'Suspend Shomei University (SHOMEI-U)'],
    ['End the tenant', 'End Shomei University (SHOMEI-U)'],
  ] as const) {
    await userEvent.click(await screen.findByRole('button', { name: button }));
    const dialog = await screen.findByRole('dialog', { name: title });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  }
});

it('says whom an institution file appoints, and leads to the letters', async () => {
  const plan = {
    encoding: 'UTF-8',
    plan: 'ABC',
    counts: { total: 1, registered: 1, changed: 0, unchanged: 0, refused: 0 },
    rows: [
      {
        line: 1,
        outcome: 'NEW' as const,
        code: 'HOKUTO-U',
        name: '北斗大学',
        differences: [],
        officer: { name: 'Hanako Hokuto', email: 'hanako@hokuto.ac.jp' },
        errors: [],
      },
    ],
  };
  server.use(
    on('post', '/api/v1/institution-files/check', () => plan),
    on('post', '/api/v1/institution-files', () => plan, 201),
  );
  await renderApp('/institution-files/new', 'en');
  const file = new File(['HOKUTO-U'], 'institutions.tsv', { type: 'text/tab-separated-values' });
  await userEvent.upload(await screen.findByLabelText(/Choose a file, or drop it here/), file);
  await userEvent.click(screen.getByRole('button', { name: 'Check the file' }));
  expect(await screen.findByText(/Hanako Hokuto \(hanako@hokuto.ac.jp\) becomes an officer/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Register 1 and change 0' }));
  expect(await screen.findByText('1 officer is registered')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Make the letters' })).toHaveAttribute('href', '/desk-actions?letter=DUE');
});

it('says whose a webhook will be, and forgets its secret with the page', async () => {
  let sent: unknown;
  server.use(
    on(
      'post',
      '/api/v1/webhooks',
      async ({ request }) => {
        sent = await request.json();
        return {
          webhook: {
            id: 'w1',
            url: 'https://hooks.example.ac.jp/shomei',
            description: 'Inventory',
            events: ['CERTIFICATE_REVOKED' as const],
            createdAt: at(0),
            createdBy: 'Operator',
          },
          secret: 'whsec_AAAA',
        };
      },
      201,
    ),
  );
  const { router, queries } = await renderApp('/webhooks/new?tenant=t2', 'en');
  expect(await screen.findByText('The webhook will be one of Shomei University.')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText(/^Name/), 'Inventory');
  await userEvent.type(screen.getByLabelText(/^URL/), 'https://hooks.example.ac.jp/shomei');
  await userEvent.click(screen.getByLabelText('Certificate revoked'));
  await userEvent.click(screen.getByRole('button', { name: 'Register the webhook' }));
  expect(await screen.findByText('whsec_AAAA')).toBeInTheDocument();
  expect(sent).toEqual({
    tenant: 't2',
    url: 'https://hooks.example.ac.jp/shomei',
    description: 'Inventory',
    events: ['CERTIFICATE_REVOKED'],
  });
  await router.navigate({ to: '/help' });
  await waitFor(() => expect(queries.getMutationCache().getAll()).toEqual([]));
});
