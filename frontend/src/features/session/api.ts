import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { ApiProblem } from '../../api/problems';
import type { Schema } from '../../api/types';
import { tellOtherWindows } from './otherWindows';

export type Session = Schema<'Session'>;
export type Entrance = Schema<'Entrance'>;
export type PresentedCertificate = Schema<'PresentedCertificate'>;

/** Null when nobody is logged in: for most pages that is a state, not a failure. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await dataOf(api.GET('/api/v1/session'));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

export const entranceQuery = queryOptions({
  queryKey: ['entrance'],
  queryFn: () => dataOf(api.GET('/api/v1/session/entrance')),
  staleTime: Number.POSITIVE_INFINITY,
});

export function useLogIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/session', { body: {} })),
    onSuccess: ({ token: _, ...session }) => {
      // The token is in the cookie; a copy in memory would only be one more place to steal it from.
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, session);
      tellOtherWindows();
    },
  });
}

export function useLogOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.DELETE('/api/v1/session'),
    onSuccess: () => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, null);
      tellOtherWindows();
    },
  });
}

/** Asks the server for the session, which tells it that somebody did something. */
export function useExtendSession() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: () => queries.fetchQuery({ ...sessionQuery, staleTime: 0 }) });
}
