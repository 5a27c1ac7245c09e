import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { faultyCheck, renewalDoor, submission, submissionLink } from '../../test/fixtures/submission';
import { at } from '../../test/fixtures/time';
import { on } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import type { Schema } from '../api/types';

const URL = 'https://portal.example.jp/submit/3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

describe('submissions', () => {
  it('wait in the menu, and are approved with what an officer affirms', async () => {
    let sent: unknown;
    let approved = false;
    const after: Schema<'Submission'> = {
      ...submission,
      state: 'APPROVED',
      requestFile: 'file-clean',
      requestFileState: 'RUNNING',
    };
    server.use(
      on('get', '/api/v1/submissions/{id}', () => (approved ? after : submission)),
      http.post('*/api/v1/submissions/submission-1/approval', async ({ request }) => {
        sent = await request.json();
        approved = true;
        return HttpResponse.json(after, { status: 201 });
      }),
    );
    await renderApp('/submissions');
    expect(await screen.findByLabelText('承認待ち 1 件')).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('link', { name: 'requests.tsv' }));
    expect(await screen.findByText('www.shomei.ac.jp')).toBeInTheDocument();
    expect(screen.getByText('追加の DNS 名: alt.shomei.ac.jp, ftp.shomei.ac.jp')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '申請を承認する' }));
    expect(within(await screen.findByRole('alert')).getByText(/本人性と実在性/)).toBeInTheDocument();
    expect(sent).toBeUndefined();
    await userEvent.click(screen.getByLabelText('利用管理者の本人性と実在性を確認しました。'));
    await userEvent.click(screen.getByRole('button', { name: '申請を承認する' }));
    expect(await screen.findByRole('link', { name: '申請ファイルを開く' })).toBeInTheDocument();
    expect(sent).toEqual({ confirmed: ['identity-verified'] });
  });

  it('are refused with a reason, and only so while they have faults', async () => {
    let sent: unknown;
    const refused: Schema<'Submission'> = { ...submission, state: 'REFUSED', reason: '別の部局' };
    server.use(
      on('get', '/api/v1/submissions/{id}', () => (sent ? refused : submission)),
      on('get', '/api/v1/submissions/{id}/check', () => faultyCheck),
      http.post('*/api/v1/submissions/submission-1/refusal', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json(refused, { status: 201 });
      }),
    );
    await renderApp('/submissions/submission-1');
    expect(await screen.findByText(/のドメインでは発行できません/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '申請を承認する' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '申請を却下する' }));
    const dialog = await screen.findByRole('dialog', { name: '申請の却下' });
    expect(within(dialog).getByRole('button', { name: '却下する' })).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox', { name: /却下の理由/ }), '別の部局');
    await userEvent.click(within(dialog).getByRole('button', { name: '却下する' }));
    await screen.findByText('却下しました');
    expect(sent).toEqual({ reason: '別の部局' });
  });

  it('are approved in part: what became faulty is refused with a reason', async () => {
    let sent: unknown;
    const [row] = faultyCheck.items;
    const mixed: Schema<'SubmissionCheck'> = {
      ...faultyCheck,
      rows: { total: 2, accepted: 1, refused: 1 },
      items: [
        { ...(row as Schema<'RequestRow'>), line: 1, errors: [] },
        { ...(row as Schema<'RequestRow'>), line: 2 },
      ],
    };
    const after: Schema<'Submission'> = {
      ...submission,
      state: 'APPROVED',
      requestFile: 'file-clean',
      requestFileState: 'RUNNING',
      reason: '別の部局',
      refusedLines: [{ line: 2, subjectDn: 'CN=ftp.elsewhere.ac.jp,C=JP' }],
    };
    server.use(
      on('get', '/api/v1/submissions/{id}', () => (sent ? after : submission)),
      on('get', '/api/v1/submissions/{id}/check', () => mixed),
      http.post('*/api/v1/submissions/submission-1/approval', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json(after, { status: 201 });
      }),
    );
    await renderApp('/submissions/submission-1');
    const choose = await screen.findByRole('checkbox', { name: /一部の行を却下して/ });
    expect(screen.queryByRole('checkbox', { name: '2 行目を却下する' })).not.toBeInTheDocument();
    await userEvent.click(choose);
    expect(screen.getByRole('checkbox', { name: '2 行目を却下する' })).toBeChecked();
    await userEvent.click(screen.getByLabelText('利用管理者の本人性と実在性を確認しました。'));
    await userEvent.click(screen.getByRole('button', { name: '選んだ行を却下して、残りを承認する' }));
    expect(within(await screen.findByRole('alert')).getByText('却下の理由を入力してください。')).toBeInTheDocument();
    expect(sent).toBeUndefined();
    await userEvent.type(screen.getByRole('textbox', { name: /却下の理由/ }), '別の部局');
    await userEvent.click(screen.getByRole('button', { name: '選んだ行を却下して、残りを承認する' }));
    expect(await screen.findByText('CN=ftp.elsewhere.ac.jp,C=JP')).toBeInTheDocument();
    expect(sent).toEqual({ confirmed: ['identity-verified'], refused: { lines: [2], reason: '別の部局' } });
  });

  it('come through links that are shown once', async () => {
    let sent: unknown;
    server.use(
      http.post('*/api/v1/submission-links', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json({ link: submissionLink, url: URL }, { status: 201 });
      }),
    );
    await renderApp('/submission-links');
    await userEvent.click(await screen.findByRole('button', { name: '申請リンクを作成する' }));
    const form = await screen.findByRole('dialog', { name: '申請リンクの作成' });
    await userEvent.click(within(form).getByRole('button', { name: '申請リンクを作成する' }));
    expect(within(await within(form).findByRole('alert')).getByText('氏名を入力してください。')).toBeInTheDocument();
    await userEvent.type(within(form).getByRole('textbox', { name: /氏名/ }), '山田 花子');
    await userEvent.type(within(form).getByRole('textbox', { name: /メールアドレス/ }), 'yamada@shomei.ac.jp');
    await userEvent.click(within(form).getByRole('button', { name: '申請リンクを作成する' }));
    expect(await screen.findByText(URL)).toBeInTheDocument();
    expect(sent).toEqual({ kind: 'SERVER', name: '山田 花子', email: 'yamada@shomei.ac.jp', uses: 1 });
    await userEvent.click(screen.getByLabelText('利用管理者に渡しました'));
    await userEvent.click(screen.getByRole('button', { name: '閉じる' }));
    expect(screen.queryByText(URL)).not.toBeInTheDocument();
  });
});

