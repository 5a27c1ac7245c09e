import { queryOptions, useQueries } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';

/** The kinds as officers have rights for them. */
export type Kind = Schema<'RenewalFileKind'>;
export type RequestFile = Schema<'RequestFile'>;

/** Not renewed yet, the soonest first; of the kinds that the officer's rights are for, as everything here. */
export const endingQuery = (expiresTo: string, limit: number) =>
  queryOptions({
    queryKey: ['renewals', 'home', expiresTo],
    queryFn: () =>
      dataOf(api.GET('/api/v1/renewals', { params: { query: { state: 'NOT_RENEWED', expiresTo, limit } } })),
  });

/** What nobody has fetched. */
export const uncollectedQuery = queryOptions({
  queryKey: ['renewals', 'uncollected', 'home'],
  queryFn: () => dataOf(api.GET('/api/v1/uncollected-certificates', { params: { query: { limit: 1 } } })),
});

type CertificateFilter = { readonly status?: Schema<'CertificateStatus'>; readonly issuedFrom?: string };

/** How many certificates of some kinds the register has: the right to client certificates is that to S/MIME certificates, too. */
export const useRegisterCount = (kinds: readonly Kind[], filter: CertificateFilter) =>
  useQueries({
    queries: kinds
      .flatMap((kind) => (kind === 'CLIENT' ? (['CLIENT', 'SMIME'] as const) : [kind]))
      .map((kind) => {
        const query = { kind, limit: 1, ...filter };
        return queryOptions({
          queryKey: ['certificates', 'home', query],
          queryFn: () => dataOf(api.GET('/api/v1/certificates', { params: { query } })),
        });
      }),
    combine: (counts) => ({
      data: counts.every(({ data }) => data)
        ? counts.reduce((sum, { data }) => sum + (data?.total.value ?? 0), 0)
        : undefined,
      isError: counts.some(({ isError }) => isError),
      error: counts.find(({ error }) => error)?.error ?? null,
      isLoading: counts.some(({ isLoading }) => isLoading),
      refetch: () => Promise.all(counts.map(({ refetch }) => refetch())),
    }),
  });

export const requestFilesQuery = (state: Schema<'RequestFileState'>, limit: number) =>
  queryOptions({
    queryKey: ['request-files', 'home', state],
    queryFn: () => dataOf(api.GET('/api/v1/request-files', { params: { query: { state, limit } } })),
  });

/** Files that ended lately and could not be carried out in full. */
export const failedFilesQuery = (failedSince: string, limit: number) =>
  queryOptions({
    queryKey: ['request-files', 'home', 'failed', failedSince],
    queryFn: () => dataOf(api.GET('/api/v1/request-files', { params: { query: { failedSince, limit } } })),
  });

/** What subscriber administrators handed in and no officer has decided on. */
export const waitingSubmissionsQuery = queryOptions({
  queryKey: ['submissions', 'home'],
  queryFn: () => dataOf(api.GET('/api/v1/submissions', { params: { query: { state: 'WAITING', limit: 1 } } })),
});

export const noticesQuery = (state: Schema<'NoticeState'>) =>
  queryOptions({
    queryKey: ['notices', 'home', state],
    queryFn: () => dataOf(api.GET('/api/v1/notices', { params: { query: { state, limit: 5 } } })),
  });

/** Keys whose compromise is proven and that wait for an operator. */
export const provenKeysQuery = queryOptions({
  queryKey: ['key-compromises', 'home'],
  queryFn: () => dataOf(api.GET('/api/v1/key-compromises', { params: { query: { state: 'PROVEN', limit: 5 } } })),
});

/** Revocation lists that somebody must look after. */
export const overdueCrlsQuery = queryOptions({
  queryKey: ['crls', 'home'],
  queryFn: async () =>
    (await dataOf(api.GET('/api/v1/crl-scopes'))).items.filter(({ alarm }) => alarm !== 'NONE').length,
});

export const lastEventsQuery = queryOptions({
  queryKey: ['audit-events', 'home'],
  queryFn: () => dataOf(api.GET('/api/v1/audit-events', { params: { query: { limit: 8 } } })),
});

type UsersFilter = {
  readonly locked?: boolean;
  readonly endsWithinDays?: number;
  readonly certificate?: Schema<'UserCertificateState'>;
};

/** How many users of the own tenant there are of a kind. */
export const usersQuery = (filter: UsersFilter) =>
  queryOptions({
    queryKey: ['users', 'home', filter],
    queryFn: () => dataOf(api.GET('/api/v1/users', { params: { query: { limit: 1, ...filter } } })),
  });

/** What other operators proposed, and waits for a second person. */
export const proposedActionsQuery = queryOptions({
  queryKey: ['desk', 'home'],
  queryFn: async () => {
    const query = { state: 'PROPOSED', limit: 100 } as const;
    const { items } = await dataOf(api.GET('/api/v1/desk-actions', { params: { query } }));
    return items.filter((action) => !action.mine).length;
  },
});
