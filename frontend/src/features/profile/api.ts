import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';

export type Profile = Schema<'Profile'>;

export const profilesQuery = queryOptions({
  queryKey: ['profiles'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/profiles'))).items,
  staleTime: 5 * 60_000,
});
