import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';

export type Policy = Schema<'Policy'>;
export type PolicyKey = Schema<'PolicyKey'>;
export type PolicyDifference = Schema<'PolicyDifference'>;
export type PolicySentence = Schema<'PolicySentence'>;
export type PolicyPreset = Schema<'PolicyPreset'>;

/** Titles come from the server, in the language of the page: so the language is part of the key. */
export const keysQuery = (language: string) =>
  queryOptions({
    queryKey: ['policy', 'keys', language],
    queryFn: () => dataOf(api.GET('/api/v1/policy-keys')),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const presetsQuery = (language: string) =>
  queryOptions({
    queryKey: ['policy', 'presets', language],
    queryFn: () => dataOf(api.GET('/api/v1/policy-presets')),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const policyQuery = (tenant: string, language: string) =>
  queryOptions({
    queryKey: ['policy', 'of', tenant, language],
    queryFn: () => dataOf(api.GET('/api/v1/tenants/{id}/policy', { params: { path: { id: tenant } } })),
  });

export const versionsQuery = (tenant: string, language: string) =>
  queryOptions({
    queryKey: ['policy', 'versions', tenant, language],
    queryFn: () => dataOf(api.GET('/api/v1/tenants/{id}/policy/versions', { params: { path: { id: tenant } } })),
  });

export type Draft = Schema<'PolicyDraft'>;

export const checkQuery = (tenant: string, draft: Draft, language: string) =>
  queryOptions({
    queryKey: ['policy', 'check', tenant, draft, language],
    queryFn: () =>
      dataOf(api.POST('/api/v1/tenants/{id}/policy/check', { params: { path: { id: tenant } }, body: draft })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export function useChangePolicy(tenant: string, version: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'PolicyChange'>) =>
      dataOf(
        api.PUT('/api/v1/tenants/{id}/policy', {
          params: { path: { id: tenant }, header: { 'If-Match': `"${version}"` } },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['policy'] }),
  });
}
