import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import type { TenantsSearch } from './search';

export type Tenant = Schema<'Tenant'>;
export type TenantLine = Schema<'TenantLine'>;

export const tenantQuery = queryOptions({
  queryKey: ['tenant'],
  queryFn: () => dataOf(api.GET('/api/v1/tenant')),
  staleTime: 5 * 60_000,
});

export const tenantsQuery = (search: TenantsSearch) =>
  queryOptions({
    queryKey: ['tenants', 'list', search],
    queryFn: () => dataOf(api.GET('/api/v1/tenants', { params: { query: { limit: 100, ...search } } })),
    placeholderData: keepPreviousData,
  });

export const tenantOfQuery = (id: string) =>
  queryOptions({
    queryKey: ['tenants', 'one', id],
    queryFn: () => dataOf(api.GET('/api/v1/tenants/{id}', { params: { path: { id } } })),
    staleTime: 60_000,
  });
