import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';

export type IpAllowlist = Schema<'IpAllowlist'>;
export type IpAllowlistEntry = Schema<'IpAllowlistEntry'>;
export type IpAllowlistCheck = Schema<'IpAllowlistCheck'>;

/** @param tenant whose list an operator looks at; without one it is the own tenant's */
export const ipAllowlistQuery = (tenant?: string) =>
  queryOptions({
    queryKey: ['ip-allowlist', tenant ?? 'own'],
    queryFn: () =>
      dataOf(
        tenant
          ? api.GET('/api/v1/tenants/{id}/ip-allowlist', { params: { path: { id: tenant } } })
          : api.GET('/api/v1/ip-allowlist'),
      ),
    staleTime: 60_000,
  });

export function useChangeIpAllowlist(tenant: string | undefined, version: number) {
  const queries = useQueryClient();
  const header = { 'If-Match': `"${version}"` };
  return useMutation({
    mutationFn: (body: Schema<'IpAllowlistChange'>) =>
      dataOf(
        tenant
          ? api.PUT('/api/v1/tenants/{id}/ip-allowlist', { params: { path: { id: tenant }, header }, body })
          : api.PUT('/api/v1/ip-allowlist', { params: { header }, body }),
      ),
    // A list on trial may refuse the very next request: what the answer says is all that can be shown.
    onSuccess: (changed) => queries.setQueryData(ipAllowlistQuery(tenant).queryKey, changed),
  });
}

export function useConfirmIpAllowlist(version: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      dataOf(api.POST('/api/v1/ip-allowlist/confirmation', { params: { header: { 'If-Match': `"${version}"` } } })),
    onSuccess: (changed) => queries.setQueryData(ipAllowlistQuery().queryKey, changed),
  });
}

/** Has a file looked at; nothing is applied. */
export function useCheckFile() {
  return useMutation({
    mutationFn: (file: File) =>
      dataOf(
        api.POST('/api/v1/ip-allowlist/check', {
          body: { file: file as unknown as string, entries: [] },
          bodySerializer: () => {
            const form = new FormData();
            form.append('file', file);
            return form;
          },
        }),
      ),
  });
}
