import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import type { UsersSearch } from './search';

export type UserLine = Schema<'UserLine'>;
export type User = Schema<'User'>;
export type UserFunctions = Schema<'UserFunctions'>;
export type CertificateChoice = Schema<'CertificateChoice'>;

export const usersQuery = ({ locked, incident, ends, ...search }: UsersSearch) =>
  queryOptions({
    queryKey: ['users', 'list', search, locked, incident, ends],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/users', {
          params: {
            query: {
              limit: 100,
              ...search,
              ...(locked && { locked: locked === 'true' }),
              ...(incident && { incident: incident === 'true' }),
              ...(ends && { endsWithinDays: Number(ends) }),
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** With its version, which a change must name. */
export const userQuery = (id: string) =>
  queryOptions({
    queryKey: ['users', 'one', id],
    queryFn: async () => {
      const { data, response } = await api.GET('/api/v1/users/{id}', { params: { path: { id } } });
      return { ...(data as User), version: response.headers.get('ETag') ?? '' };
    },
  });

/** The table of what people may do; its titles come in the language of the page, which is part of the key. */
export const functionsQuery = (language: string) =>
  queryOptions({
    queryKey: ['user-functions', language],
    queryFn: () => dataOf(api.GET('/api/v1/user-functions')),
    staleTime: 5 * 60_000,
  });

/** Whatever is decided about a user changes what can be decided next, here and at the desk. */
function useAfterwards() {
  const queries = useQueryClient();
  return () => Promise.all(['users', 'desk', 'accounts'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
}

type Registration = { readonly body: Schema<'UserRegistration'>; readonly idempotencyKey: string };

export function useRegisterUser() {
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: Registration) =>
      dataOf(api.POST('/api/v1/users', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body })),
    // It may hold the own confirmation PIN.
    gcTime: 0,
    onSuccess: useAfterwards(),
  });
}

export function useChangeUser(id: string, version: string) {
  return useMutation({
    mutationFn: (body: Schema<'UserChange'>) =>
      dataOf(api.PUT('/api/v1/users/{id}', { params: { path: { id }, header: { 'If-Match': version } }, body })),
    gcTime: 0,
    onSuccess: useAfterwards(),
  });
}

export function useSetPermissions(id: string, version: string) {
  return useMutation({
    mutationFn: (body: Schema<'UserPermissionsChange'>) =>
      dataOf(
        api.PUT('/api/v1/users/{id}/permissions', { params: { path: { id }, header: { 'If-Match': version } }, body }),
      ),
    gcTime: 0,
    onSuccess: useAfterwards(),
  });
}
