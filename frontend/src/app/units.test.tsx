import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, it, vi } from 'vitest';
import { officer, session } from '../../test/fixtures/session';
import { tenant } from '../../test/fixtures/tenant';
import { at } from '../../test/fixtures/time';
import { on } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';

it('shows the values of OU of each domain and gives them as a file in the language of the page', async () => {
  URL.createObjectURL = vi.fn(() => 'blob:file');
  const asked: unknown[] = [];
  const [domain] = tenant.domains;
  if (!domain) throw new Error('the fixture has a domain');
  server.use(
    on('get', '/api/v1/tenant', () => ({
      ...tenant,
      domains: [
        { ...domain, units: [{ name: 'Library', state: 'WITHDRAWN' as const, registeredAt: at(-300) }] },
        { ...domain, name: 'none.ac.jp' },
      ],
    })),
    http.get('*/api/v1/units/export.tsv', ({ request }) => {
      asked.push([new URL(request.url).search, request.headers.get('Accept-Language')]);
      return new HttpResponse('domain');
    }),
  );
  await renderApp('/units', 'en');
  const table = await screen.findByRole('table', { name: 'OUs of shomei.ac.jp' });
  expect(within(table).getByRole('row', { name: /^Library/ })).toHaveTextContent('Withdrawn');
  expect(screen.queryByRole('table', { name: 'OUs of none.ac.jp' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Download as TSV (Shift_JIS)' }));
  await waitFor(() => expect(asked).toEqual([['?encoding=Shift_JIS', 'en']]));
});

it('says so where none is registered', async () => {
  await renderApp('/units', 'en');
  expect(await screen.findByText('No OU is registered')).toBeInTheDocument();
});

it('has in the menu what the rights are for', async () => {
  const menu = async (rights: typeof officer.rights) => {
    server.use(on('get', '/api/v1/session', () => session({ ...officer, rights })));
    const view = await renderApp('/units', 'en');
    const nav = await screen.findByRole('navigation', { name: 'Menu' });
    const links = within(nav)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'));
    view.unmount();
    return links;
  };
  const all = ['/certificates?kind=SERVER', '/certificates?kind=CLIENT', '/certificates?kind=CODE_SIGNING'];
  expect(await menu(['SERVER', 'CLIENT', 'CODE_SIGNING', 'LISTS'])).toEqual(
    expect.arrayContaining([
      ...all,
      '/renewals',
      '/uncollected',
      '/certificates',
      '/statistics',
      '/units',
      '/time-stamps',
    ]),
  );
  const clients = await menu(['CLIENT']);
  expect(clients).toContain('/certificates?kind=CLIENT');
  expect(clients).not.toContain('/certificates?kind=SERVER');
  expect(clients).not.toContain('/certificates');
  expect(clients).not.toContain('/statistics');
  const lists = await menu(['LISTS']);
  expect(lists).toContain('/certificates');
  expect(lists).not.toContain('/renewals');
});

it('lists the kinds that the rights are for, and the first of them where none is chosen', async () => {
  const asked: (string | null)[] = [];
  server.use(
    on('get', '/api/v1/session', () => session({ ...officer, rights: ['CLIENT'] })),
    on('get', '/api/v1/certificates', ({ url }) => {
      asked.push(url.searchParams.get('kind'));
      return { items: [], total: { value: 0, exact: true } };
    }),
  );
  await renderApp('/certificates', 'en');
  const kinds = await screen.findByRole('combobox', { name: 'Kind' });
  expect(
    within(kinds)
      .getAllByRole('option')
      .map((option) => option.textContent),
  ).toEqual(['Client certificate', 'S/MIME certificate']);
  await userEvent.selectOptions(kinds, 'S/MIME certificate');
  await waitFor(() => expect(asked).toEqual(['CLIENT', 'SMIME']));
});
