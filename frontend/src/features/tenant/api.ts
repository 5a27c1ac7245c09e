import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';

export type Tenant = Schema<'Tenant'>;

export const tenantQuery = queryOptions({
  queryKey: ['tenant'],
  queryFn: () => dataOf(api.GET('/api/v1/tenant')),
  staleTime: 5 * 60_000,
});
