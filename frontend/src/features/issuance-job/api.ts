import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, PASSIVE } from '../../api/client';
import { isProblem } from '../../api/problems';
import type { Schema } from '../../api/types';
import { dayBoundary } from '../../shared/format/dates';
import { offerDownload } from '../../shared/format/download';
import { fileNameOf } from '../../shared/format/text';
import type { ManagedSearch } from './search';

export type Certificate = Schema<'Certificate'>;
export type IssuanceOffer = Schema<'IssuanceOffer'>;
export type IssuanceJob = Schema<'IssuanceJob'>;
export type IssuanceJobRequest = Schema<'IssuanceJobRequest'>;
export type JobCertificate = Schema<'JobCertificate'>;
export type HandOut = Schema<'HandOut'>;
export type HandOutMade = Schema<'HandOutMade'>;
export type HandOutLot = Schema<'HandOutLot'>;
export type P12Profile = Schema<'P12Profile'>;

export const isRunning = ({ state }: IssuanceJob): boolean => state === 'RUNNING' || state === 'CANCELLING';

/** What may be added now. Looked at again by itself, so that what another window or person does shows here, too (DN-023). */
export const offerQuery = queryOptions({
  queryKey: ['issuance-offer'],
  queryFn: () => dataOf(api.GET('/api/v1/issuance-offer')),
  refetchInterval: ({ state }) => (state.data?.offered ? refreshMillis(state.data) : false),
});

const refreshMillis = ({ refreshSeconds }: IssuanceOffer): number | false =>
  refreshSeconds ? refreshSeconds * 1000 : false;

/** The days of the URL become instants of the tenant's zone. */
function toQuery({ show, sort, issuedFrom, issuedTo, expiresTo, ...rest }: ManagedSearch, timeZone: string) {
  return {
    ...rest,
    kind: 'CLIENT' as const,
    sort: sort ?? ('OLDEST' as const),
    ...(show !== 'all' && { valid: true }),
    ...(issuedFrom && { issuedFrom: dayBoundary(issuedFrom, 'start', timeZone) }),
    ...(issuedTo && { issuedTo: dayBoundary(issuedTo, 'end', timeZone) }),
    ...(expiresTo && { expiresTo: dayBoundary(expiresTo, 'end', timeZone) }),
  };
}

export const managedQuery = (search: ManagedSearch, timeZone: string, offer: IssuanceOffer) =>
  queryOptions({
    queryKey: ['certificates', 'managed', search, timeZone, offer.pageSize],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/certificates', { params: { query: { limit: offer.pageSize, ...toQuery(search, timeZone) } } }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: refreshMillis(offer),
  });

/** How many valid certificates end until then. */
export const endingQuery = (expiresTo: string) =>
  queryOptions({
    queryKey: ['certificates', 'ending', expiresTo],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/certificates', {
            params: { query: { kind: 'CLIENT', valid: true, status: 'ISSUED', expiresTo, limit: 1 } },
          }),
        )
      ).total,
  });

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['issuance-jobs', 'one', id],
    queryFn: () => dataOf(api.GET('/api/v1/issuance-jobs/{id}', { params: { path: { id } } })),
  });

const NEWEST = ['issuance-jobs', 'newest'];

/** Null where there never was one. Looked at again while it runs; whatever begins one invalidates it. */
export const newestJobQuery = queryOptions({
  queryKey: NEWEST,
  queryFn: async () =>
    (await dataOf(api.GET('/api/v1/issuance-jobs', { params: { query: { limit: 1 } }, headers: PASSIVE }))).items[0] ??
    null,
  refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? 3000 : false),
});

export const fetchJobPassively = (id: string) =>
  dataOf(api.GET('/api/v1/issuance-jobs/{id}', { params: { path: { id } }, headers: PASSIVE }));

/** A page of its certificates, those that are still being issued among them. */
export const jobCertificatesQuery = (id: string, limit: number, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['issuance-jobs', 'certificates', id, limit, cursor],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/issuance-jobs/{id}/certificates', {
          params: { path: { id }, query: { limit, ...(cursor && { cursor }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const failedCertificatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['issuance-jobs', 'failed', id],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/issuance-jobs/{id}/certificates', {
          params: { path: { id }, query: { state: 'FAILED', limit: 100 } },
        }),
      ),
  });

type Begun = { readonly body: IssuanceJobRequest; readonly idempotencyKey: string };

