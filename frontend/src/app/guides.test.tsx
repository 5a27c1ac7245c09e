import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { certEntrance, goodCertificate } from '../../test/fixtures/entrance';
import { loggedOut, on } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';
import { GUIDES, NEXT, SITUATIONS } from '../features/help/topics';
import en from '../shared/i18n/en/guide.json';
import ja from '../shared/i18n/ja/guide.json';

const onCert = (presented: typeof goodCertificate) => [
  loggedOut,
  on('get', '/api/v1/session/entrance', () => certEntrance(presented)),
];

describe('the guides', () => {
  it('answer each of the fourteen failures, in a section that there is, in both languages', () => {
    const failures = Array.from({ length: 14 }, (_, index) => `F-${String(index + 1).padStart(2, '0')}`);
    expect(Object.keys(SITUATIONS)).toEqual(expect.arrayContaining(failures));
    for (const messages of [ja, en]) {
      for (const [situation, place] of Object.entries(SITUATIONS)) {
        expect(Object.keys(messages.situation)).toContain(situation);
        const sections = GUIDES.find((guide) => guide === place.topic);
        if ('section' in place && sections) expect(Object.keys(messages[sections])).toContain(place.section);
        else expect(place).not.toHaveProperty('section');
      }
    }
    expect(Object.keys(NEXT)).toEqual(expect.arrayContaining([...GUIDES]));
  });

  it('lead from what went wrong to what to do', async () => {
    server.use(loggedOut);
    const { router } = await renderApp('/help');
    await userEvent.click(await screen.findByRole('link', { name: '前のパソコンがもう使えない' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'パソコンを替えるとき' })).toBeInTheDocument();
    expect(router.state.location.hash).toBe('gone');
    expect(screen.getByRole('region', { name: '前のパソコンがもう使えないとき' })).toHaveTextContent('失効を依頼');
    expect(screen.getByRole('link', { name: '証明書を試す（パスワードは要りません）' })).toHaveAttribute(
      'href',
      '/test-certificate',
    );
  });

  it('show the steps of the device and browser one has, and of any other (F-07)', async () => {
    server.use(loggedOut);
    await renderApp('/help/p12#mac');
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'ブラウザー' }), 'Safari');
    const steps = screen.getByRole('region', { name: 'macOS の Safari で使えるようにする' });
    expect(steps).toHaveTextContent('「互換」を選びます');
    expect(steps).toHaveTextContent('Safari を開き直します');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '端末' }), 'iPhone・iPad');
    expect(within(screen.getByRole('combobox', { name: 'ブラウザー' })).getAllByRole('option')).toHaveLength(1);
    expect(screen.getByText(/Safari だけが端末の証明書を使えます/)).toBeInTheDocument();
  });

  it('hold the policy value for the authority of whoever reads them (F-14)', async () => {
    server.use(...onCert({ ...goodCertificate, issuerDn: 'CN=Shomei Client CA,O=Shomei,C=JP' }));
    await renderApp('/help/fleet');
    const value = await screen.findByRole('region', { name: 'グループポリシー・Intune に貼り付ける値' });
    expect(JSON.parse(value.textContent ?? '')).toEqual({
      pattern: 'https://localhost:9443',
      filter: { ISSUER: { CN: expect.any(String) } },
    });
    const address = screen.getByRole('textbox', { name: '証明書を求めるアドレス' });
    await userEvent.clear(address);
    await userEvent.type(address, 'https://groupware.example.co.jp/login');
    expect(JSON.parse(value.textContent ?? '')).toMatchObject({ pattern: 'https://groupware.example.co.jp' });
    await userEvent.clear(address);
    expect(screen.getByText('https:// で始まるアドレスを入力してください。')).toBeInTheDocument();
  });
});

describe('the test of a certificate', () => {
  it('leads from the portal to the entrance that asks for one, and types nothing', async () => {
    server.use(loggedOut);
    await renderApp('/test-certificate');
    expect(await screen.findByRole('link', { name: /証明書を選んで試す/ })).toHaveAttribute(
      'href',
      'https://localhost:9443/test-certificate',
    );
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('says whose certificate it is and that it works', async () => {
    server.use(...onCert(goodCertificate));
    await renderApp('/test-certificate');
    expect((await screen.findByText('この証明書は使えます')).closest('[role=status]')).not.toBeNull();
    expect(screen.getByRole('region', { name: '提示された証明書' })).toHaveTextContent('佐藤 花子');
    expect(screen.getByRole('link', { name: 'ログインに進む' })).toHaveAttribute('href', '/login');
  });

  it('tells the certificate of a recipient, who has no account, from one that does not work', async () => {
    server.use(...onCert({ ...goodCertificate, code: 'M-CERT-NO-ACCOUNT' }));
    const { unmount } = await renderApp('/test-certificate');
    expect((await screen.findByText('証明書は端末に正しく入っています')).closest('[role=status]')).not.toBeNull();
    expect(screen.queryByRole('link', { name: 'ログインに進む' })).not.toBeInTheDocument();
    unmount();
    server.use(...onCert({ ...goodCertificate, code: 'M-CERT-EXPIRED', message: '', advice: '' }));
    await renderApp('/test-certificate');
    expect((await screen.findByText('この証明書は使えません')).closest('[role=status]')).not.toBeNull();
    expect(screen.getByRole('link', { name: 'くわしい手順を見る' })).toHaveAttribute('href', '/help/expiry');
  });
});
