import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client';
import type { Schema } from '../../../api/types';

export type Door = Schema<'SubmissionDoor'>;
export type HandedIn = Schema<'HandedIn'>;

export const doorQuery = (token: string) =>
  queryOptions({
    queryKey: ['submission-door', token],
    queryFn: () => dataOf(api.GET('/api/v1/submission-doors/{token}', { params: { path: { token } } })),
    retry: false,
  });

export function useDoorCheck(token: string) {
  return useMutation({
    mutationFn: (body: HandedIn) =>
      dataOf(api.POST('/api/v1/submission-doors/{token}/check', { params: { path: { token } }, body })),
  });
}

export function useHandIn(token: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: HandedIn; idempotencyKey: string }) =>
      dataOf(
        api.POST('/api/v1/submission-doors/{token}/submissions', {
          params: { path: { token }, header: { 'Idempotency-Key': idempotencyKey } },
          body,
        }),
      ),
    // Used up, lapsed or ended meanwhile: show what is true now.
    onSettled: () => queries.invalidateQueries({ queryKey: ['submission-door', token] }),
  });
}
