import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { loggedOut } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';

it('the commands for a CSR hold the registered values of the officer who reads them', async () => {
  await renderApp('/help/csr#nginx');
  expect(await screen.findByText(/コマンドには「Shomei University」の登録値が入っています/)).toBeInTheDocument();
  expect(screen.getByRole('tab', { name: 'nginx' })).toHaveAttribute('aria-selected', 'true');
  expect(
    screen.getAllByText(/-subj '\/C=JP\/ST=Tokyo\/L=Chiyoda-ku\/O=Shomei University\/CN=www.example.ac.jp'/).length,
  ).toBeGreaterThan(0);
});

it('a stranger sees an example', async () => {
  server.use(loggedOut);
  await renderApp('/help/csr');
  expect(await screen.findByText(/O・L・ST は例です/)).toBeInTheDocument();
});

it('an error code is found by its number and by words, in the order of numbers', async () => {
  await renderApp('/help/errors');
  const search = await screen.findByRole('searchbox', { name: 'コードまたは言葉で探す' });
  const table = screen.getByRole('region', { name: 'エラーコードの一覧' });
  const codes = () =>
    within(table)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent);
  expect(codes()).toEqual([...codes()].sort());
  await userEvent.type(search, '212');
  expect(codes()).toEqual(['212']);
  await userEvent.clear(search);
  await userEvent.type(search, 'CSR 署名');
  expect(codes()).toEqual(['217']);
});
