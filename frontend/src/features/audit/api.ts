import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import { dayBoundary } from '../../shared/format/dates';
import { isSealed } from './proof';
import type { AuditSearch } from './search';

export type AuditEvent = Schema<'AuditEvent'>;

/** Days as the moments they begin and end. */
const moments = ({ from, to }: AuditSearch, timeZone: string) => ({
  ...(from && { from: dayBoundary(from, 'start', timeZone) }),
  ...(to && { to: dayBoundary(to, 'end', timeZone) }),
});

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
              ...moments({ from, to }, timeZone),
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** What a page shows, as a file: a table for people, JSON for programs, or the form that proves itself. */
export function exportUrl(form: 'csv' | 'ndjson' | 'txt', search: AuditSearch, timeZone: string): string {
  const { from, to, cursor, ...rest } = search;
  const query = { ...rest, ...moments({ from, to }, timeZone), ...(form === 'csv' && { timeZone }) };
  return `/api/v1/audit-events/export.${form}?${new URLSearchParams(query)}`;
}

/** With the verdict of this browser. */
export const proofQuery = (id: string) =>
  queryOptions({
    queryKey: ['audit-events', 'proof', id],
    queryFn: async () => {
      const proof = await dataOf(api.GET('/api/v1/audit-events/{id}/proof', { params: { path: { id } } }));
      return { ...proof, genuine: await isSealed(proof) };
    },
  });
