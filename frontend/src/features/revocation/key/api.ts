import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client';
import type { Schema } from '../../../api/types';
import type { BlockedKeysSearch, KeyCompromisesSearch } from './search';

export type FoundCertificate = Schema<'FoundCertificate'>;
export type KeyFacts = Schema<'KeyFacts'>;
export type KeyCompromise = Schema<'KeyCompromise'>;
export type KeyCompromiseState = Schema<'KeyCompromiseState'>;
export type KeyProof = Schema<'KeyProof'>;
export type KeyReport = Schema<'KeyReport'>;
export type BlockedKey = Schema<'BlockedKey'>;

const search = (text: string, cursor?: string) =>
  dataOf(
    api.POST('/api/v1/certificate-searches', {
      params: { query: { limit: 100, ...(cursor && { cursor }) } },
      body: { text },
    }),
  );

/** What the registers of all tenants hold. */
export const foundQuery = (text: string, cursor?: string) =>
  queryOptions({
    queryKey: ['certificates', 'found', text, cursor],
    queryFn: () => search(text, cursor),
    placeholderData: keepPreviousData,
  });

/** What is too long for an address is looked for once; from then on the SHA-256 of its key stands for it. */
export function useFind() {
  return useMutation({ mutationFn: (text: string) => search(text) });
}

export const keyCompromisesQuery = (filter: KeyCompromisesSearch) =>
  queryOptions({
    queryKey: ['key-compromises', 'list', filter],
    queryFn: () => dataOf(api.GET('/api/v1/key-compromises', { params: { query: { limit: 100, ...filter } } })),
    placeholderData: keepPreviousData,
  });

export const keyCompromiseQuery = (id: string) =>
  queryOptions({
    queryKey: ['key-compromises', 'one', id],
    queryFn: () => dataOf(api.GET('/api/v1/key-compromises/{id}', { params: { path: { id } } })),
  });

export const blockedKeysQuery = (filter: BlockedKeysSearch) =>
  queryOptions({
    queryKey: ['blocked-keys', filter],
    queryFn: () => dataOf(api.GET('/api/v1/blocked-keys', { params: { query: { limit: 100, ...filter } } })),
    placeholderData: keepPreviousData,
  });

export function useOpen() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, idempotencyKey }: { readonly key: string; readonly idempotencyKey: string }) =>
      dataOf(
        api.POST('/api/v1/key-compromises', {
          params: { header: { 'Idempotency-Key': idempotencyKey } },
          body: { key },
        }),
      ),
    onSuccess: (opened) => {
      queries.setQueryData(keyCompromiseQuery(opened.id).queryKey, opened);
      return queries.invalidateQueries({ queryKey: ['key-compromises', 'list'] });
    },
  });
}

/** Each step gives the case as it is afterwards. */
function useStep<Input>(id: string, step: (input: Input) => Promise<KeyCompromise>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: (after) => {
      queries.setQueryData(keyCompromiseQuery(id).queryKey, after);
      return Promise.all([
        queries.invalidateQueries({ queryKey: ['key-compromises', 'list'] }),
        queries.invalidateQueries({ queryKey: ['blocked-keys'] }),
        queries.invalidateQueries({ queryKey: ['certificates'] }),
        queries.invalidateQueries({ queryKey: ['revocations', 'list'] }),
      ]);
    },
  });
}

export function useProve(id: string) {
  return useStep(id, (body: KeyProof) =>
    dataOf(api.POST('/api/v1/key-compromises/{id}/proof', { params: { path: { id } }, body })),
  );
}

export function useSubmitCompromise(id: string) {
  return useStep(id, (body: Schema<'KeyCompromiseSubmission'>) =>
    dataOf(api.POST('/api/v1/key-compromises/{id}/submission', { params: { path: { id } }, body })),
  );
}

/** For whoever has no account. */
export function useReport() {
  return useMutation({
    mutationFn: (body: Schema<'KeyReportRequest'>) => dataOf(api.POST('/api/v1/key-reports', { body })),
  });
}

export function useProveReport(id: string) {
  return useMutation({
    mutationFn: (body: KeyProof) =>
      dataOf(api.POST('/api/v1/key-reports/{id}/proof', { params: { path: { id } }, body })),
  });
}
