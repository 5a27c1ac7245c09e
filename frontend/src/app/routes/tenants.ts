import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { tenantsSearch } from '../../features/tenant/search';
import { app } from './frames';

// Tenants, and what is set for each of them.

const tenants = createRoute({
  getParentRoute: () => app,
  path: '/tenants',
  validateSearch: tenantsSearch,
  component: lazyRouteComponent(() => import('../../features/tenant/TenantsPage'), 'TenantsPage'),
});
const apiTokens = createRoute({
  getParentRoute: () => app,
  path: '/tokens',
  component: lazyRouteComponent(() => import('../../features/api-token/ApiTokensPage'), 'ApiTokensPage'),
});
const ipAllowlist = createRoute({
  getParentRoute: () => app,
  path: '/ip-allowlist',
  component: lazyRouteComponent(() => import('../IpAllowlistRoutes'), 'OwnIpAllowlistRoute'),
});
const ipAllowlistOf = createRoute({
  getParentRoute: () => app,
  path: '/tenants/$id/ip-allowlist',
  component: lazyRouteComponent(() => import('../IpAllowlistRoutes'), 'IpAllowlistRoute'),
});
const newTenant = createRoute({
  getParentRoute: () => app,
  path: '/tenants/new',
  component: lazyRouteComponent(() => import('../TenantRoutes'), 'NewTenantRoute'),
});
const tenant = createRoute({
  getParentRoute: () => app,
  path: '/tenants/$id',
  component: lazyRouteComponent(() => import('../TenantRoutes'), 'TenantRoute'),
});
const tenantEdit = createRoute({
  getParentRoute: () => app,
  path: '/tenants/$id/edit',
  component: lazyRouteComponent(() => import('../../features/tenant/EditTenantPage'), 'EditTenantPage'),
});
const institutionFile = createRoute({
  getParentRoute: () => app,
  path: '/institution-files/new',
  component: lazyRouteComponent(() => import('../../features/tenant/InstitutionFilePage'), 'InstitutionFilePage'),
});
const ownTenant = createRoute({
  getParentRoute: () => app,
  path: '/tenant',
  component: lazyRouteComponent(() => import('../TenantRoutes'), 'OwnTenantRoute'),
});
const units = createRoute({
  getParentRoute: () => app,
  path: '/units',
  component: lazyRouteComponent(() => import('../../features/tenant/UnitsPage'), 'UnitsPage'),
});
const policy = createRoute({
  getParentRoute: () => app,
  path: '/tenants/$id/policy',
  component: lazyRouteComponent(() => import('../PolicyRoutes'), 'PolicyRoute'),
});
const policyEdit = createRoute({
  getParentRoute: () => app,
  path: '/tenants/$id/policy/edit',
  component: lazyRouteComponent(() => import('../PolicyRoutes'), 'PolicyEditRoute'),
});

export const tenantRoutes = [
  tenants,
  apiTokens,
  ipAllowlist,
  ipAllowlistOf,
  newTenant,
  tenant,
  tenantEdit,
  institutionFile,
  ownTenant,
  units,
  policy,
  policyEdit,
] as const;
