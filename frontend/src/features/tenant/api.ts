import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import type { TenantsSearch } from './search';

export type Tenant = Schema<'Tenant'>;
export type TenantLine = Schema<'TenantLine'>;
export type Domain = Schema<'Domain'>;
export type Contact = Schema<'Contact'>;
/** A tenant with the version that changes of it are made from. */
export type Registration = Tenant & { readonly etag: string };

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
    queryFn: () => registrationOf(api.GET('/api/v1/tenants/{id}', { params: { path: { id } } })),
    staleTime: 60_000,
  });

async function registrationOf(call: Promise<{ data?: Tenant; response: Response }>): Promise<Registration> {
  const { data, response } = await call;
  return { ...(data as Tenant), etag: response.headers.get('ETag') ?? '' };
}

/** A change of one tenant; its answer is how the tenant is now. */
function useChange<T>(id: string, change: (input: T) => Promise<{ data?: Tenant; response: Response }>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: T) => registrationOf(change(input)),
    onSuccess: (registration) => {
      queries.setQueryData(tenantOfQuery(id).queryKey, registration);
      return queries.invalidateQueries({ queryKey: ['tenants', 'list'] });
    },
  });
}

export function useRegister() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: Schema<'NewTenant'>; idempotencyKey: string }) =>
      dataOf(api.POST('/api/v1/tenants', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tenants'] }),
  });
}

export const useChangeTenant = ({ id, etag }: Registration) =>
  useChange(id, (body: Schema<'TenantChange'>) =>
    api.PUT('/api/v1/tenants/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body }),
  );

export const usePutDomain = ({ id, etag }: Registration) =>
  useChange(id, ({ name, ...body }: Schema<'NewDomain'>) =>
    api.PUT('/api/v1/tenants/{id}/domains/{name}', {
      params: { path: { id, name }, header: { 'If-Match': etag } },
      body,
    }),
  );

export const useRemoveDomain = ({ id, etag }: Registration) =>
  useChange(id, (name: string) =>
    api.DELETE('/api/v1/tenants/{id}/domains/{name}', { params: { path: { id, name }, header: { 'If-Match': etag } } }),
  );

export const useSuspend = (id: string) =>
  useChange(id, (reason: string) =>
    api.POST('/api/v1/tenants/{id}/suspension', { params: { path: { id } }, body: { reason } }),
  );

export const useResume = (id: string) =>
  useChange(id, (reason: string) =>
    api.POST('/api/v1/tenants/{id}/resumption', { params: { path: { id } }, body: { reason } }),
  );

export const useEnd = (id: string) =>
  useChange(id, (body: Schema<'TenantEnd'>) =>
    api.POST('/api/v1/tenants/{id}/end', { params: { path: { id } }, body }),
  );

/** The values of OU as a file, in the language of the page. */
export const useUnitList = () =>
  useMutation({
    mutationFn: async (encoding: 'Shift_JIS' | 'UTF-8'): Promise<Blob> => {
      const { data } = await api.GET('/api/v1/units/export.tsv', { params: { query: { encoding } }, parseAs: 'blob' });
      return data as Blob;
    },
  });

export const useStartReview = (id: string) =>
  useChange(id, (reference: string) =>
    api.POST('/api/v1/tenants/{id}/review', { params: { path: { id } }, body: { reference } }),
  );

export const useConcludeReview = (id: string) =>
  useChange(id, (body: Schema<'ReviewConclusion'>) =>
    api.POST('/api/v1/tenants/{id}/review/conclusion', { params: { path: { id } }, body }),
  );
