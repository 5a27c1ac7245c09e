import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { stepSearch } from '../../features/session/search';
import { requireRenewal } from '../guards';
import { app } from './frames';

// What belongs to whoever is logged in.

const home = createRoute({
  getParentRoute: () => app,
  path: '/home',
  component: lazyRouteComponent(() => import('../HomeRoute'), 'HomeRoute'),
});
const password = createRoute({
  getParentRoute: () => app,
  path: '/password',
  component: lazyRouteComponent(() => import('../../features/session/secret/PasswordPage'), 'PasswordPage'),
});
const ownCertificate = createRoute({
  getParentRoute: () => app,
  path: '/own-certificate',
  component: lazyRouteComponent(
    () => import('../../features/own-certificate/OwnCertificatePage'),
    'OwnCertificatePage',
  ),
});
const runOwnCertificate = createRoute({
  getParentRoute: () => app,
  path: '/own-certificate/run',
  component: lazyRouteComponent(() => import('../OwnCertificateRoutes'), 'RunRoute'),
});
const renewalNotice = createRoute({
  getParentRoute: () => app,
  path: '/renewal-notice',
  validateSearch: stepSearch,
  beforeLoad: ({ context, search }) => requireRenewal(context.queries, search.to),
  component: lazyRouteComponent(() => import('../OwnCertificateRoutes'), 'RenewalNoticeRoute'),
});
const confirmationPin = createRoute({
  getParentRoute: () => app,
  path: '/confirmation-pin',
  component: lazyRouteComponent(
    () => import('../../features/session/secret/ConfirmationPinPage'),
    'ConfirmationPinPage',
  ),
});
const authenticator = createRoute({
  getParentRoute: () => app,
  path: '/authenticator',
  component: lazyRouteComponent(() => import('../../features/session/secret/AuthenticatorPage'), 'AuthenticatorPage'),
});
const mailAddress = createRoute({
  getParentRoute: () => app,
  path: '/mail-address',
  component: lazyRouteComponent(() => import('../UserRoutes'), 'MailAddressRoute'),
});

export const ownRoutes = [
  home,
  password,
  ownCertificate,
  runOwnCertificate,
  renewalNotice,
  confirmationPin,
  authenticator,
  mailAddress,
] as const;
