import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { open } from './frames';

// For everybody, logged in or not.

const authorities = createRoute({
  getParentRoute: () => open,
  path: '/authorities',
  component: lazyRouteComponent(() => import('../AuthoritiesRoute'), 'AuthoritiesRoute'),
});
const publicTimeStamps = createRoute({
  getParentRoute: () => open,
  path: '/time-stamps/public',
  component: lazyRouteComponent(() => import('../../features/timestamp/PublicTimeStampPage'), 'PublicTimeStampPage'),
});
const reportKey = createRoute({
  getParentRoute: () => open,
  path: '/report-key',
  component: lazyRouteComponent(() => import('../../features/revocation/key/ReportKeyPage'), 'ReportKeyPage'),
});
const help = createRoute({
  getParentRoute: () => open,
  path: '/help',
  component: lazyRouteComponent(() => import('../../features/help/HelpPage'), 'HelpPage'),
});
const helpTopic = createRoute({
  getParentRoute: () => open,
  path: '/help/$topic',
  component: lazyRouteComponent(() => import('../HelpTopicRoute'), 'HelpTopicRoute'),
});
const testCertificate = createRoute({
  getParentRoute: () => open,
  path: '/test-certificate',
  component: lazyRouteComponent(() => import('../../features/session/entrance/TestPage'), 'TestPage'),
});
const problem = createRoute({
  getParentRoute: () => open,
  path: '/problems/$code',
  component: lazyRouteComponent(() => import('../../features/help/ProblemTypePage'), 'ProblemTypePage'),
});

export const openRoutes = [
  authorities,
  publicTimeStamps,
  reportKey,
  help,
  helpTopic,
  testCertificate,
  problem,
] as const;
