import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import type { SubmissionsSearch } from './search';

export type Submission = Schema<'Submission'>;
export type SubmissionLink = Schema<'SubmissionLink'>;
export type CreatedSubmissionLink = Schema<'CreatedSubmissionLink'>;
export type SubmissionCheck = Schema<'SubmissionCheck'>;

export const submissionsQuery = (search: SubmissionsSearch) =>
  queryOptions({
    queryKey: ['submissions', 'list', search],
    queryFn: () => dataOf(api.GET('/api/v1/submissions', { params: { query: { limit: 100, ...search } } })),
    placeholderData: keepPreviousData,
  });

/** How many wait, for the menu. */
export const waitingQuery = () =>
  queryOptions({
    queryKey: ['submissions', 'waiting'],
    queryFn: () => dataOf(api.GET('/api/v1/submissions', { params: { query: { limit: 1, state: 'WAITING' } } })),
    staleTime: 60_000,
  });

export const submissionQuery = (id: string) =>
  queryOptions({
    queryKey: ['submissions', 'one', id],
    queryFn: () => dataOf(api.GET('/api/v1/submissions/{id}', { params: { path: { id } } })),
  });

export const submissionCheckQuery = (id: string) =>
  queryOptions({
    queryKey: ['submissions', 'check', id],
    queryFn: () => dataOf(api.GET('/api/v1/submissions/{id}/check', { params: { path: { id } } })),
  });

export const linksQuery = (cursor: string | undefined) =>
  queryOptions({
    queryKey: ['submission-links', cursor],
    queryFn: () =>
      dataOf(api.GET('/api/v1/submission-links', { params: { query: { limit: 100, ...(cursor && { cursor }) } } })),
    placeholderData: keepPreviousData,
  });

export function useCreateLink() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'NewSubmissionLink'>) => dataOf(api.POST('/api/v1/submission-links', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['submission-links'] }),
    // The URL is not kept beyond the dialog that shows it.
    gcTime: 0,
  });
}

export function useRevokeLink() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/submission-links/{id}', { params: { path: { id } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['submission-links'] }),
  });
}

function useDecision<T>(id: string, decide: (input: T) => Promise<Submission>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: decide,
    // Also when it was refused: somebody else may have decided.
    onSettled: () => queries.invalidateQueries({ queryKey: ['submissions'] }),
    onSuccess: (submission) => queries.setQueryData(submissionQuery(id).queryKey, submission),
  });
}

export const useApprove = (id: string) =>
  useDecision(id, (body: Schema<'SubmissionApproval'>) =>
    dataOf(api.POST('/api/v1/submissions/{id}/approval', { params: { path: { id } }, body })),
  );

export const useRefuse = (id: string) =>
  useDecision(id, (reason: string) =>
    dataOf(api.POST('/api/v1/submissions/{id}/refusal', { params: { path: { id } }, body: { reason } })),
  );
