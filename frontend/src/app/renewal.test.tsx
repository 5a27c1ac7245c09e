import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, it, vi } from 'vitest';
import { renewals, uncollected } from '../../test/fixtures/renewal';
import { officer, session } from '../../test/fixtures/session';
import { submissionLink } from '../../test/fixtures/submission';
import { on, refusal } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';

const user = userEvent.setup();

beforeEach(() => {
  URL.createObjectURL = vi.fn(() => 'blob:file');
  URL.revokeObjectURL = vi.fn();
});

/** What the server is asked for when a file is made. */
function filesAsked(): unknown[] {
  const asked: unknown[] = [];
  server.use(
    http.post('*/api/v1/renewals/file', async ({ request }) => {
      asked.push(await request.json());
      return new HttpResponse('row', { headers: { 'Content-Type': 'text/tab-separated-values' } });
    }),
  );
  return asked;
}

it('shows what ends soon and how far its renewal is', async () => {
  await renderApp('/renewals', 'en');
  const table = await screen.findByRole('table', { name: 'Renewal desk' });
  const row = await within(table).findByRole('row', { name: /mail\.shomei\.ac\.jp/ });
  expect(row).toHaveTextContent('Renewed, not collected');
  expect(row).toHaveTextContent('Collect by');
  expect(await screen.findByText('10,000 or more')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'List those not renewed' })).toHaveAttribute(
    'href',
    '/renewals?state=NOT_RENEWED',
  );
  expect(within(row).queryByRole('checkbox')).not.toBeInTheDocument();
});

it('makes a renewal file of all, and says what is missing in it', async () => {
  const asked = filesAsked();
  await renderApp('/renewals?domain=shomei.ac.jp', 'en');
  await user.click(await screen.findByRole('button', { name: 'Make a renewal file' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('The column of the CSR is empty');
  await user.click(within(dialog).getByRole('radio', { name: 'UTF-8' }));
  await user.click(within(dialog).getByRole('button', { name: 'Download the file' }));
  expect(await within(dialog).findByText('The file was downloaded')).toBeInTheDocument();
  expect(asked).toEqual([
    {
      operation: 'RENEW',
      kind: 'SERVER',
      encoding: 'UTF-8',
      filter: { domain: 'shomei.ac.jp', expiresTo: expect.any(String) },
    },
  ]);
});

it('makes a revocation file of what was selected, and tells why there is none', async () => {
  const asked = filesAsked();
  await renderApp('/renewals', 'en');
  await user.click(await screen.findByRole('checkbox', { name: /ldap\.shomei\.ac\.jp/ }));
  await user.click(screen.getByRole('button', { name: 'Make a revocation file of these' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).not.toHaveTextContent('CSR');
  await user.click(within(dialog).getByRole('button', { name: 'Download the file' }));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]).toMatchObject({ operation: 'REVOKE', certificates: [renewals[2]?.id] });
  server.use(
    on('post', '/api/v1/renewals/file', () => refusal(409, 'renewal-nothing-to-do', 'There is no certificate here')),
  );
  await user.click(within(dialog).getByRole('button', { name: 'Download the file' }));
  expect(await within(dialog).findByText('There is no certificate here')).toBeInTheDocument();
});

it('hands the rows over to where CSRs are filled in', async () => {
  server.use(
    http.post('*/api/v1/renewals/file', () => new HttpResponse('CN=www\t12\t\t4711\r\nCN=mail\t12\t\t4712\r\n')),
  );
  const { router } = await renderApp('/renewals', 'en');
  await user.click(await screen.findByRole('button', { name: 'Make a renewal file' }));
  await user.click(await screen.findByRole('button', { name: 'Fill in on screen' }));
  await waitFor(() => expect(router.state.location.href).toBe('/request-files/make?kind=SERVER&operation=RENEW'));
  expect(router.state.location.state.rows).toEqual([
    ['CN=www', '12', '', '4711'],
    ['CN=mail', '12', '', '4712'],
  ]);
});

it('asks subscriber administrators by mail, once', async () => {
  const keys: (string | null)[] = [];
  server.use(
    on(
      'post',
      '/api/v1/renewals/mail',
      ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return { mails: 3, certificates: 7, unaddressed: 1 };
      },
      202,
    ),
  );
  await renderApp('/renewals', 'en');
  await user.click(await screen.findByRole('button', { name: 'Make a renewal file' }));
  const ask = await screen.findByRole('button', { name: 'Ask subscriber administrators by mail' });
  await user.click(ask);
  expect(await screen.findByText('Asked by 3 mails')).toBeInTheDocument();
  expect(screen.getByText('1 certificate has nobody to write to.')).toBeInTheDocument();
  expect(ask).toBeDisabled();
  expect(keys).toEqual([expect.any(String)]);
});

it('makes a link for the renewal of what is selected, for whoever is responsible', async () => {
  let sent: unknown;
  const url = 'https://portal.example.jp/submit/3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
  server.use(
    http.post('*/api/v1/submission-links', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ link: { ...submissionLink, renews: 1 }, url }, { status: 201 });
    }),
  );
  await renderApp('/renewals', 'en');
  await user.click(await screen.findByRole('checkbox', { name: /www\.shomei\.ac\.jp/ }));
  await user.click(screen.getByRole('checkbox', { name: /ldap\.shomei\.ac\.jp/ }));
  await user.click(screen.getByRole('button', { name: 'Make a link for the renewal' }));
  const dialog = await screen.findByRole('dialog', { name: 'Make a link for the renewal' });
  expect(within(dialog).getByRole('textbox', { name: /Name/ })).toHaveValue('山田 太郎');
  await user.click(within(dialog).getByRole('button', { name: 'Make a link' }));
  expect(await screen.findByText(url)).toBeInTheDocument();
  // What was renewed already is no part of it.
  expect(sent).toEqual({
    kind: 'SERVER',
    name: '山田 太郎',
    email: 'taro@shomei.ac.jp',
    renews: [renewals[0]?.id],
  });
});

