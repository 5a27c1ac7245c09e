import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { auditEvents } from '../../test/fixtures/audit';
import { on } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';

const event = { ...auditEvents[0], actorId: 'account-7', targetId: 'cert-1', address: '192.0.2.10' };

it('asks the history of whom and what an event is about', async () => {
  const asked: string[] = [];
  server.use(
    on('get', '/api/v1/audit-events', ({ url }) => {
      asked.push(url.search);
      return {
        items: [{ ...event, id: event.id ?? 'event-1' } as (typeof auditEvents)[number]],
        total: { value: 1, exact: true },
      };
    }),
  );
  const { router } = await renderApp('/audit', 'en');
  const follow = async (link: string) => {
    await userEvent.click((await screen.findAllByRole('button', { name: event.title }))[0] as HTMLElement);
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('link', { name: link }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  };
  await follow('What this person did');
  expect(router.state.location.search).toEqual({ actor: 'account-7' });
  await follow('What was done to this target');
  expect(router.state.location.search).toEqual({ target: 'cert-1' });
  await follow('What came from this address');
  expect(router.state.location.search).toEqual({ address: '192.0.2.10' });
  await waitFor(() => expect(asked.some((query) => query.includes('address=192.0.2.10'))).toBe(true));
  const chips = screen.getByRole('list', { name: 'Filters in force' });
  expect(within(chips).getByText('192.0.2.10')).toBeInTheDocument();
});

it('asks for every operation that a choice stands for, and exports the same', async () => {
  const asked: string[][] = [];
  server.use(
    on('get', '/api/v1/audit-events', ({ url }) => {
      asked.push(url.searchParams.getAll('operation'));
      return { items: auditEvents.slice(0, 1), total: { value: 1, exact: true } };
    }),
  );
  const { router } = await renderApp('/audit', 'en');
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Operation' }), 'IP restriction');
  const together = [
    'ipallowlist.change',
    'ipallowlist.try',
    'ipallowlist.confirm',
    'ipallowlist.lapse',
    'ipallowlist.refuse',
  ];
  await waitFor(() => expect(asked.at(-1)).toEqual(together));
  expect(router.state.location.search).toEqual({ operation: 'ipallowlist' });
  await userEvent.click(await screen.findByRole('button', { name: 'Export' }));
  const href = (await screen.findByRole('menuitem', { name: /As JSON/ })).getAttribute('href') ?? '';
  expect(new URLSearchParams(href.split('?')[1]).getAll('operation')).toEqual(together);
});

it('hands the history to programs as it is shown', async () => {
  await renderApp('/audit?target=cert-1', 'en');
  await userEvent.click(await screen.findByRole('button', { name: 'Export' }));
  expect(await screen.findByRole('menuitem', { name: /As JSON/ })).toHaveAttribute(
    'href',
    '/api/v1/audit-events/export.ndjson?target=cert-1',
  );
});
