import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';

export type Profile = Schema<'Profile'>;
export type ProfileSettings = Schema<'ProfileSettings'>;
export type ProfileVersion = Schema<'ProfileVersion'>;
export type Rehearsal = Schema<'Rehearsal'>;
export type RehearsedIssue = Schema<'RehearsedIssue'>;
export type KeyAlgorithm = Schema<'KeyAlgorithm'>;

export const profilesQuery = queryOptions({
  queryKey: ['profiles'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/profiles'))).items,
  staleTime: 5 * 60_000,
});

export const profileQuery = (id: string) =>
  queryOptions({
    queryKey: ['profiles', id],
    queryFn: () => dataOf(api.GET('/api/v1/profiles/{id}', { params: { path: { id } } })),
  });

/** The newest first. */
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['profiles', id, 'versions'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/profiles/{id}/versions', { params: { path: { id } } }))).items,
  });

export type SigningLine = { readonly name: string; readonly label: string };

/** The lines that may sign for a profile: a root signs authorities only. */
export const signingLinesQuery = queryOptions({
  queryKey: ['profiles', 'signing-lines'],
  queryFn: async (): Promise<SigningLine[]> =>
    (await dataOf(api.GET('/api/v1/authority-lines'))).items
      .filter((line) => !line.root)
      .map(({ name, label }) => ({ name, label })),
});

export function useChangeProfile(id: string, version: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'ProfileChange'>) =>
      dataOf(
        api.PUT('/api/v1/profiles/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['profiles'] }),
  });
}

const rehearse = (id: string, body: Rehearsal) =>
  dataOf(api.POST('/api/v1/profiles/{id}/dry-run', { params: { path: { id } }, body }));

/** Sentences come from the server, in the language of the page: so the language is part of the key. */
export const rehearsalQuery = (id: string, body: Rehearsal, language: string) =>
  queryOptions({
    queryKey: ['rehearsal', id, body, language],
    queryFn: () => rehearse(id, body),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export function useRehearse() {
  return useMutation({
    mutationFn: ({ profile, body }: { profile: string; body: Rehearsal }) => rehearse(profile, body),
  });
}
