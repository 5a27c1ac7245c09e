import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';

export type Authority = Schema<'Authority'>;
export type AuthorityLine = Schema<'AuthorityLine'>;
export type AuthorityState = Schema<'AuthorityState'>;
export type Generation = Schema<'Generation'>;
export type GenerationRequest = Schema<'GenerationRequest'>;
export type AuthorityKey = Schema<'AuthorityKey'>;

export type Crl = Schema<'Crl'>;

export const KEYS: readonly AuthorityKey[] = ['P256', 'P384', 'RSA_2048', 'RSA_3072', 'RSA_4096'];

export const authoritiesQuery = queryOptions({
  queryKey: ['authorities'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/authorities'))).items,
  staleTime: 60_000,
});

export const linesQuery = queryOptions({
  queryKey: ['authority-lines'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/authority-lines'))).items,
});

/** Whatever an operator changes, the lines and the public list are read again. */
function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['authority-lines'] }),
        queries.invalidateQueries({ queryKey: ['authorities'] }),
        queries.invalidateQueries({ queryKey: ['crls'] }),
      ]),
  });
}

export function useCreateGeneration(line: string) {
  return useChange(({ body, idempotencyKey }: { body: GenerationRequest; idempotencyKey: string }) =>
    dataOf(
      api.POST('/api/v1/authority-lines/{name}/generations', {
        params: { path: { name: line }, header: { 'Idempotency-Key': idempotencyKey } },
        body,
      }),
    ),
  );
}

export function useCertify(name: string) {
  return useChange((certificates: string) =>
    dataOf(api.POST('/api/v1/authorities/{name}/certificate', { params: { path: { name } }, body: { certificates } })),
  );
}

export function useTrust() {
  return useChange((certificates: string) =>
    dataOf(api.POST('/api/v1/authorities', { body: { certificates } })).then((kept) => kept.items),
  );
}

export function useDiscard(name: string) {
  return useChange(() => dataOf(api.DELETE('/api/v1/authorities/{name}', { params: { path: { name } } })));
}

export function useRetire(name: string) {
  return useChange(() => dataOf(api.POST('/api/v1/authorities/{name}/retirement', { params: { path: { name } } })));
}

export function useSpread(name: string) {
  return useChange((crlShards: number) =>
    dataOf(api.PUT('/api/v1/authorities/{name}/crl-shards', { params: { path: { name } }, body: { crlShards } })),
  );
}

export function useCompromise(name: string) {
  return useChange((confirmation: string) =>
    dataOf(
      api.POST('/api/v1/authorities/{name}/compromise', { params: { path: { name } }, body: { confirmation } }),
    ).then((affected) => affected.items),
  );
}
