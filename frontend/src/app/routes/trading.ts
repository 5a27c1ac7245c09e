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

export const tradingRoutes = [trading, tradingOrder] as const;
