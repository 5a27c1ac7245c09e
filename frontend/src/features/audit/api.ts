import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import { dayBoundary } from '../../shared/format/dates';
import type { AuditSearch } from './search';

export type AuditEvent = Schema<'AuditEvent'>;

export const auditEventsQuery = ({ from, to, ...rest }: AuditSearch, timeZone: string) =>
  queryOptions({
    queryKey: ['audit-events', 'list', { from, to, ...rest }, timeZone],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/audit-events', {
          params: {
            query: {
              limit: 100,
              ...rest,
              ...(from && { from: dayBoundary(from, 'start', timeZone) }),
              ...(to && { to: dayBoundary(to, 'end', timeZone) }),
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
