import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import { fileNameOf } from '../../shared/format/text';
import type { DeskActionsSearch } from './search';

export type Desk = Schema<'Desk'>;
export type DeskOffer = Schema<'DeskOffer'>;
export type DeskAction = Schema<'DeskAction'>;

/** Titles and effects come from the server, in the language of the page: so the language is part of the key. */
export const deskQuery = (account: string, language: string) =>
  queryOptions({
    queryKey: ['desk', 'of', account, language],
    queryFn: () => dataOf(api.GET('/api/v1/accounts/{id}/desk', { params: { path: { id: account } } })),
  });

export const deskActionsQuery = (search: DeskActionsSearch, language: string) =>
  queryOptions({
    queryKey: ['desk', 'list', search, language],
    queryFn: () => dataOf(api.GET('/api/v1/desk-actions', { params: { query: { limit: 100, ...search } } })),
    placeholderData: keepPreviousData,
  });

/** The latest actions after which a certificate could be acquired anew. */
export const reissuesQuery = (language: string) =>
  queryOptions({
    queryKey: ['desk', 'reissues', language],
    queryFn: () => dataOf(api.GET('/api/v1/desk-actions', { params: { query: { limit: 5, reissues: true } } })),
  });

export const deskActionQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['desk', 'one', id, language],
    queryFn: () => dataOf(api.GET('/api/v1/desk-actions/{id}', { params: { path: { id } } })),
  });

/** Whatever is done changes the account, what can be done next, and perhaps certificates. */
export function useAfterwards() {
  const queries = useQueryClient();
  return () =>
    Promise.all(['desk', 'accounts', 'certificates'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
}

type Taken = { readonly body: Schema<'DeskActionRequest'>; readonly idempotencyKey: string };

export function useTakeAction(account: string) {
  const afterwards = useAfterwards();
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: Taken) =>
      dataOf(
        api.POST('/api/v1/accounts/{id}/desk-actions', {
          params: { path: { id: account }, header: { 'Idempotency-Key': idempotencyKey } },
          body,
        }),
      ),
    // It may hold the own password.
    gcTime: 0,
    onSuccess: afterwards,
  });
}

export function useDecide(id: string, decision: 'approval' | 'refusal') {
  const afterwards = useAfterwards();
  return useMutation({
    mutationFn: (comment: string) => {
      const call = { params: { path: { id } }, body: comment ? { comment } : {} };
      return dataOf(
        decision === 'approval'
          ? api.POST('/api/v1/desk-actions/{id}/approval', call)
          : api.POST('/api/v1/desk-actions/{id}/refusal', call),
      );
    },
    onSuccess: afterwards,
  });
}

export type LetterFile = { readonly blob: Blob; readonly name: string };

/**
 * Makes the letter, which works once. It is kept by nobody but the page that shows it, which therefore asks for nothing anew
 * before it is closed.
 */
export function usePrintLetter(id: string) {
  return useMutation({
    gcTime: 0,
    mutationFn: async (): Promise<LetterFile> => {
      const { data, response } = await api.POST('/api/v1/desk-actions/{id}/letter', {
        params: { path: { id } },
        parseAs: 'blob',
      });
      return {
        blob: data as unknown as Blob,
        name: fileNameOf(response.headers.get('Content-Disposition'), 'letter.pdf'),
      };
    },
  });
}
