import type { QueryClient } from '@tanstack/react-query';
import { createRouter, type RouterHistory } from '@tanstack/react-router';
import type { OwnConfirmation } from '../features/own-certificate/api';
import { parseSearch, stringifySearch } from '../shared/table/search';
import { Loading } from '../shared/ui/Loading';
import { FailedPage, NotFoundPage } from './Failures';
import { accountRoutes } from './routes/accounts';
import { authorityRoutes } from './routes/authorities';
import { certificateRoutes } from './routes/certificates';
import { app, open, publicFrame, root } from './routes/frames';
import { noticeRoutes } from './routes/notices';
import { openRoutes } from './routes/open';
import { ownRoutes } from './routes/own';
import { publicRoutes } from './routes/public';
import { reportRoutes } from './routes/reports';
import { requestRoutes } from './routes/requests';
import { revocationRoutes } from './routes/revocations';
import { tenantRoutes } from './routes/tenants';
import { tradingRoutes } from './routes/trading';

// The whole route table: a file of `routes` for each area. Frames are in the first load, pages are chunks of their own.

const routeTree = root.addChildren([
  publicFrame.addChildren(publicRoutes),
  open.addChildren(openRoutes),
  app.addChildren([
    ...ownRoutes,
    ...requestRoutes,
    ...certificateRoutes,
    ...revocationRoutes,
    ...tenantRoutes,
    ...accountRoutes,
    ...noticeRoutes,
    ...authorityRoutes,
    ...reportRoutes,
    ...tradingRoutes,
  ]),
]);

export function createAppRouter(queries: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context: { queries },
    ...(history && { history }),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultErrorComponent: FailedPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
  interface HistoryState {
    /** Rows of a request file that a page hands over to the one where they are filled in. */
    readonly rows?: readonly (readonly string[])[];
    /** What was acquired, for the page that outlives the session. */
    readonly stored?: OwnConfirmation;
  }
}
