import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { tradingSearch } from '../../features/trading/search';
import { app } from './frames';

// The trading site, which shows how an application relies on certificates.

const trading = createRoute({
  getParentRoute: () => app,
  path: '/trading',
  validateSearch: tradingSearch,
  component: lazyRouteComponent(() => import('../../features/trading/TradingPage'), 'TradingPage'),
});
const tradingOrder = createRoute({
  getParentRoute: () => app,
  path: '/trading/order',
  validateSearch: tradingSearch,
  component: lazyRouteComponent(() => import('../TradingRoutes'), 'OrderRoute'),
});

const confirmation = createRoute({
  getParentRoute: () => app,
  path: '/trading/confirmation',
  component: lazyRouteComponent(() => import('../../features/trading/ConfirmationPage'), 'ConfirmationPage'),
});
const trades = createRoute({
  getParentRoute: () => app,
  path: '/trading/trades',
  component: lazyRouteComponent(() => import('../../features/trading/TradesPage'), 'TradesPage'),
});

export const tradingRoutes = [trading, tradingOrder, confirmation, trades] as const;
