import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import type { AccountsSearch } from './search';

export type AccountLine = Schema<'AccountLine'>;
export type AccountDetail = Schema<'AccountDetail'>;
export type SecretState = Schema<'SecretState'>;

export const accountsQuery = ({ locked, ...search }: AccountsSearch) =>
  queryOptions({
    queryKey: ['accounts', 'list', search, locked],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/accounts', {
          params: { query: { limit: 100, ...search, ...(locked && { locked: locked === 'true' }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** With its version, which a change must name. */
export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ['accounts', 'one', id],
    queryFn: async () => {
      const { data, response } = await api.GET('/api/v1/accounts/{id}', { params: { path: { id } } });
      return { account: data as AccountDetail, version: response.headers.get('ETag') ?? '' };
    },
  });

type Registration = { readonly body: Schema<'AccountRegistration'>; readonly idempotencyKey: string };

export function useRegisterAccount() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: Registration) =>
      dataOf(api.POST('/api/v1/accounts', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body })),
    // It may hold the own password.
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
}

export function useChangeAccount(id: string, version: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'AccountChange'>) =>
      dataOf(api.PUT('/api/v1/accounts/{id}', { params: { path: { id }, header: { 'If-Match': version } }, body })),
    // It may hold the own password.
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
}
