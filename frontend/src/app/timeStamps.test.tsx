import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { operator, session } from '../../test/fixtures/session';
import { timeStamping } from '../../test/fixtures/timestamp';
import { loggedOut, on, refusal } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';

it('shows an officer the address, the lines to type and the usage', async () => {
  await renderApp('/home');
  await userEvent.click(await screen.findByRole('link', { name: 'タイムスタンプ' }));
  await screen.findByRole('heading', { level: 1, name: 'タイムスタンプ' });
  expect((await screen.findAllByText('http://localhost:8080/tsa/SHOMEI-U'))[0]).toBeInTheDocument();
  await userEvent.click(screen.getByRole('tab', { name: 'jarsigner' }));
  expect(
    await screen.findByText(/-tsa http:\/\/localhost:8080\/tsa\/SHOMEI-U -tsadigestalg SHA-256/),
  ).toBeInTheDocument();
  expect(screen.getByText(/1,205 件のタイムスタンプを発行し、3 件の要求を拒否しました。/)).toBeInTheDocument();
  await userEvent.click(screen.getByText('表で見る'));
  const table = screen.getByRole('table', { name: '利用状況' });
  expect(within(table).getByText('ハッシュ関数が弱いか不明 2, ポリシーが異なる 1')).toBeInTheDocument();
});

it('copies the address', async () => {
  const user = userEvent.setup();
  await renderApp('/time-stamps');
  const [copy] = await screen.findAllByRole('button', { name: 'タイムスタンプ URLをコピーする' });
  if (copy) await user.click(copy);
  expect(await navigator.clipboard.readText()).toBe('http://localhost:8080/tsa/SHOMEI-U');
});

it('keeps the range of days in the address of the page', async () => {
  const asked: (string | null)[] = [];
  server.use(
    on('get', '/api/v1/timestamp', ({ url }) => {
      asked.push(url.searchParams.get('from'));
      return timeStamping;
    }),
  );
  const { router } = await renderApp('/time-stamps?from=2027-01-01');
  await screen.findByRole('heading', { level: 2, name: '利用状況' });
  expect(asked).toContain('2027-01-01');
  expect(router.state.location.href).toBe('/time-stamps?from=2027-01-01');
});

it('shows an operator who uses it', async () => {
  server.use(
    on('get', '/api/v1/session', () => session(operator)),
    on('get', '/api/v1/timestamp', () => ({
      ...timeStamping,
      usage: {
        ...timeStamping.usage,
        tenants: [
          { id: 't1', code: 'SHOMEI-U', nameJa: '証明大学', nameEn: 'Shomei University', granted: 1205, refused: 3 },
        ],
      },
    })),
  );
  await renderApp('/time-stamps');
  const table = await screen.findByRole('table', { name: 'ご利用者ごとの件数' });
  expect(within(table).getByRole('row', { name: '証明大学 (SHOMEI-U) 1,205 3' })).toBeInTheDocument();
});

it('says so where the policy has no time stamps', async () => {
  server.use(
    on('get', '/api/v1/timestamp', () =>
      refusal(403, 'time-stamps-not-offered', 'タイムスタンプはご利用のサービスに含まれていません。'),
    ),
  );
  await renderApp('/time-stamps');
  expect(await screen.findByText('タイムスタンプはご利用のサービスに含まれていません。')).toBeInTheDocument();
});

it('is open to everybody, without usage', async () => {
  server.use(loggedOut);
  await renderApp('/time-stamps/public');
  await screen.findByRole('heading', { level: 1, name: 'タイムスタンプ' });
  expect((await screen.findAllByText('http://localhost:8080/tsa/SHOMEI-U'))[0]).toBeInTheDocument();
  expect(screen.queryByText('利用状況')).not.toBeInTheDocument();
});
