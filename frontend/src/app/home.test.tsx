import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { renewals } from '../../test/fixtures/renewal';
import { requestFiles } from '../../test/fixtures/request-file';
import { officer, session } from '../../test/fixtures/session';
import { at } from '../../test/fixtures/time';
import { on } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

type File = Schema<'RequestFile'>;

let kindsAsked: Set<string | null>;

const page = <T,>(items: readonly T[]) => ({ items: [...items], total: { value: items.length, exact: true } });

/** An officer of some rights, to whom the server answers with what these cover. */
function officerOf(rights: readonly Schema<'Right'>[], files: readonly File[]) {
  server.use(
    on('get', '/api/v1/session', () => session({ ...officer, rights: [...rights] })),
    on('get', '/api/v1/request-files', ({ url }) => {
      const { state, failedSince } = Object.fromEntries(url.searchParams);
      return page(files.filter((one) => (failedSince ? one.failed > 0 : one.state === state)));
    }),
    on('get', '/api/v1/certificates', ({ url }) => {
      kindsAsked.add(url.searchParams.get('kind'));
      return { items: [], total: { value: 2, exact: true } };
    }),
    on('get', '/api/v1/submissions', () => page([])),
    on('get', '/api/v1/notices', () => page([])),
  );
}

const file = (change: Partial<File>): File => ({ ...(requestFiles[1] as File), ...change });

beforeEach(() => {
  kindsAsked = new Set();
});

describe('the home of an officer', () => {
  it('has what client certificates need: what ends, nobody fetched, waits for somebody, or failed', async () => {
    officerOf(
      ['CLIENT'],
      [
        file({ id: 'c', kind: 'CLIENT', fileName: 'checked.tsv' }),
        file({ id: 'p', kind: 'CLIENT', fileName: 'proposed.tsv', state: 'PROPOSED', submittedBy: 'Ichiro Ito' }),
        file({ id: 'd', kind: 'CLIENT', fileName: 'done.tsv', state: 'DONE', failed: 3, finishedAt: at(-1) }),
      ],
    );
    const [first] = renewals;
    server.use(
      on('get', '/api/v1/renewals', () =>
        page([{ ...(first as Schema<'Renewal'>), kind: 'CLIENT' as const, commonName: 'Taro Suzuki' }]),
      ),
    );
    await renderApp('/home', 'en');
    const tasks = within(await screen.findByRole('region', { name: 'Needs your attention' }));
    expect(await tasks.findByRole('link', { name: 'Taro Suzuki' })).toBeInTheDocument();
    expect(tasks.getByRole('link', { name: /certificates have not been collected/ })).toHaveAttribute(
      'href',
      '/uncollected?kind=CLIENT',
    );
    expect(tasks.getByRole('link', { name: 'checked.tsv' })).toHaveAttribute('href', '/request-files/c');
    expect(tasks.getByRole('link', { name: 'proposed.tsv' })).toBeInTheDocument();
    expect(tasks.getByText(/Confirmed by Ichiro Ito/)).toBeInTheDocument();
    expect(tasks.getByRole('link', { name: 'done.tsv' })).toBeInTheDocument();
    expect(tasks.getByText(/3 of 120 rows could not be carried out/)).toBeInTheDocument();
    // S/MIME certificates are of the same right; servers' are not.
    expect([...kindsAsked].sort()).toEqual(['CLIENT', 'SMIME']);
    expect(screen.getByText('Valid certificates').closest('div')).toHaveTextContent('4');
    expect(screen.queryByRole('link', { name: 'Apply for one' })).not.toBeInTheDocument();
  });

  it('has what code-signing certificates need, and says where nothing does', async () => {
    officerOf(['CODE_SIGNING'], []);
    server.use(
      on('get', '/api/v1/renewals', () => page([])),
      on('get', '/api/v1/uncollected-certificates', () => page([])),
    );
    await renderApp('/home', 'en');
    expect(await screen.findByText('Nothing needs your attention')).toBeInTheDocument();
    expect([...kindsAsked]).toEqual(['CODE_SIGNING']);
    const main = within(screen.getByRole('main'));
    const lists = main.getAllByRole('link', { name: 'Show the list' }).map((link) => link.getAttribute('href'));
    expect(lists).toHaveLength(4);
    for (const list of lists) expect(list).toContain('kind=CODE_SIGNING');
  });

  it('has the files of who looks after subscribers, and no figures of certificates', async () => {
    officerOf(['LISTS'], [file({ kind: 'SUBSCRIBER', operation: 'UPDATE', fileName: 'people.tsv' })]);
    await renderApp('/home', 'en');
    expect(await screen.findByRole('link', { name: 'people.tsv' })).toBeInTheDocument();
    expect(screen.queryByText('Valid certificates')).not.toBeInTheDocument();
    expect(kindsAsked.size).toBe(0);
  });
});

it('says that a log-in is the first only where none was before, whatever the policy shows of earlier ones', async () => {
  const logIns = async (change: Partial<Schema<'Session'>>) => {
    officerOf(['LISTS'], []);
    server.use(on('get', '/api/v1/session', () => ({ ...session({ ...officer, rights: ['LISTS'] }), ...change })));
    const { unmount } = await renderApp('/home', 'en');
    await screen.findByRole('region', { name: 'Certificate you logged in with' });
    const text = screen.queryByRole('region', { name: 'Your log-ins' })?.textContent;
    unmount();
    return text;
  };
  expect(await logIns({})).toContain('佐藤 花子 — from 192.0.2.17');
  expect(await logIns({ previousLogIns: [] })).toBeUndefined();
  expect(await logIns({ previousLogIn: undefined, previousLogIns: [] })).toContain('This is the first log-in.');
});

it('of the lists of certificates the menu marks the one that is open', async () => {
  const marked = async (path: string) => {
    const { unmount } = await renderApp(path);
    const menu = await screen.findByRole('navigation', { name: 'メニュー' });
    const current = within(menu)
      .getAllByRole('link')
      .filter((link) => link.getAttribute('aria-current') === 'page');
    const names = current.map((link) => link.textContent?.trim());
    unmount();
    return names;
  };
  expect(await marked('/certificates?kind=SERVER')).toEqual(['証明書の一覧']);
  expect(await marked('/certificates')).toEqual(['すべての証明書']);
  expect(await marked('/certificates?q=www')).toEqual(['すべての証明書']);
});
