import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import { dayBoundary } from '../../shared/format/dates';
import { operationsOf } from './operations';
import { isSealed } from './proof';
import type { AuditSearch } from './search';

export type AuditEvent = Schema<'AuditEvent'>;

/** Days as the moments they begin and end, and a choice as the operations it stands for. */
const asked = ({ from, to, operation, ...rest }: AuditSearch, timeZone: string) => ({
  ...rest,
  ...(operation && { operation: operationsOf(operation) }),
  ...(from && { from: dayBoundary(from, 'start', timeZone) }),
  ...(to && { to: dayBoundary(to, 'end', timeZone) }),
});

export const auditEventsQuery = (search: AuditSearch, timeZone: string) =>
  queryOptions({
    queryKey: ['audit-events', 'list', search, timeZone],
    queryFn: () =>
      dataOf(api.GET('/api/v1/audit-events', { params: { query: { limit: 100, ...asked(search, timeZone) } } })),
    placeholderData: keepPreviousData,
  });

/** What a page shows, as a file: a table for people, JSON for programs, or the form that proves itself. */
export function exportUrl(form: 'csv' | 'ndjson' | 'txt', search: AuditSearch, timeZone: string): string {
  const { cursor, ...query } = asked(search, timeZone);
  const pairs = Object.entries({ ...query, ...(form === 'csv' && { timeZone }) }).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one]),
  );
  return `/api/v1/audit-events/export.${form}?${new URLSearchParams(pairs)}`;
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