describe('links and submissions of somebody without a name', () => {
  const unnamed = { name: 'yamada@shomei.ac.jp', email: 'yamada@shomei.ac.jp' };
  const addresses = () => screen.getAllByText(/yamada@shomei\.ac\.jp/).map((element) => element.textContent);

  it('show the address once, and of a link that renews how often it was used', async () => {
    const link: Schema<'SubmissionLink'> = { ...submissionLink, ...unnamed, renews: 3, uses: 10, used: 1 };
    server.use(on('get', '/api/v1/submission-links', () => ({ items: [link], total: { value: 1, exact: true } })));
    await renderApp('/submission-links');
    expect(await screen.findByText('1 回')).toBeInTheDocument();
    expect(addresses()).toEqual(['yamada@shomei.ac.jp']);
  });

  it('show the address once in the list and on the page of a submission', async () => {
    const sent = { ...submission, ...unnamed };
    server.use(
      on('get', '/api/v1/submissions', () => ({ items: [sent], total: { value: 1, exact: true } })),
      on('get', '/api/v1/submissions/{id}', () => sent),
    );
    await renderApp('/submissions');
    const link = await screen.findByRole('link', { name: 'requests.tsv' });
    expect(addresses()).toEqual(['yamada@shomei.ac.jp']);
    await userEvent.click(link);
    expect(await screen.findByRole('heading', { level: 1, name: 'requests.tsv' })).toBeInTheDocument();
    await waitFor(() => expect(screen.getByText('192.0.2.7')).toBeInTheDocument());
    expect(screen.queryByText('yamada@shomei.ac.jp (yamada@shomei.ac.jp)')).not.toBeInTheDocument();
  });
});

