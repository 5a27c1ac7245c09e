import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { FailedPage, NotFoundPage } from '../Failures';
import { finishLogIn, type RouterContext, requireSession } from '../guards';
import { PublicFrame } from '../PublicFrame';

// What the pages stand in: without the navigation, with it for everybody, and with it for whoever is logged in.

export const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: FailedPage,
});

export const publicFrame = createRoute({ getParentRoute: () => root, id: 'public', component: PublicFrame });

export const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  beforeLoad: ({ context }) => finishLogIn(context.queries),
  component: lazyRouteComponent(() => import('../ShellRoute'), 'OpenRoute'),
});

export const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: ({ context, location }) => requireSession(context.queries, location.href),
  component: lazyRouteComponent(() => import('../ShellRoute'), 'ShellRoute'),
});
