import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';

export const ownAccountQuery = queryOptions({
  queryKey: ['own-account'],
  queryFn: () => dataOf(api.GET('/api/v1/own-account')),
  staleTime: 60_000,
});

export function useChangeMailAddress() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'OwnMailAddress'>) => dataOf(api.PUT('/api/v1/own-account/mail-address', { body })),
    // It may hold the own confirmation PIN.
    gcTime: 0,
    onSuccess: (account) => queries.setQueryData(ownAccountQuery.queryKey, account),
  });
}
