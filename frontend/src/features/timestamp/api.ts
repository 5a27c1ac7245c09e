import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import type { TimeStampSearch } from './search';

export type Service = Schema<'TimeStampService'>;
export type Usage = Schema<'TimeStampUsage'>;

/** The own tenant's time stamps. */
export const timeStampingQuery = (range: TimeStampSearch) =>
  queryOptions({
    queryKey: ['timestamp', 'own', range],
    queryFn: () => dataOf(api.GET('/api/v1/timestamp', { params: { query: range } })),
    placeholderData: keepPreviousData,
  });

/** Those that everybody can have. */
export const publicServiceQuery = queryOptions({
  queryKey: ['timestamp', 'public'],
  queryFn: () => dataOf(api.GET('/api/v1/timestamp/service')),
  staleTime: 60_000,
});
