import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { session } from '../../test/fixtures/session';
import { on, refusal } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import { listenForActions, takeAction } from '../api/activity';

// How a session ends: by itself, by another, by its owner.

let stopListening: () => void;
beforeEach(() => {
  stopListening = listenForActions();
});
afterEach(() => stopListening());

describe('without a click', () => {
  it('warns, goes on when somebody clicks, and ends when nobody does', async () => {
    const passive: boolean[] = [];
    server.use(
      on('get', '/api/v1/session', ({ request }) => {
        passive.push(request.headers.has('X-Shomei-Passive'));
        return { ...session(), idleTimeout: 'PT3S' };
      }),
    );
    const { router, queries } = await renderApp('/certificates?status=ISSUED');
    await userEvent.click(await screen.findByRole('button', { name: '続けて利用する' }));
    await waitFor(() => expect(passive).toEqual([false, false]));
    await waitFor(() => expect(screen.queryByRole('button', { name: '続けて利用する' })).not.toBeInTheDocument());
    // Now nobody clicks, while the page goes on asking by itself.
    const polling = setInterval(() => queries.invalidateQueries({ queryKey: ['certificates'] }), 300);
    await screen.findByRole('heading', { level: 1, name: '操作がなかったため、ログアウトしました' });
    clearInterval(polling);
    expect(router.state.location.href).toContain('why=timed-out');
    expect(queries.getQueriesData({ queryKey: ['certificates'] })).toEqual([]);
    server.use(on('get', '/api/v1/session', () => refusal(401, 'session-timed-out', '')));
    await userEvent.click(screen.getByRole('link', { name: 'もう一度ログインする' }));
    expect(router.state.location.search).toEqual({ to: '/certificates?status=ISSUED' });
  });

  it('tells the server nothing of what a page asks by itself (AT-25)', async () => {
    const passive: boolean[] = [];
    server.use(
      on('get', '/api/v1/notices', ({ request }) => {
        passive.push(request.headers.has('X-Shomei-Passive'));
        return { items: [], total: { value: 0, exact: true } };
      }),
    );
    const { queries } = await renderApp('/notices');
    await waitFor(() => expect(passive.length).toBeGreaterThan(0));
    takeAction();
    passive.length = 0;
    await queries.invalidateQueries({ queryKey: ['notices'] });
    expect(new Set(passive)).toEqual(new Set([true]));
    await userEvent.click(document.body);
    passive.length = 0;
    await queries.invalidateQueries({ queryKey: ['notices'] });
    expect(passive).toContain(false);
  });
});

describe('ended by the server', () => {
  it.each([
    ['session-timed-out', '操作がなかったため、ログアウトしました'],
    ['session-displaced', '別の場所でログインしたため、終了しました'],
    ['session-ended', 'セッションが終了しました'],
  ])('%s has a page of its own', async (code, title) => {
    server.use(on('get', '/api/v1/certificates', () => refusal(401, code, '')));
    const { queries } = await renderApp('/certificates');
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeInTheDocument();
    expect(queries.getQueryData(['session'])).toBeNull();
  });

  it('says after how long', async () => {
    await renderApp('/session-ended?why=timed-out&after=PT30M', 'en');
    expect(await screen.findByText(/Nothing was clicked for 30 minutes/)).toBeInTheDocument();
  });
});

describe('logging out', () => {
  it('leaves nothing that Back could show, and tells the other windows (AT-27)', async () => {
    const { router, queries } = await renderApp('/certificates');
    await screen.findByRole('heading', { level: 1, name: '証明書の一覧' });
    await router.navigate({ to: '/notices' });

    server.use(
      http.delete('*/api/v1/session', () => new HttpResponse(null, { status: 204 })),
      on('get', '/api/v1/session', () => refusal(401, 'session-required', '')),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'ログアウト' }));
    await screen.findByRole('heading', { level: 1, name: 'ログアウトしました' });
    expect(localStorage.getItem('shomei.sessionChangedAt')).not.toBeNull();
    router.history.back();
    await screen.findByRole('heading', { level: 1, name: 'ログイン' });
    expect(screen.queryByText('証明書の一覧')).not.toBeInTheDocument();
    expect(queries.getQueriesData({ queryKey: ['certificates'] })).toEqual([]);
  });
});