export function useBegin() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: Begun) =>
      dataOf(api.POST('/api/v1/issuance-jobs', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body })),
    // It may hold a password.
    gcTime: 0,
    onSuccess: (job) => {
      queries.setQueryData(jobQuery(job.id).queryKey, job);
      // Followed from the start: a small one may be over before anybody asks what runs.
      queries.setQueryData(offerQuery.queryKey, (offer) => offer && { ...offer, running: job });
    },
    // Also when it was refused: somebody else may have begun one, or taken the licences.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: NEWEST });
      return queries.invalidateQueries({ queryKey: offerQuery.queryKey });
    },
  });
}

export function useCancel(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/issuance-jobs/{id}/cancellation', { params: { path: { id } } })),
    onSuccess: (job) => queries.setQueryData(jobQuery(id).queryKey, job),
  });
}

/** Of all valid certificates; the browser saves it as it comes. */
export const bundleUrl = (p12Profile: P12Profile): string =>
  `/api/v1/certificates/bundle.zip?${new URLSearchParams({ p12Profile })}`;

export const PASSWORDS_URL = '/api/v1/certificates/passwords.csv';

type Selected = { readonly certificates: readonly string[]; readonly p12Profile: P12Profile };

export function useSelectedBundle() {
  return useMutation({
    mutationFn: async ({ certificates, p12Profile }: Selected) =>
      save(
        await api.POST('/api/v1/certificates/bundle.zip', {
          body: { certificates: [...certificates], p12Profile },
          parseAs: 'blob',
        }),
        'certificates.zip',
      ),
  });
}

export function useSelectedPasswords() {
  return useMutation({
    mutationFn: async (certificates: readonly string[]) =>
      save(
        await api.POST('/api/v1/certificates/passwords.csv', {
          body: { certificates: [...certificates] },
          parseAs: 'blob',
        }),
        'passwords.csv',
      ),
  });
}

function save({ data, response }: { data?: unknown; response: Response }, fallback: string): void {
  offerDownload(data as Blob, fileNameOf(response.headers.get('Content-Disposition'), fallback));
}

const handOutKey = (id: string) => ['hand-outs', id];

/** Null where no link was made. */
export const handOutQuery = (id: string) =>
  queryOptions({
    queryKey: handOutKey(id),
    queryFn: async (): Promise<HandOut | null> => {
      try {
        return await dataOf(api.GET('/api/v1/certificates/{id}/hand-out', { params: { path: { id } } }));
      } catch (error) {
        if (isProblem(error, 'hand-out-missing')) return null;
        throw error;
      }
    },
  });

export function useHandOut(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/certificates/{id}/hand-out', { params: { path: { id } } })),
    // Shown once: it does not stay in memory for longer than its dialog.
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: handOutKey(id) }),
  });
}

export function useWithdraw(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await api.DELETE('/api/v1/certificates/{id}/hand-out', { params: { path: { id } } });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: handOutKey(id) }),
  });
}

/** Whose links are made together: what is selected, or what one job issued. */
export type LotOf = { readonly certificates: readonly string[] } | { readonly job: IssuanceJob };

export function useHandOutLot() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (certificates: readonly string[]) =>
      dataOf(api.POST('/api/v1/hand-outs', { body: { certificates: [...certificates] } })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['certificates'] });
      void queries.invalidateQueries({ queryKey: ['hand-outs'] });
    },
  });
}

/** What a job issued and nobody has revoked since; looked at anew each time somebody wants to hand it out. */
export const validOfJobQuery = (id: string) =>
  queryOptions({
    queryKey: ['issuance-jobs', 'valid', id],
    queryFn: () => validOfJob(id),
    staleTime: 0,
    gcTime: 0,
  });

async function validOfJob(id: string): Promise<string[]> {
  const valid: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await dataOf(
      api.GET('/api/v1/issuance-jobs/{id}/certificates', {
        params: { path: { id }, query: { state: 'ISSUED', limit: 1000, ...(cursor && { cursor }) } },
      }),
    );
    valid.push(
      ...page.items.flatMap(({ certificateId, revokedAt }) => (certificateId && !revokedAt ? [certificateId] : [])),
    );
    cursor = page.next;
  } while (cursor);
  return valid;
}

export const linksUrl = (lot: HandOutLot): string => `/api/v1/hand-outs/${lot.id}/links.csv`;
export const pinsUrl = (lot: HandOutLot): string => `/api/v1/hand-outs/${lot.id}/pins.csv`;

export function useNoteGivenTo(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (givenTo: string) => {
      await api.PUT('/api/v1/certificates/{id}/given-to', { params: { path: { id } }, body: { givenTo } });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['certificates'] }),
  });
}

/** For ten minutes nothing is asked for again. */
export function useProveAgain() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (reproof: string) => {
      await api.POST('/api/v1/session/reproof', { body: { reproof } });
    },
    // It holds a password.
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: offerQuery.queryKey }),
  });
}
