import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { auditSearch } from '../../features/audit/search';
import { statisticsSearch } from '../../features/statistics/search';
import { app } from './frames';

// What was done, and how much.

const audit = createRoute({
  getParentRoute: () => app,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../AuditRoute'), 'AuditRoute'),
});
const statistics = createRoute({
  getParentRoute: () => app,
  path: '/statistics',
  validateSearch: statisticsSearch,
  component: lazyRouteComponent(() => import('../StatisticsRoute'), 'StatisticsRoute'),
});

export const reportRoutes = [audit, statistics] as const;
