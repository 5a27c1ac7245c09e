import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { bankSession } from '../../test/fixtures/session';
import { at } from '../../test/fixtures/time';
import { forwardAuth } from '../../test/fixtures/trading';
import { on, refusal } from '../../test/handlers';
import { renderApp } from '../../test/renderApp';
import { server } from '../../test/server';

// The sample of a relying party: what it knows of people is what the platform tells a proxy.

describe('the initial screen of the trading sample', () => {
  beforeEach(() => server.use(on('get', '/api/v1/session', () => bankSession())));

  it('names each choice that is missing, and then leads to the matching form without a pop-up (AT-75)', async () => {
    const { router } = await renderApp('/trading');
    expect(await screen.findByText('ABC-TRADING')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'リーブオーダー' }));
    await userEvent.click(screen.getByRole('button', { name: '次へ進む' }));
    const summary = screen.getByRole('alert');
    expect(summary).toHaveTextContent('取引の種類を選んでください。');
    expect(summary).toHaveTextContent('受渡の形を選んでください。');
    expect(summary).not.toHaveTextContent('注文の種類を選んでください。');
    await userEvent.click(screen.getByRole('radio', { name: '輸出' }));
    await userEvent.click(screen.getByRole('radio', { name: '特定期間取引' }));
    await userEvent.click(screen.getByRole('button', { name: '次へ進む' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'リーブオーダーの入力' })).toBeInTheDocument();
    expect(router.state.location.href).toBe('/trading/order?form=PERIOD&kind=LEAVE&trade=EXPORT');
    expect(screen.getByLabelText('受渡期間の最終日')).toBeInTheDocument();
    expect(screen.getByLabelText('指値')).toBeInTheDocument();
  });

  it('holds an order to the currencies and the amount that the administrator allows', async () => {
    await renderApp('/trading/order?form=FIXED&kind=RATE&trade=IMPORT');
    await userEvent.selectOptions(await screen.findByLabelText('通貨'), 'EUR');
    expect(screen.queryByRole('option', { name: 'GBP' })).not.toBeInTheDocument();
    expect(screen.queryByLabelText('指値')).not.toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('金額'), '100,001');
    await userEvent.type(screen.getByLabelText('受渡日（期間の初日）'), at(20).slice(0, 10));
    await userEvent.click(screen.getByRole('button', { name: '内容を確認する' }));
    expect(screen.getAllByText('金額は、管理者が決めた上限 16,110,000 円を超えています。')[0]).toBeInTheDocument();
    await userEvent.clear(screen.getByLabelText('金額'));
    await userEvent.type(screen.getByLabelText('金額'), '100,000');
    await userEvent.click(screen.getByRole('button', { name: '内容を確認する' }));
    expect(await screen.findByText('見本はここまでです')).toBeInTheDocument();
  });

  it('is refused to whoever may not do it', async () => {
    server.use(
      http.get('*/auth/forward', ({ request }) =>
        new URL(request.url).searchParams.get('function') === 'LEAVE_ORDER'
          ? HttpResponse.json(refusal(403, 'function-not-permitted', 'この業務は許可されていません。').problem, {
              status: 403,
            })
          : new HttpResponse(null, { status: 204, headers: forwardAuth }),
      ),
    );
    await renderApp('/trading/order?form=FIXED&kind=LEAVE&trade=IMPORT');
    expect(await screen.findByText('この業務は許可されていません。')).toBeInTheDocument();
    expect(screen.queryByLabelText('金額')).not.toBeInTheDocument();
  });

  it('has a page to confirm trades and one of all trades, for whoever may use them', async () => {
    const { router } = await renderApp('/trading');
    await userEvent.click(await screen.findByRole('link', { name: 'コンファーム' }));
    await userEvent.click(await screen.findByRole('button', { name: '取引 0003 をコンファームする' }));
    expect(screen.getByRole('status')).toHaveTextContent('取引 0003 をコンファームしました。');
    expect(screen.queryByRole('button', { name: '取引 0003 をコンファームする' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: '取引 0002 をコンファームする' })).toBeInTheDocument();
    await router.navigate({ to: '/trading/trades' });
    const table = await screen.findByRole('table', { name: '取引の一覧' });
    expect(within(table).getByRole('row', { name: /^0004 .*指値待ち$/ })).toHaveTextContent('USD 50,000');
  });

  it.each([
    ['/trading/confirmation', 'CONFIRM'],
    ['/trading/trades', 'TRADE_MANAGEMENT'],
  ])('has nothing at %s for whoever may not use %s', async (path, wanted) => {
    server.use(
      http.get('*/auth/forward', ({ request }) =>
        new URL(request.url).searchParams.get('function') === wanted
          ? HttpResponse.json(refusal(403, 'function-not-permitted', 'この業務は許可されていません。').problem, {
              status: 403,
            })
          : new HttpResponse(null, {
              status: 204,
              headers: { ...forwardAuth, 'Shomei-Permissions': 'FORWARD_TRADE,LEAVE_ORDER' },
            }),
      ),
    );
    const { router } = await renderApp(path);
    expect(await screen.findByText('この業務は許可されていません。')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    await router.navigate({ to: '/trading' });
    await screen.findByRole('heading', { name: '参考レート' });
    expect(screen.queryByText('そのほかの業務')).not.toBeInTheDocument();
  });

  it('does not open a form before the choices are made', async () => {
    const { router } = await renderApp('/trading/order?kind=RATE');
    await userEvent.click(await screen.findByRole('link', { name: '種類を選ぶ' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/trading'));
    expect(await screen.findByRole('radio', { name: 'レート要求' })).toBeChecked();
  });
});
