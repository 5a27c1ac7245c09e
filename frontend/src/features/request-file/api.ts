import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, PASSIVE } from '../../api/client';
import type { Schema } from '../../api/types';

export type RequestFile = Schema<'RequestFile'>;
export type RequestFileState = Schema<'RequestFileState'>;
export type RequestOperation = Schema<'RequestOperation'>;
export type RequestKind = Schema<'RequestKind'>;
export type OnError = Schema<'OnError'>;
export type RequestRow = Schema<'RequestRow'>;
export type RowOutcome = Schema<'RowOutcome'>;
export type Column = Schema<'RequestFileColumn'>;

export const KINDS: readonly RequestKind[] = ['SERVER', 'CLIENT', 'CODE_SIGNING', 'SUBSCRIBER'];
export const OPERATIONS: readonly RequestOperation[] = ['ISSUE', 'RENEW', 'REVOKE', 'UPDATE'];
export const STATES: readonly RequestFileState[] = [
  'CHECKED',
  'PROPOSED',
  'LAPSED',
  'RUNNING',
  'DONE',
  'FAILED',
  'DISCARDED',
];

type ListFilter = {
  readonly kind?: RequestKind | undefined;
  readonly state?: RequestFileState | undefined;
  readonly cursor?: string | undefined;
};

export const requestFilesQuery = (filter: ListFilter) =>
  queryOptions({
    queryKey: ['request-files', 'list', filter],
    queryFn: () => dataOf(api.GET('/api/v1/request-files', { params: { query: { limit: 100, ...filter } } })),
    placeholderData: keepPreviousData,
  });

/** Looked at again while there is work; a submission and the end of a file invalidate it with the other lists. */
export const runningFilesQuery = queryOptions({
  queryKey: ['request-files', 'list', 'running'],
  queryFn: () =>
    dataOf(
      api.GET('/api/v1/request-files', {
        params: { query: { state: 'RUNNING', limit: 5 } },
        headers: PASSIVE,
      }),
    ),
  refetchInterval: ({ state }) => (state.data?.items.length ? 3000 : false),
});

export const requestFileQuery = (id: string) =>
  queryOptions({
    queryKey: ['request-files', 'one', id],
    queryFn: () => dataOf(api.GET('/api/v1/request-files/{id}', { params: { path: { id } } })),
  });

/** The same without extending the session: for following the progress when there is no event stream. */
export const fetchRequestFilePassively = (id: string) =>
  dataOf(api.GET('/api/v1/request-files/{id}', { params: { path: { id } }, headers: PASSIVE }));

type RowFilter = {
  readonly outcome?: RowOutcome | undefined;
  readonly code?: string | undefined;
  readonly cursor?: string | undefined;
};

export const requestRowsQuery = (id: string, filter: RowFilter) =>
  queryOptions({
    queryKey: ['request-files', 'rows', id, filter],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/request-files/{id}/rows', { params: { path: { id }, query: { limit: 100, ...filter } } }),
      ),
    placeholderData: keepPreviousData,
  });

export const columnsQuery = (kind: RequestKind, operation: RequestOperation) =>
  queryOptions({
    queryKey: ['request-files', 'columns', kind, operation],
    queryFn: () => dataOf(api.GET('/api/v1/request-files/columns', { params: { query: { kind, operation } } })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export type Upload = {
  readonly kind: RequestKind;
  readonly operation: RequestOperation;
  readonly onError: OnError;
  readonly file: File;
  readonly idempotencyKey: string;
};

export function useUpload() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, operation, onError, file, idempotencyKey }: Upload) =>
      dataOf(
        api.POST('/api/v1/request-files', {
          params: { header: { 'Idempotency-Key': idempotencyKey } },
          // The contract's type of a binary part is text; the browser sends the file itself.
          body: { kind, operation, onError, file: file as unknown as string },
          bodySerializer: (body) => {
            const form = new FormData();
            for (const [name, value] of Object.entries(body)) form.append(name, value);
            return form;
          },
        }),
      ),
    onSuccess: (uploaded) => {
      queries.setQueryData(requestFileQuery(uploaded.id).queryKey, uploaded);
      return queries.invalidateQueries({ queryKey: ['request-files', 'list'] });
    },
  });
}

/** As a second officer. */
export function useApproveFile(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/request-files/{id}/approval', { params: { path: { id } } })),
    onSuccess: (approved) => queries.setQueryData(requestFileQuery(id).queryKey, approved),
    onSettled: () => queries.invalidateQueries({ queryKey: ['request-files'] }),
  });
}

export function useSubmit(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (confirmed: readonly string[]) =>
      dataOf(
        api.POST('/api/v1/request-files/{id}/submission', {
          params: { path: { id } },
          body: { confirmed: [...confirmed] },
        }),
      ),
    onSuccess: (submitted) => queries.setQueryData(requestFileQuery(id).queryKey, submitted),
    onSettled: () => queries.invalidateQueries({ queryKey: ['request-files', 'list'] }),
  });
}

export function useDiscard(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.DELETE('/api/v1/request-files/{id}', { params: { path: { id } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['request-files'] }),
  });
}

export function resultUrl(id: string, outcome?: RowOutcome): string {
  return `/api/v1/request-files/${encodeURIComponent(id)}/result.tsv${outcome ? `?outcome=${outcome}` : ''}`;
}