it('sends the mail to collect a certificate again', async () => {
  const invited: unknown[] = [];
  server.use(
    http.post('*/api/v1/certificates/:id/invitation', ({ params }) => {
      invited.push(params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await renderApp('/uncollected', 'en');
  await user.click(await screen.findByRole('button', { name: 'Send the mail for mail.shomei.ac.jp again' }));
  expect(await screen.findByText('Sent')).toBeInTheDocument();
  expect(invited).toEqual([uncollected[0]?.id]);
});

it('sends another access PIN where wrong ones locked the first', async () => {
  const renewed: unknown[] = [];
  server.use(
    http.post('*/api/v1/certificates/:id/access-pin', ({ params }) => {
      renewed.push(params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await renderApp('/uncollected', 'en');
  expect(await screen.findByRole('row', { name: /Taro Suzuki/ })).toHaveTextContent('Locked');
  expect(screen.queryByRole('button', { name: /Choose what to do for mail/ })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Choose what to do for Taro Suzuki' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('Key file for the holder');
  await user.click(within(dialog).getByRole('button', { name: 'Send another access PIN' }));
  expect(await within(dialog).findByText('The mail about another access PIN is on its way')).toBeInTheDocument();
  expect(renewed).toEqual([uncollected[1]?.id]);
});

it('withdraws an invitation that no browser came for, at the second press', async () => {
  const withdrawn: unknown[] = [];
  server.use(
    http.delete('*/api/v1/certificates/:id/invitation', ({ params }) => {
      withdrawn.push(params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await renderApp('/uncollected', 'en');
  const row = await screen.findByRole('row', { name: /Jiro Mori/ });
  expect(within(row).queryByRole('link', { name: 'Jiro Mori' })).not.toBeInTheDocument();
  await user.click(within(row).getByRole('button', { name: 'Choose what to do for Jiro Mori' }));
  const withdraw = await screen.findByRole('button', { name: 'Withdraw the invitation' });
  await user.click(withdraw);
  expect(withdrawn).toEqual([]);
  expect(screen.getByText('Press once more to withdraw it.')).toBeInTheDocument();
  await user.click(withdraw);
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(withdrawn).toEqual([uncollected[2]?.id]);
});

it('sends the mails of what is selected again, once', async () => {
  const asked: unknown[] = [];
  const keys: (string | null)[] = [];
  server.use(
    http.post('*/api/v1/uncollected-certificates/mail', async ({ request }) => {
      asked.push(await request.json());
      keys.push(request.headers.get('Idempotency-Key'));
      return HttpResponse.json({ certificates: 1, mails: 2, left: 1 }, { status: 202 });
    }),
  );
  await renderApp('/uncollected', 'en');
  await user.click(await screen.findByRole('checkbox', { name: /Taro Suzuki/ }));
  await user.click(screen.getByRole('checkbox', { name: /Jiro Mori/ }));
  await user.click(screen.getByRole('button', { name: 'Send the mails of these again' }));
  expect(await screen.findByText('The mail for 1 certificate was sent again')).toBeInTheDocument();
  expect(screen.getByText(/1 was left out/)).toBeInTheDocument();
  expect(asked).toEqual([{ certificates: [uncollected[1]?.id, uncollected[2]?.id] }]);
  expect(keys).toEqual([expect.any(String)]);
});

it('corrects a wrong address, and tells at its field what is wrong with the new one', async () => {
  const asked: unknown[] = [];
  server.use(
    http.put('*/api/v1/certificates/:id/invitation', async ({ request, params }) => {
      asked.push([params.id, await request.json()]);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await renderApp('/uncollected', 'en');
  await user.click(await screen.findByRole('button', { name: 'Choose what to do for Taro Suzuki' }));
  const dialog = await screen.findByRole('dialog');
  const holder = within(dialog).getByRole('textbox', { name: 'Mail address of the holder' });
  await user.clear(holder);
  await user.click(within(dialog).getByRole('button', { name: 'Correct the addresses and send again' }));
  expect((await within(dialog).findAllByText('Enter a mail address')).length).toBeGreaterThan(0);
  expect(asked).toEqual([]);
  await user.type(holder, 'taro@shomei.ac.jp');
  await user.click(within(dialog).getByRole('button', { name: 'Correct the addresses and send again' }));
  expect(await within(dialog).findByText('The mails are on their way to the corrected addresses')).toBeInTheDocument();
  expect(asked).toEqual([[uncollected[1]?.id, { administrator: 'taro@shomei.ac.jp', holder: 'taro@shomei.ac.jp' }]]);
});

it('offers an officer the kinds of the rights', async () => {
  server.use(on('get', '/api/v1/session', () => session({ ...officer, rights: ['CLIENT', 'CODE_SIGNING'] })));
  const asked: (string | null)[] = [];
  server.use(
    on('get', '/api/v1/renewals', ({ url }) => {
      asked.push(url.searchParams.get('kind'));
      return { items: [], total: { value: 0, exact: true } };
    }),
  );
  await renderApp('/renewals', 'en');
  expect(await screen.findByText('No certificate expires in this time')).toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: 'Code signing certificates' }));
  await waitFor(() => expect(asked).toContain('CODE_SIGNING'));
  expect(asked[0]).toBe('CLIENT');
  expect(screen.queryByRole('radio', { name: 'Server certificates' })).not.toBeInTheDocument();
});
