import { useQuery } from '@tanstack/react-query';
import { tenantQuery } from '../features/tenant/api';

/** The names of the tenant's domains, for filters. */
export function useDomains(): readonly string[] {
  return useQuery(tenantQuery).data?.domains.map(({ name }) => name) ?? [];
}
