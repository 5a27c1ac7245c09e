import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import { dayBoundary, dayOf } from '../../shared/format/dates';
import type { RenewalsSearch, UncollectedSearch } from './search';

export type Renewal = Schema<'Renewal'>;
export type RenewalState = Schema<'RenewalState'>;
export type Kind = Schema<'RenewalFileKind'>;
export type Operation = Schema<'RenewalFileOperation'>;
export type Uncollected = Schema<'Uncollected'>;
export type Encoding = 'Shift_JIS' | 'UTF-8';

export const KINDS = ['SERVER', 'CLIENT', 'CODE_SIGNING'] as const satisfies readonly Kind[];
export const STATES = ['NOT_RENEWED', 'NOT_COLLECTED', 'RENEWED'] as const satisfies readonly RenewalState[];

const DAY = 86_400_000;
const USUAL = 90;

/** The days of the URL become instants of the tenant's zone; days counted from today end with the last of them. */
export function filterOf(search: RenewalsSearch, timeZone: string, now: number) {
  const { domain, q, expiresFrom, expiresTo, within } = search;
  const last = dayOf(now + Number(within ?? USUAL) * DAY, timeZone);
  return {
    ...(domain && { domain }),
    ...(q && { q }),
    ...(expiresFrom && { expiresFrom: dayBoundary(expiresFrom, 'start', timeZone) }),
    expiresTo: dayBoundary(expiresTo ?? last, 'end', timeZone),
  };
}

export type RenewalFilter = ReturnType<typeof filterOf>;

export const renewalsQuery = (
  kind: Kind,
  filter: RenewalFilter,
  page: { readonly state?: RenewalState | undefined; readonly cursor?: string | undefined },
) =>
  queryOptions({
    queryKey: ['renewals', 'list', kind, filter, page],
    queryFn: () => dataOf(api.GET('/api/v1/renewals', { params: { query: { limit: 100, kind, ...filter, ...page } } })),
    placeholderData: keepPreviousData,
  });

export const renewalCountsQuery = (kind: Kind, filter: RenewalFilter) =>
  queryOptions({
    queryKey: ['renewals', 'counts', kind, filter],
    queryFn: () => dataOf(api.GET('/api/v1/renewals/counts', { params: { query: { kind, ...filter } } })),
    placeholderData: keepPreviousData,
  });

export const uncollectedQuery = (search: UncollectedSearch) =>
  queryOptions({
    queryKey: ['renewals', 'uncollected', search],
    queryFn: () =>
      dataOf(api.GET('/api/v1/uncollected-certificates', { params: { query: { limit: 100, ...search } } })),
    placeholderData: keepPreviousData,
  });

/** Certificates that were selected, or all that a filter lets through. */
export type Choice =
  | { readonly certificates: readonly string[] }
  | { readonly filter: RenewalFilter; readonly count: number };

const bodyOf = (choice: Choice) =>
  'certificates' in choice ? { certificates: [...choice.certificates] } : { filter: choice.filter };

type FileOrder = {
  readonly operation: Operation;
  readonly kind: Kind;
  readonly choice: Choice;
  readonly encoding: Encoding;
};

export const useMakeFile = () =>
  useMutation({
    mutationFn: async ({ operation, kind, choice, encoding }: FileOrder): Promise<Blob> => {
      const { data } = await api.POST('/api/v1/renewals/file', {
        body: { operation, kind, encoding, ...bodyOf(choice) },
        parseAs: 'blob',
      });
      return data as Blob;
    },
  });

type MailOrder = { readonly kind: Kind; readonly choice: Choice; readonly idempotencyKey: string };

export const useAsk = () =>
  useMutation({
    mutationFn: ({ kind, choice, idempotencyKey }: MailOrder) =>
      dataOf(
        api.POST('/api/v1/renewals/mail', {
          params: { header: { 'Idempotency-Key': idempotencyKey } },
          body: { kind, ...bodyOf(choice) },
        }),
      ),
  });

export function useRenewPin() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      await api.POST('/api/v1/certificates/{id}/access-pin', { params: { path: { id } } });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['renewals', 'uncollected'] }),
  });
}

export function useWithdraw() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      await api.DELETE('/api/v1/certificates/{id}/invitation', { params: { path: { id } } });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['renewals', 'uncollected'] }),
  });
}

type Addresses = { readonly id: string; readonly administrator: string; readonly holder: string };

export function useCorrectAddresses() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, ...body }: Addresses) => {
      await api.PUT('/api/v1/certificates/{id}/invitation', { params: { path: { id } }, body });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['renewals', 'uncollected'] }),
  });
}

type InvitationOrder = { readonly certificates: readonly string[]; readonly idempotencyKey: string };

export const useInviteMany = () =>
  useMutation({
    mutationFn: ({ certificates, idempotencyKey }: InvitationOrder) =>
      dataOf(
        api.POST('/api/v1/uncollected-certificates/mail', {
          params: { header: { 'Idempotency-Key': idempotencyKey } },
          body: { certificates: [...certificates] },
        }),
      ),
  });

export const useInviteAgain = () =>
  useMutation({
    mutationFn: async (id: string) => {
      await api.POST('/api/v1/certificates/{id}/invitation', { params: { path: { id } } });
    },
  });
