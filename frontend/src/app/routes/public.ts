import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  loggedOutSearch,
  loginSearch,
  sessionEndedSearch,
  stepSearch,
  tenantSearch,
} from '../../features/session/search';
import { finishLogIn, leaveWhenLoggedIn, requireStep } from '../guards';
import { publicFrame } from './frames';

// Without the navigation: the way in and out, and what a link of a mail leads to.

const start = createRoute({
  getParentRoute: () => publicFrame,
  path: '/',
  validateSearch: loginSearch,
  beforeLoad: ({ context }) => leaveWhenLoggedIn(context.queries),
  component: lazyRouteComponent(() => import('../EntranceRoutes'), 'StartRoute'),
});
const login = createRoute({
  getParentRoute: () => publicFrame,
  path: '/login',
  validateSearch: loginSearch,
  beforeLoad: ({ context }) => finishLogIn(context.queries),
  component: lazyRouteComponent(() => import('../EntranceRoutes'), 'LoginRoute'),
});
const otpStep = createRoute({
  getParentRoute: () => publicFrame,
  path: '/login/one-time-password',
  validateSearch: stepSearch,
  beforeLoad: ({ context, search }) => requireStep(context.queries, 'OTP_REQUIRED', search.to),
  component: lazyRouteComponent(() => import('../EntranceRoutes'), 'OtpRoute'),
});
const otherSession = createRoute({
  getParentRoute: () => publicFrame,
  path: '/login/other-session',
  validateSearch: stepSearch,
  beforeLoad: ({ context, search }) => requireStep(context.queries, 'RESIDUAL_SESSION', search.to),
  component: lazyRouteComponent(() => import('../EntranceRoutes'), 'OtherSessionRoute'),
});
const newPassword = createRoute({
  getParentRoute: () => publicFrame,
  path: '/login/new-password',
  validateSearch: stepSearch,
  beforeLoad: ({ context, search }) => requireStep(context.queries, 'PASSWORD_CHANGE_REQUIRED', search.to),
  component: lazyRouteComponent(() => import('../EntranceRoutes'), 'NewPasswordRoute'),
});
const loggedOut = createRoute({
  getParentRoute: () => publicFrame,
  path: '/logged-out',
  validateSearch: loggedOutSearch,
  component: lazyRouteComponent(() => import('../EntranceRoutes'), 'LoggedOutRoute'),
});
const sessionEnded = createRoute({
  getParentRoute: () => publicFrame,
  path: '/session-ended',
  validateSearch: sessionEndedSearch,
  component: lazyRouteComponent(() => import('../EntranceRoutes'), 'SessionEndedRoute'),
});
const collect = createRoute({
  getParentRoute: () => publicFrame,
  path: '/collect/$token',
  component: lazyRouteComponent(() => import('../../features/enrolment/CollectPage'), 'CollectPage'),
});
const lot = createRoute({
  getParentRoute: () => publicFrame,
  path: '/lots/$token',
  component: lazyRouteComponent(() => import('../../features/enrolment/LotPage'), 'LotPage'),
});
const acquire = createRoute({
  getParentRoute: () => publicFrame,
  path: '/acquire',
  validateSearch: tenantSearch,
  beforeLoad: ({ context }) => leaveWhenLoggedIn(context.queries),
  component: lazyRouteComponent(() => import('../AcquisitionRoutes'), 'AcquireRoute'),
});
const acquisition = createRoute({
  getParentRoute: () => publicFrame,
  path: '/acquire/$token',
  component: lazyRouteComponent(() => import('../AcquisitionRoutes'), 'AcquisitionRoute'),
});
const renew = createRoute({
  getParentRoute: () => publicFrame,
  path: '/renew',
  component: lazyRouteComponent(() => import('../AcquisitionRoutes'), 'RenewRoute'),
});
const certificateStored = createRoute({
  getParentRoute: () => publicFrame,
  path: '/certificate-stored',
  component: lazyRouteComponent(() => import('../OwnCertificateRoutes'), 'CompletedRoute'),
});
const submit = createRoute({
  getParentRoute: () => publicFrame,
  path: '/submit/$token',
  component: lazyRouteComponent(() => import('../DoorRoute'), 'DoorRoute'),
});

export const publicRoutes = [
  start,
  login,
  otpStep,
  otherSession,
  newPassword,
  loggedOut,
  sessionEnded,
  collect,
  lot,
  acquire,
  acquisition,
  renew,
  certificateStored,
  submit,
] as const;
