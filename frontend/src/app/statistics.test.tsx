import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { operator, session } from '../../test/fixtures/session';
import { tenant } from '../../test/fixtures/tenant';
import { on } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';

const COUNTS = { applied: 5, issued: 3, renewed: 1, revoked: 0, expired: 1, waiting: 2, valid: 310 };

beforeEach(() =>
  server.use(
    on('get', '/api/v1/statistics/certificates', () => ({
      today: '2027-05-14',
      from: '2027-05',
      to: '2027-05',
      groups: [{ domain: 'shomei.ac.jp', kind: 'SERVER' as const, counts: COUNTS }],
      total: COUNTS,
      months: [{ month: '2027-05', applied: 5, issued: 3, renewed: 1, revoked: 0, expired: 1, validAtEnd: 310 }],
    })),
    on('get', '/api/v1/statistics/expiry', () => ({
      today: '2027-05-14',
      weeks: [{ from: '2027-05-14', ending: 4 }],
      lifetimes: [],
      months: [],
    })),
    on('get', '/api/v1/statistics/days', () => ({
      today: '2027-05-14',
      days: [
        { day: '2027-05-13', failedLogIns: 0, undeliveredMails: 3 },
        { day: '2027-05-14', failedLogIns: 1, undeliveredMails: 0 },
      ],
    })),
    on('get', '/api/v1/licences', () => ({
      model: 'LICENCES' as const,
      contracted: 50,
      valid: 18,
      issuing: 2,
      available: 30,
    })),
  ),
);

it('tells an officer of licences and of mails that were not delivered, and leads to both', async () => {
  await renderApp('/statistics', 'en');
  expect(await screen.findByText('20 of 50')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Show the licences' })).toHaveAttribute('href', '/tenant');
  expect(screen.getByRole('link', { name: 'Show the mails not delivered' })).toHaveAttribute(
    'href',
    '/notices?state=FAILED',
  );
  const table = screen.getByRole('table', { name: 'Per domain and kind' });
  expect(within(table).getByRole('row', { name: /^shomei\.ac\.jp/ })).toHaveTextContent('310');
});

it('shows what ends of the domain and kind that are chosen, and offers every table of them', async () => {
  const asked: string[] = [];
  server.use(
    on('get', '/api/v1/statistics/expiry', ({ request }) => {
      asked.push(new URL(request.url).search);
      return { today: '2027-05-14', weeks: [{ from: '2027-05-14', ending: 4 }], lifetimes: [], months: [] };
    }),
  );
  await renderApp('/statistics?domain=shomei.ac.jp&from=2027-05&kind=SERVER', 'en');
  expect(await screen.findByText('4 certificates end in the coming year.')).toBeInTheDocument();
  expect(asked).toEqual(['?domain=shomei.ac.jp&kind=SERVER']);
  await userEvent.click(screen.getByRole('button', { name: 'Download' }));
  expect(await screen.findByRole('menuitem', { name: 'Ending per week (CSV)' })).toHaveAttribute(
    'href',
    '/api/v1/statistics/expiry/export?domain=shomei.ac.jp&from=2027-05&kind=SERVER&by=WEEK&format=CSV',
  );
  expect(screen.getByRole('menuitem', { name: 'Failed log-ins and mails per day (TSV)' })).toHaveAttribute(
    'href',
    '/api/v1/statistics/days/export?domain=shomei.ac.jp&from=2027-05&kind=SERVER&format=TSV',
  );
});

it('counts failed log-ins and mails apart', async () => {
  await renderApp('/statistics', 'en');
  expect(await screen.findByText('1 log-ins failed in the last 30 days.')).toBeInTheDocument();
  expect(screen.getByText('3 mails of the last 30 days could not be delivered.')).toBeInTheDocument();
});

it('tells of no licences where the contract counts none', async () => {
  server.use(on('get', '/api/v1/licences', () => ({ model: 'NONE' as const, valid: 18, issuing: 0 })));
  await renderApp('/statistics', 'en');
  expect(await screen.findByText('Mails not delivered')).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByText('Licences in use')).not.toBeInTheDocument());
});

it('shows an operator the licences of the chosen tenant, and the mails of all where none is chosen', async () => {
  const asked: unknown[] = [];
  server.use(
    on('get', '/api/v1/session', () => session(operator)),
    on('get', '/api/v1/tenants/{id}', () => tenant as never),
    on('get', '/api/v1/tenants/{id}/licences', ({ params }) => {
      asked.push(params.id);
      return { model: 'LICENCES' as const, contracted: 7, valid: 7, issuing: 0, available: 0 };
    }),
  );
  const chosen = await renderApp('/statistics?tenant=t2', 'en');
  expect(await screen.findByText('7 of 7')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Show the licences' })).toHaveAttribute('href', '/tenants/t2');
  expect(screen.queryByText('Mails not delivered')).not.toBeInTheDocument();
  expect(asked).toEqual(['t2']);
  chosen.unmount();
  await renderApp('/statistics', 'en');
  expect(await screen.findByText('Mails not delivered')).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByText('Licences in use')).not.toBeInTheDocument());
});
