import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';

export type ApiToken = Schema<'ApiToken'>;
export type ApiScope = Schema<'ApiScope'>;
export type CreatedApiToken = Schema<'CreatedApiToken'>;

export const apiTokensQuery = queryOptions({
  queryKey: ['api-tokens'],
  queryFn: () => dataOf(api.GET('/api/v1/api-tokens')),
});

export function useCreateApiToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'ApiTokenCreation'>) => dataOf(api.POST('/api/v1/api-tokens', { body })),
    onSuccess: () => queries.invalidateQueries(apiTokensQuery),
    // What is secret of it is not kept beyond the dialog that shows it.
    gcTime: 0,
  });
}

export function useRevokeApiToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/api-tokens/{id}', { params: { path: { id } } }),
    onSuccess: () => queries.invalidateQueries(apiTokensQuery),
  });
}
