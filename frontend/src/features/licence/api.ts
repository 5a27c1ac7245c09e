import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';

/** Of the own tenant, or for the service desk of any. */
export const licencesQuery = (tenant?: string) =>
  queryOptions({
    queryKey: ['licences', tenant ?? null],
    queryFn: () =>
      dataOf(
        tenant === undefined
          ? api.GET('/api/v1/licences')
          : api.GET('/api/v1/tenants/{id}/licences', { params: { path: { id: tenant } } }),
      ),
  });
