import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, it } from 'vitest';
import { submissionCheck } from '../../test/fixtures/submission';
import { loggedOut } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

it('whoever has a link makes the file on screen, which is checked as one that was there before', async () => {
  let checked: Schema<'HandedIn'> | undefined;
  server.use(
    loggedOut,
    http.post('*/api/v1/submission-doors/token-1/check', async ({ request }) => {
      checked = (await request.json()) as Schema<'HandedIn'>;
      return HttpResponse.json(submissionCheck);
    }),
  );
  await renderApp('/submit/token-1');
  await userEvent.click(await screen.findByRole('radio', { name: /画面で作る/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'チェックする' }));
  expect(await screen.findByText('表に行を作ってください。')).toBeInTheDocument();

  const earlier = new File(['CN=www.shomei.ac.jp\t11\t\t\t\t\tMIIB\t髙橋'], 'earlier.tsv');
  await userEvent.upload(await screen.findByLabelText(/CSR をまとめてドロップするか/), earlier);
  expect(await screen.findByText('1 行を読み取りました。')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'チェックする' }));
  expect(await screen.findByRole('button', { name: 'この内容で申請する' })).toBeInTheDocument();
  const bytes = Uint8Array.from(atob(checked?.tsv?.content ?? ''), (c) => c.charCodeAt(0));
  expect(new TextDecoder().decode(bytes)).toBe(`CN=www.shomei.ac.jp\t11\t\t\t\t\tMIIB\t髙橋${'\t'.repeat(5)}\r\n`);
  expect([checked?.tsv?.operation, checked?.tsv?.name]).toEqual([
    'ISSUE',
    expect.stringMatching(/^server-issue-\d{8}-\d{4}\.tsv$/),
  ]);
});

it('what is filled in while a file is being read stays', async () => {
  server.use(loggedOut);
  await renderApp('/submit/token-1');
  await userEvent.click(await screen.findByRole('radio', { name: /画面で作る/ }));
  const content = new TextEncoder().encode('CN=file.shomei.ac.jp\t11').buffer;
  let readNow = () => {};
  const slow = Object.assign(new File(['x'], 'slow.tsv'), {
    arrayBuffer: () =>
      new Promise<ArrayBuffer>((resolve) => {
        readNow = () => resolve(content);
      }),
  });
  await userEvent.upload(await screen.findByLabelText(/CSR をまとめてドロップするか/), slow);
  fireEvent.paste(screen.getByRole('grid'), { clipboardData: { getData: () => 'CN=typed.shomei.ac.jp\t11' } });
  expect(await screen.findByText('1 行')).toBeInTheDocument();
  readNow();
  expect(await screen.findByText('2 行')).toBeInTheDocument();
});
