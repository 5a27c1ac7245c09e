import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CertificationRequest } from 'pkijs';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ownCertificates, ownConfirmation, ownIssuance, ownNew, ownOld } from '../../test/fixtures/own-certificate';
import { bankSession } from '../../test/fixtures/session';
import { at } from '../../test/fixtures/time';
import { on, refusal } from '../../test/handlers';
import { provideIndexedDb } from '../../test/indexedDb';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';
import { fromBase64 } from '../shared/format/base64';

// Certificates whose key the page makes: acquired, renewed, and told apart.

const kept = provideIndexedDb();

afterEach(() => kept.clear());
afterAll(() => vi.unstubAllGlobals());

/** An authority that answers whatever it is sent. */
const certifying = (csrs: string[], more: Partial<Schema<'OwnIssuance'>> = {}) =>
  on(
    'post',
    '/api/v1/own-certificate/issuance',
    async ({ request }) => {
      const { csr } = (await request.json()) as Schema<'OwnIssuanceRequest'>;
      csrs.push(csr);
      const { renews: _, ...issued } = ownIssuance;
      return { ...issued, supersedes: false, ...more };
    },
    201,
  );

const own = (issuance: Partial<Schema<'OwnIssuanceOffer'>>, ...all: Schema<'OwnCertificateLine'>[]) =>
  on('get', '/api/v1/own-certificate', () => ownCertificates({ subjectDn: ownNew.subjectDn, ...issuance }, ...all));

const confirming = (told: unknown[], answer: Schema<'OwnConfirmation'>) =>
  on('post', '/api/v1/own-certificate/confirmation', async ({ request }) => {
    told.push(await request.json());
    return answer;
  });

const keyOf = (csr = '') =>
  CertificationRequest.fromBER(fromBase64(csr.replace(/-----[A-Z ]+-----/g, ''))).subjectPublicKeyInfo.toJSON();

async function fillIn(password = 'file-Pass1') {
  await userEvent.type(await screen.findByLabelText('ファイルのパスワード'), password);
  await userEvent.type(screen.getByLabelText('ファイルのパスワード（再入力）'), password);
}

beforeEach(() => server.use(on('get', '/api/v1/session', () => bankSession({ mayAcquire: true }))));

describe('a first certificate', () => {
  it('is made in three steps, and counts from when it was imported (AT-38, AT-39)', async () => {
    const csrs: string[] = [];
    const told: unknown[] = [];
    server.use(own({ state: 'ACQUIRE' }), certifying(csrs), confirming(told, { certificate: ownNew, superseded: [] }));
    const { router } = await renderApp('/own-certificate/run');
    expect(await screen.findByRole('heading', { level: 1, name: '電子証明書の取得' })).toBeInTheDocument();
    expect(within(await screen.findByRole('list', { name: '手順' })).getAllByRole('listitem')).toHaveLength(3);
    await fillIn();
    await userEvent.click(screen.getByRole('button', { name: '取得を実行する' }));
    expect(await screen.findByText('「50000001.p12」を作りました')).toBeInTheDocument();
    expect(csrs).toHaveLength(1);
    expect(csrs[0]).not.toContain('file-Pass1');
    // Nothing is in force before the person says that the file is there.
    expect(told).toEqual([]);
    expect(kept.size).toBe(1);
    expect(screen.getByRole('heading', { name: '証明書の取り込み方' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '証明書を試す' })).toHaveAttribute('href', '/test-certificate');
    expect(screen.queryByText('完了すると、前の証明書はその場で使えなくなります')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '取り込めたので完了する' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: '電子証明書の取得が完了しました' }),
    ).toBeInTheDocument();
    expect(told).toEqual([{ serial: ownNew.serial }]);
    expect(router.state.location.pathname).toBe('/certificate-stored');
    for (const fact of ['Shomei Bank', 'Internet Banking', '50000001']) {
      expect(screen.getByText(fact)).toBeInTheDocument();
    }
    expect(screen.getByText('ブラウザーの画面をすべて閉じてください')).toBeInTheDocument();
    await waitFor(() => expect(kept.size).toBe(0));
  });

  it('keeps its key over a reload, so that there is one certificate (AT-04)', async () => {
    const csrs: string[] = [];
    server.use(own({ state: 'ACQUIRE' }), certifying(csrs));
    const first = await renderApp('/own-certificate/run');
    await fillIn();
    await userEvent.click(screen.getByRole('button', { name: '取得を実行する' }));
    await screen.findByText('「50000001.p12」を作りました');
    first.unmount();
    await renderApp('/own-certificate/run');
    await fillIn('other-Pass2');
    await userEvent.click(screen.getByRole('button', { name: '取得を実行する' }));
    await screen.findByText('「50000001.p12」を作りました');
    expect(keyOf(csrs[1])).toEqual(keyOf(csrs[0]));
  });

  it('makes its file again until it is in use, and the next certificate gets a key of its own', async () => {
    const csrs: string[] = [];
    const acquire = async (confirmed: boolean) => {
      server.use(own({ state: 'ACQUIRE' }, { ...ownNew, confirmed }));
      const { unmount } = await renderApp('/own-certificate/run');
      await fillIn();
      await userEvent.click(screen.getByRole('button', { name: '取得を実行する' }));
      await screen.findByText('「50000001.p12」を作りました');
      unmount();
    };
    server.use(certifying(csrs));
    await acquire(false);
    await acquire(false);
    await acquire(true);
    expect(keyOf(csrs[1])).toEqual(keyOf(csrs[0]));
    expect(keyOf(csrs[2])).not.toEqual(keyOf(csrs[0]));
  });

  it('is not begun with a password that no system takes', async () => {
    const csrs: string[] = [];
    server.use(own({ state: 'ACQUIRE' }), certifying(csrs));
    await renderApp('/own-certificate/run');
    await userEvent.click(await screen.findByRole('button', { name: '取得を実行する' }));
    expect(screen.getByRole('alert')).toHaveTextContent('ファイルのパスワードを入力してください。');
    await userEvent.type(screen.getByLabelText('ファイルのパスワード'), 'abcdefgh');
    await userEvent.click(screen.getByRole('button', { name: '取得を実行する' }));
    expect(screen.getByRole('alert')).toHaveTextContent('再入力した値が一致しません。');
    expect(csrs).toEqual([]);
  });

  it('needs the administrator’s word where the policy says so', async () => {
    server.use(own({ state: 'NOT_ENTITLED' }));
    await renderApp('/own-certificate/run');
    expect(await screen.findByText('証明書の取得が許可されていません')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '取得を実行する' })).not.toBeInTheDocument();
  });
});

