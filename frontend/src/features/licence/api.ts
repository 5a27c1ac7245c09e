import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';

export const ownLicencesQuery = queryOptions({
  queryKey: ['licences'],
  queryFn: () => dataOf(api.GET('/api/v1/licences')),
});

export const licencesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['tenants', 'licences', tenant],
    queryFn: () => dataOf(api.GET('/api/v1/tenants/{id}/licences', { params: { path: { id: tenant } } })),
  });
