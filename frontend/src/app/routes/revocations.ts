import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bulkRevocationSearch, bulkRevocationsSearch } from '../../features/revocation/bulk/search';
import {
  blockedKeysSearch,
  certificateSearch,
  keyCompromiseSearch,
  keyCompromisesSearch,
  newKeyCompromiseSearch,
} from '../../features/revocation/key/search';
import { revocationOffer } from '../guards';
import { app } from './frames';

// Revocation: in bulk, by key, and the lists of what is revoked.

const revocations = createRoute({
  getParentRoute: () => app,
  path: '/revocations',
  validateSearch: bulkRevocationsSearch,
  loader: ({ context }) => revocationOffer(context.queries, context.session),
  component: lazyRouteComponent(() => import('../RevocationRoutes'), 'BulkRevocationsRoute'),
});
const newRevocation = createRoute({
  getParentRoute: () => app,
  path: '/revocations/new',
  loader: ({ context }) => revocationOffer(context.queries, context.session),
  component: lazyRouteComponent(() => import('../RevocationRoutes'), 'NewBulkRevocationRoute'),
});
const revocation = createRoute({
  getParentRoute: () => app,
  path: '/revocations/$id',
  validateSearch: bulkRevocationSearch,
  component: lazyRouteComponent(() => import('../RevocationRoutes'), 'BulkRevocationRoute'),
});
const findCertificates = createRoute({
  getParentRoute: () => app,
  path: '/certificate-search',
  validateSearch: certificateSearch,
  component: lazyRouteComponent(() => import('../CertificateSearchRoute'), 'CertificateSearchRoute'),
});
const foundCertificate = createRoute({
  getParentRoute: () => findCertificates,
  path: '$id',
  component: lazyRouteComponent(() => import('../CertificateRoute'), 'CertificateRoute'),
  errorComponent: lazyRouteComponent(() => import('../CertificateRoute'), 'CertificateFailed'),
});
const keyCompromises = createRoute({
  getParentRoute: () => app,
  path: '/key-compromises',
  validateSearch: keyCompromisesSearch,
  component: lazyRouteComponent(() => import('../../features/revocation/key/KeyCompromisesPage'), 'KeyCompromisesPage'),
});
const newKeyCompromise = createRoute({
  getParentRoute: () => app,
  path: '/key-compromises/new',
  validateSearch: newKeyCompromiseSearch,
  component: lazyRouteComponent(
    () => import('../../features/revocation/key/NewKeyCompromisePage'),
    'NewKeyCompromisePage',
  ),
});
const keyCompromise = createRoute({
  getParentRoute: () => app,
  path: '/key-compromises/$id',
  validateSearch: keyCompromiseSearch,
  component: lazyRouteComponent(() => import('../../features/revocation/key/KeyCompromisePage'), 'KeyCompromisePage'),
});
const blockedKeys = createRoute({
  getParentRoute: () => app,
  path: '/blocked-keys',
  validateSearch: blockedKeysSearch,
  component: lazyRouteComponent(() => import('../../features/revocation/key/BlockedKeysPage'), 'BlockedKeysPage'),
});
const crls = createRoute({
  getParentRoute: () => app,
  path: '/crls',
  component: lazyRouteComponent(() => import('../../features/crl/CrlsPage'), 'CrlsPage'),
});

export const revocationRoutes = [
  revocations,
  newRevocation,
  revocation,
  findCertificates.addChildren([foundCertificate]),
  keyCompromises,
  newKeyCompromise,
  keyCompromise,
  blockedKeys,
  crls,
] as const;