describe('the page behind a link', () => {
  it('checks a CSR, and hands it in when nothing is wrong with it', async () => {
    let sent: Schema<'HandedIn'> | undefined;
    let key: string | null = null;
    server.use(
      http.post('*/api/v1/submission-doors/token-1/submissions', async ({ request }) => {
        key = request.headers.get('Idempotency-Key');
        sent = (await request.json()) as Schema<'HandedIn'>;
        return HttpResponse.json(
          { fileName: 'request.tsv', rows: 1, submittedAt: at(0), state: 'WAITING' },
          { status: 201 },
        );
      }),
    );
    await renderApp('/submit/token-1');
    await userEvent.click(await screen.findByRole('button', { name: 'チェックする' }));
    expect(within(await screen.findByRole('alert')).getByText('CSR を貼り付けてください。')).toBeInTheDocument();
    await userEvent.type(screen.getByRole('textbox', { name: /^CSR/ }), 'MIIC');
    await userEvent.type(screen.getByRole('textbox', { name: /サーバーソフトウェア/ }), 'nginx 1.28');
    await userEvent.click(screen.getByRole('button', { name: 'チェックする' }));
    await userEvent.click(await screen.findByRole('button', { name: 'この内容で申請する' }));
    expect(await screen.findByText('申請しました')).toBeInTheDocument();
    expect(sent?.csr?.subscriber.email).toBe('yamada@shomei.ac.jp');
    expect(key).toBeTruthy();
  });

  it('takes a CSR for each certificate that is to be renewed, and hands in those that have one', async () => {
    let sent: Schema<'HandedIn'> | undefined;
    server.use(
      on('get', '/api/v1/submission-doors/{token}', () => renewalDoor),
      http.post('*/api/v1/submission-doors/token-1/submissions', async ({ request }) => {
        sent = (await request.json()) as Schema<'HandedIn'>;
        return HttpResponse.json(
          { fileName: 'renewal.tsv', rows: 1, submittedAt: at(0), state: 'WAITING' },
          { status: 201 },
        );
      }),
    );
    await renderApp('/submit/token-1');
    expect(await screen.findByRole('heading', { level: 1, name: '証明書の更新' })).toBeInTheDocument();
    expect(screen.getByText('申請済み')).toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: 'ldap.shomei.ac.jp の CSR' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'チェックする' }));
    expect(within(await screen.findByRole('alert')).getByText(/1 件以上の証明書に CSR/)).toBeInTheDocument();
    const csr = screen.getByRole('textbox', { name: 'ftp.shomei.ac.jp の CSR' });
    fireEvent.drop(csr, { dataTransfer: { files: [new File(['MIIC\n'], 'ftp.csr')] } });
    await waitFor(() => expect(csr).toHaveValue('MIIC'));
    const names = screen.getByRole('textbox', { name: 'ftp.shomei.ac.jp に追加する DNS 名' });
    expect(names).toHaveValue('alt-ftp.shomei.ac.jp');
    await userEvent.type(names, '{Enter}new.shomei.ac.jp');
    const software = screen.getByRole('textbox', { name: 'ftp.shomei.ac.jp のソフトウェア (必須)' });
    expect(software).toHaveValue('nginx 1.26');
    await userEvent.clear(software);
    await userEvent.click(screen.getByRole('button', { name: 'チェックする' }));
    expect(software).toHaveAccessibleDescription('ftp.shomei.ac.jp のソフトウェアを入力してください。');
    expect(screen.queryByRole('button', { name: 'この内容で申請する' })).not.toBeInTheDocument();
    await userEvent.type(software, 'nginx 1.28');
    await userEvent.click(screen.getByRole('button', { name: 'チェックする' }));
    await userEvent.click(await screen.findByRole('button', { name: 'この内容で申請する' }));
    expect(await screen.findByText('申請しました')).toBeInTheDocument();
    expect(sent).toEqual({
      renewals: [
        {
          certificate: renewalDoor.certificates[1]?.id,
          csr: 'MIIC',
          software: 'nginx 1.28',
          dnsNames: ['alt-ftp.shomei.ac.jp', 'new.shomei.ac.jp'],
        },
      ],
    });
  });

  it('says how many certificates are to be renewed, not how often the link can be used, and an address once', async () => {
    const unnamed: Schema<'SubmissionDoor'> = { ...renewalDoor, name: 'yamada@shomei.ac.jp', usesLeft: 10 };
    server.use(on('get', '/api/v1/submission-doors/{token}', () => unnamed));
    await renderApp('/submit/token-1');
    expect(await screen.findByText('3 件中 2 件')).toBeInTheDocument();
    expect(screen.queryByText(/10 回/)).not.toBeInTheDocument();
    expect(screen.getByText(/yamada@shomei\.ac\.jp/)).toHaveTextContent(/^yamada@shomei\.ac\.jp$/);
  });

  it('shows what became of the renewals when the link is over', async () => {
    const over: Schema<'SubmissionDoor'> = { ...renewalDoor, state: 'LAPSED' };
    server.use(on('get', '/api/v1/submission-doors/{token}', () => over));
    await renderApp('/submit/token-1', 'en');
    expect(await screen.findByRole('heading', { level: 1, name: 'Renew certificates' })).toBeInTheDocument();
    expect(screen.getByText('Submitted')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('offers nothing to hand in while there are faults', async () => {
    server.use(on('post', '/api/v1/submission-doors/{token}/check', () => faultyCheck));
    await renderApp('/submit/token-1');
    await userEvent.click(await screen.findByLabelText(/ファイルで申請する/));
    await userEvent.upload(screen.getByLabelText('申請ファイル'), new File(['x'], 'requests.tsv'));
    await userEvent.click(screen.getByRole('button', { name: 'チェックする' }));
    expect(await screen.findByText('1 件に誤りがあります')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'この内容で申請する' })).not.toBeInTheDocument();
  });
});
