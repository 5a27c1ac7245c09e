import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import type { NoticesSearch } from './search';

export type Notice = Schema<'Notice'>;

export const noticesQuery = (search: NoticesSearch) =>
  queryOptions({
    queryKey: ['notices', 'list', search],
    queryFn: () => dataOf(api.GET('/api/v1/notices', { params: { query: { limit: 100, ...search } } })),
    placeholderData: keepPreviousData,
  });

export function useRetryNotice() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => dataOf(api.POST('/api/v1/notices/{id}/retry', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  });
}
