import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, PASSIVE } from '../../api/client';
import type { Schema } from '../../api/types';

export type Crl = Schema<'Crl'>;
export type CrlScope = Schema<'CrlScope'>;
export type CrlAlarm = Schema<'CrlAlarm'>;

const MINUTE = 60_000;

export const crlsQuery = queryOptions({
  queryKey: ['crls'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/crls'))).items,
  staleTime: MINUTE,
});

/** Looked at again every minute; that alone keeps no session alive. */
export const crlScopesQuery = queryOptions({
  queryKey: ['crls', 'scopes'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/crl-scopes', { headers: PASSIVE }))).items,
  refetchInterval: MINUTE,
});

export function usePublish(authority: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () =>
      (await dataOf(api.POST('/api/v1/authorities/{name}/crls', { params: { path: { name: authority } } }))).items,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['crls'] }),
  });
}
