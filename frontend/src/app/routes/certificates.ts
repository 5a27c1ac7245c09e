import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { certificatesSearch } from '../../features/certificate/search';
import { managedSearch } from '../../features/issuance-job/search';
import { renewalsSearch, uncollectedSearch } from '../../features/renewal/search';
import { app } from './frames';

// The certificates that there are, and their renewal.

const certificates = createRoute({
  getParentRoute: () => app,
  path: '/certificates',
  validateSearch: certificatesSearch,
  component: lazyRouteComponent(() => import('../CertificatesRoute'), 'CertificatesRoute'),
});
const management = createRoute({
  getParentRoute: () => app,
  path: '/client-certificates',
  validateSearch: managedSearch,
  component: lazyRouteComponent(() => import('../ManagementRoute'), 'ManagementRoute'),
});
const certificate = createRoute({
  getParentRoute: () => certificates,
  path: '$id',
  component: lazyRouteComponent(() => import('../CertificateRoute'), 'CertificateRoute'),
  errorComponent: lazyRouteComponent(() => import('../CertificateRoute'), 'CertificateFailed'),
});
const renewals = createRoute({
  getParentRoute: () => app,
  path: '/renewals',
  validateSearch: renewalsSearch,
  component: lazyRouteComponent(() => import('../RenewalRoutes'), 'RenewalsRoute'),
});
const uncollected = createRoute({
  getParentRoute: () => app,
  path: '/uncollected',
  validateSearch: uncollectedSearch,
  component: lazyRouteComponent(() => import('../RenewalRoutes'), 'UncollectedRoute'),
});

export const certificateRoutes = [certificates.addChildren([certificate]), management, renewals, uncollected] as const;
