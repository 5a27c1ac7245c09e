import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';

export type Authority = Schema<'Authority'>;

export type Crl = Schema<'Crl'>;

export const crlsQuery = queryOptions({
  queryKey: ['crls'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/crls'))).items,
  staleTime: 60_000,
});

export const authoritiesQuery = queryOptions({
  queryKey: ['authorities'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/authorities'))).items,
  staleTime: 60_000,
});
