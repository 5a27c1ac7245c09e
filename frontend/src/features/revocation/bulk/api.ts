import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, PASSIVE } from '../../../api/client';
import type { Schema } from '../../../api/types';
import type { RevocationRequest } from '../api';
import { countsOf } from './outcomes';

export type BulkRevocation = Schema<'BulkRevocation'>;
export type BulkRevocationState = Schema<'BulkRevocationState'>;
export type BulkRevocationLine = Schema<'BulkRevocationLine'>;
export type RevocationOutcome = Schema<'RevocationOutcome'>;

export const STATES: readonly BulkRevocationState[] = ['CHECKED', 'RUNNING', 'DONE', 'LAPSED'];

/** In the order in which somebody wants to read them: what will happen, what a person must look at, what is of no account. */
export const OUTCOMES: readonly RevocationOutcome[] = [
  'REVOKED',
  'REVOCABLE',
  'REPLACEABLE',
  'AMBIGUOUS',
  'NOT_FOUND',
  'NOT_PERMITTED',
  'ACTIVE_AUTHORITY',
  'ALREADY_REVOKED',
  'EXPIRED',
  'DUPLICATE',
];

type ListFilter = { readonly state?: BulkRevocationState | undefined; readonly cursor?: string | undefined };

export const bulkRevocationsQuery = (filter: ListFilter) =>
  queryOptions({
    queryKey: ['revocations', 'list', filter],
    queryFn: () => dataOf(api.GET('/api/v1/revocations', { params: { query: { limit: 100, ...filter } } })),
    placeholderData: keepPreviousData,
  });

/** Looked at again while there is work; a submission and the end of one invalidate it with the other lists. */
export const runningRevocationsQuery = queryOptions({
  queryKey: ['revocations', 'list', 'running'],
  queryFn: () =>
    dataOf(api.GET('/api/v1/revocations', { params: { query: { state: 'RUNNING', limit: 5 } }, headers: PASSIVE })),
  refetchInterval: ({ state }) => (state.data?.items.length ? 3000 : false),
});

export const bulkRevocationQuery = (id: string) =>
  queryOptions({
    queryKey: ['revocations', 'one', id],
    queryFn: () => dataOf(api.GET('/api/v1/revocations/{id}', { params: { path: { id } } })),
  });

export const fetchBulkRevocationPassively = (id: string) =>
  dataOf(api.GET('/api/v1/revocations/{id}', { params: { path: { id } }, headers: PASSIVE }));

type LineFilter = { readonly outcome?: RevocationOutcome | undefined; readonly cursor?: string | undefined };

export const linesQuery = (id: string, filter: LineFilter) =>
  queryOptions({
    queryKey: ['revocations', 'lines', id, filter],
    queryFn: () =>
      dataOf(api.GET('/api/v1/revocations/{id}/lines', { params: { path: { id }, query: { limit: 100, ...filter } } })),
    placeholderData: keepPreviousData,
  });

export function resultUrl(id: string, encoding: 'Shift_JIS' | 'UTF-8', outcome?: RevocationOutcome): string {
  const query = new URLSearchParams({ encoding, ...(outcome && { outcome }) });
  return `/api/v1/revocations/${encodeURIComponent(id)}/result.csv?${query}`;
}

const NAMES_AT_ONCE = 100;

/** Everything that is valid and has one of these names: beside what was selected, what it took the place of or what took its place. */
export const namesakesQuery = (names: readonly string[]) =>
  queryOptions({
    queryKey: ['certificates', 'namesakes', names],
    queryFn: async () => {
      const found: Schema<'Certificate'>[] = [];
      for (let from = 0; from < names.length; from += NAMES_AT_ONCE) {
        const commonName = names.slice(from, from + NAMES_AT_ONCE);
        const query = { kind: 'CLIENT' as const, valid: true, commonName, limit: 1000 };
        found.push(...(await dataOf(api.GET('/api/v1/certificates', { params: { query } }))).items);
      }
      return found;
    },
    // Asked for anew whenever somebody is about to revoke.
    staleTime: 0,
  });

type Selected = { readonly certificates: readonly string[]; readonly grounds: RevocationRequest };
type Uploaded = { readonly file: File; readonly grounds: RevocationRequest };

/** Has certificates looked at: selected ones, or those that a file names. Nothing is revoked. */
export function useCheck() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ idempotencyKey, ...what }: (Selected | Uploaded) & { readonly idempotencyKey: string }) =>
      dataOf(
        api.POST('/api/v1/revocations', {
          params: { header: { 'Idempotency-Key': idempotencyKey } },
          ...('file' in what
            ? { body: { ...what.grounds, file: what.file as unknown as string }, bodySerializer: formOf }
            : { body: { certificates: [...what.certificates], ...what.grounds } }),
        }),
      ),
    onSuccess: (checked) => {
      queries.setQueryData(bulkRevocationQuery(checked.id).queryKey, checked);
      return queries.invalidateQueries({ queryKey: ['revocations', 'list'] });
    },
  });
}

function formOf(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body as Record<string, string | Blob>)) form.append(name, value);
  return form;
}

export function useSubmit(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/revocations/{id}/submission', { params: { path: { id } } })),
    onSuccess: (submitted) => {
      queries.setQueryData(bulkRevocationQuery(id).queryKey, submitted);
      return queries.invalidateQueries({ queryKey: ['revocations', 'list'] });
    },
  });
}

/** Selected certificates that are looked at and, when all of them can be revoked, revoked. Otherwise nothing is done, and the check says why. */
export function useRevokeSelected() {
  const check = useCheck();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (selected: Selected & { readonly idempotencyKey: string }) => {
      const checked = await check.mutateAsync(selected);
      if (countsOf(checked).left < selected.certificates.length) return checked;
      return dataOf(api.POST('/api/v1/revocations/{id}/submission', { params: { path: { id: checked.id } } }));
    },
    onSuccess: (bulk) => {
      queries.setQueryData(bulkRevocationQuery(bulk.id).queryKey, bulk);
      return queries.invalidateQueries({ queryKey: ['revocations', 'list'] });
    },
  });
}
