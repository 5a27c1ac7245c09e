import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { ApiProblem } from '../../api/problems';
import type { Schema } from '../../api/types';
import { tellOtherWindows } from './otherWindows';

export type Session = Schema<'Session'>;
export type SessionState = Schema<'SessionState'>;
export type SessionSecret = Schema<'SessionSecret'>;
export type Entrance = Schema<'Entrance'>;
export type LogInMethod = Schema<'LogInMethod'>;
export type PresentedCertificate = Schema<'PresentedCertificate'>;

/** Null when nobody is logged in: for most pages that is a state, not a failure. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await fetchSession();
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

const fetchSession = () => dataOf(api.GET('/api/v1/session'));

/** The session of a page that needs one: a guard has seen to it. */
export function useSession(): Session | null | undefined {
  return useQuery(sessionQuery).data;
}

/** What this entrance offers; to people of one tenant, when its code is known. */
export const entranceQuery = (tenant?: string) =>
  queryOptions({
    queryKey: ['entrance', tenant ?? null],
    queryFn: () => dataOf(api.GET('/api/v1/session/entrance', { params: { query: tenant ? { tenant } : {} } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The token is in the cookie; a copy in memory would only be one more place to steal it from. So the session is asked for anew. */
export function useLogIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schema<'LogIn'>): Promise<Session> => {
      await api.POST('/api/v1/session', { body });
      return fetchSession();
    },
    // The password does not stay in memory for longer than its form.
    gcTime: 0,
    onSuccess: (session) => {
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

/** What changes the session answers it as it is then. */
function useSessionChange<Body>(change: (body: Body) => Promise<Session>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    // The same goes for what is typed here.
    gcTime: 0,
    onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session),
  });
}

export const useAnswerOtp = () =>
  useSessionChange((otp: string) => dataOf(api.POST('/api/v1/session/otp', { body: { otp } })));

export const useReLogIn = () => useSessionChange(() => dataOf(api.POST('/api/v1/session/re-login')));

export const useChangePassword = () =>
  useSessionChange((body: Schema<'PasswordChange'>) => dataOf(api.PUT('/api/v1/session/password', { body })));

export const useSetConfirmationPin = () =>
  useSessionChange((body: Schema<'ConfirmationPinChange'>) =>
    dataOf(api.PUT('/api/v1/session/confirmation-pin', { body })),
  );

/** What the authenticator app needs. */
export function useEnrolTotp() {
  return useMutation({
    mutationFn: (proof: Schema<'TotpEnrolment'>) => dataOf(api.POST('/api/v1/session/totp', { body: proof })),
    // Shown once: it does not stay in memory for longer than its page.
    gcTime: 0,
  });
}

export const useConfirmTotp = () =>
  useSessionChange((otp: string) => dataOf(api.PUT('/api/v1/session/totp', { body: { otp } })));
