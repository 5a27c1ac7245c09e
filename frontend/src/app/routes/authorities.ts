import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { nextGenerationSearch } from '../../features/authority/search';
import { dryRunSearch, profileSearch, profilesSearch } from '../../features/profile/search';
import { timeStampSearch } from '../../features/timestamp/search';
import { app } from './frames';

// By what is issued: authorities, profiles and time stamps.

const authorityLines = createRoute({
  getParentRoute: () => app,
  path: '/authority-lines',
  component: lazyRouteComponent(() => import('../../features/authority/AuthorityLinesPage'), 'AuthorityLinesPage'),
});
const authorityLine = createRoute({
  getParentRoute: () => app,
  path: '/authority-lines/$line',
  component: lazyRouteComponent(() => import('../../features/authority/AuthorityLinePage'), 'AuthorityLinePage'),
});
const nextGeneration = createRoute({
  getParentRoute: () => app,
  path: '/authority-lines/$line/next',
  validateSearch: nextGenerationSearch,
  component: lazyRouteComponent(() => import('../../features/authority/NextGenerationPage'), 'NextGenerationPage'),
});
const pendingGeneration = createRoute({
  getParentRoute: () => app,
  path: '/authority-lines/$line/$name',
  component: lazyRouteComponent(
    () => import('../../features/authority/PendingGenerationPage'),
    'PendingGenerationPage',
  ),
});
const trustAuthorities = createRoute({
  getParentRoute: () => app,
  path: '/trusted-authorities/new',
  component: lazyRouteComponent(() => import('../../features/authority/TrustPage'), 'TrustPage'),
});
const timeStamps = createRoute({
  getParentRoute: () => app,
  path: '/time-stamps',
  validateSearch: timeStampSearch,
  component: lazyRouteComponent(() => import('../TimeStampRoute'), 'TimeStampRoute'),
});
const profiles = createRoute({
  getParentRoute: () => app,
  path: '/profiles',
  validateSearch: profilesSearch,
  component: lazyRouteComponent(() => import('../../features/profile/ProfilesPage'), 'ProfilesPage'),
});
const profile = createRoute({
  getParentRoute: () => app,
  path: '/profiles/$id',
  validateSearch: profileSearch,
  component: lazyRouteComponent(() => import('../ProfileRoutes'), 'ProfileRoute'),
});
const profileEdit = createRoute({
  getParentRoute: () => app,
  path: '/profiles/$id/edit',
  component: lazyRouteComponent(() => import('../../features/profile/ProfileEditPage'), 'ProfileEditPage'),
});
const dryRun = createRoute({
  getParentRoute: () => app,
  path: '/dry-run',
  validateSearch: dryRunSearch,
  component: lazyRouteComponent(() => import('../ProfileRoutes'), 'DryRunRoute'),
});

export const authorityRoutes = [
  authorityLines,
  authorityLine,
  nextGeneration,
  pendingGeneration,
  trustAuthorities,
  timeStamps,
  profiles,
  profile,
  profileEdit,
  dryRun,
] as const;
