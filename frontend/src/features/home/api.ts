import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';

export type Certificate = Schema<'Certificate'>;
export type RequestFile = Schema<'RequestFile'>;

type CertificateFilter = {
  readonly status?: Schema<'CertificateStatus'>;
  readonly expiresTo?: string;
  readonly issuedFrom?: string;
  readonly sort?: 'ISSUED_AT' | 'EXPIRES_AT';
  readonly limit: number;
};

export const certificatesQuery = (filter: CertificateFilter) =>
  queryOptions({
    queryKey: ['certificates', 'home', filter],
    queryFn: () => dataOf(api.GET('/api/v1/certificates', { params: { query: { kind: 'SERVER', ...filter } } })),
  });

export const requestFilesQuery = (state: Schema<'RequestFileState'>) =>
  queryOptions({
    queryKey: ['request-files', 'home', state],
    queryFn: () => dataOf(api.GET('/api/v1/request-files', { params: { query: { kind: 'SERVER', state, limit: 5 } } })),
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