it('waits after a re-issue, and says until when', async () => {
  server.use(own({ state: 'COOLING_DOWN', opensAt: at(1) }));
  await renderApp('/own-certificate/run');
  expect(await screen.findByText('まだ取得できません')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '取得を実行する' })).not.toBeInTheDocument();
});

describe('a renewal', () => {
  it('is announced after the log-in, and says which of two certificates may go (AT-45, AT-77)', async () => {
    const told: unknown[] = [];
    let notice = bankSession({ mayAcquire: true });
    server.use(
      on('get', '/api/v1/session', () => notice),
      own({ state: 'RENEW', reproof: 'CONFIRMATION_PIN' }, ownOld),
      certifying([], { renews: ownOld.serial, supersedes: true }),
      confirming(told, ownConfirmation),
    );
    const { router } = await renderApp('/renewal-notice');
    expect(await screen.findByRole('heading', { level: 1, name: '電子証明書更新のお知らせ' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: '証明書を更新する' }));
    await fillIn();
    await userEvent.click(screen.getByRole('button', { name: '更新を実行する' }));
    expect(screen.getByRole('alert')).toHaveTextContent('確認用暗証番号を入力してください。');
    await userEvent.type(screen.getByLabelText('確認用暗証番号'), '1379abc');
    await userEvent.click(screen.getByRole('button', { name: '更新を実行する' }));
    expect(await screen.findByText('完了すると、前の証明書はその場で使えなくなります')).toBeInTheDocument();
    notice = bankSession();
    server.use(on('get', '/api/v1/session', () => refusal(401, 'session-ended', '')));
    await userEvent.click(screen.getByRole('button', { name: '取り込めたので完了する' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: '電子証明書の更新が完了しました' }),
    ).toBeInTheDocument();
    const table = screen.getByRole('table', { name: '証明書の見分け方' });
    const [, kept_, gone] = within(table).getAllByRole('row');
    expect(kept_).toHaveTextContent('残して使う');
    expect(gone).toHaveTextContent('削除してよい');
    // The session ended with the certificate it was opened with, and the page stays.
    expect(router.state.location.pathname).toBe('/certificate-stored');
  });

  it('is not announced where this page cannot renew', async () => {
    server.use(own({ state: 'NOT_OFFERED' }, ownOld));
    const { router } = await renderApp('/renewal-notice?to=/password');
    await waitFor(() => expect(router.state.location.pathname).toBe('/password'));
  });

  it('can be put off', async () => {
    server.use(own({ state: 'RENEW' }, ownOld));
    const { router } = await renderApp('/renewal-notice?to=/password');
    await userEvent.click(await screen.findByRole('button', { name: '後で更新する' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/password'));
  });
});

describe('the page that compares', () => {
  it('has the end and the serial number of each, and says which one to keep (F-04)', async () => {
    server.use(own({ state: 'RENEWED' }, ownNew, ownOld));
    await renderApp('/own-certificate');
    const [, newer, older] = within(await screen.findByRole('table', { name: '証明書の見分け方' })).getAllByRole('row');
    expect(newer).toHaveTextContent('残して使う');
    expect(older).toHaveTextContent('新しいほうを試すまで残す');
    expect(older).toHaveTextContent('いまのログインに使用中');
  });

  it('says so where a session is not the place to renew', async () => {
    server.use(
      own({ state: 'NOT_OFFERED' }, ownOld),
      on('get', '/api/v1/own-certificate/renewal', () => ({ state: 'NOT_OFFERED' as const })),
    );
    await renderApp('/own-certificate');
    expect(await screen.findByText('この画面では取得も更新もできません')).toBeInTheDocument();
  });
});
