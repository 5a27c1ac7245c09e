import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import { fileNameOf } from '../../shared/format/text';
import { pageKeyOf } from './pageKey';

export type Enrolment = Schema<'Enrolment'>;
export type EnrolmentLot = Schema<'EnrolmentLot'>;
export type CollectionFormat = Schema<'CollectionFormat'>;
export type Collection = Schema<'Collection'>;
export type P12Profile = Schema<'P12Profile'>;

export const enrolmentQuery = (token: string) =>
  queryOptions({
    queryKey: ['enrolment', token],
    queryFn: () => dataOf(api.GET('/api/v1/enrolments/{token}', { params: { path: { token } } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const lotQuery = (token: string) =>
  queryOptions({
    queryKey: ['enrolment-lot', token],
    queryFn: () => dataOf(api.GET('/api/v1/enrolment-lots/{token}', { params: { path: { token } } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

export type CollectedFile = { readonly blob: Blob; readonly name: string };

export function useCollect(token: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: Collection): Promise<CollectedFile> => {
      const { data, response } = await api.POST('/api/v1/enrolments/{token}/collection', {
        params: { path: { token }, header: { 'Idempotency-Key': pageKeyOf(token) } },
        body,
        parseAs: 'blob',
      });
      const name = fileNameOf(response.headers.get('Content-Disposition'), FALLBACK_NAME[body.format]);
      return { blob: data as unknown as Blob, name };
    },
    // Used, lapsed or revoked meanwhile: show what is true now.
    onError: () => queries.invalidateQueries({ queryKey: ['enrolment', token] }),
  });
}

export function useCollectLot(token: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (p12Profile: P12Profile | undefined): Promise<CollectedFile> => {
      const { data, response } = await api.POST('/api/v1/enrolment-lots/{token}/collection', {
        params: { path: { token }, header: { 'Idempotency-Key': pageKeyOf(token) } },
        body: p12Profile ? { p12Profile } : {},
        parseAs: 'blob',
      });
      const name = fileNameOf(response.headers.get('Content-Disposition'), 'certificates.zip');
      return { blob: data as unknown as Blob, name };
    },
    onError: () => queries.invalidateQueries({ queryKey: ['enrolment-lot', token] }),
  });
}

/** Has the key of this browser certified. The same key again gets the same certificate again. */
export function certify(token: string, secret: string, csr: string) {
  return dataOf(
    api.POST('/api/v1/enrolments/{token}/issuance', { params: { path: { token } }, body: { secret, csr } }),
  );
}

const FALLBACK_NAME: Record<CollectionFormat, string> = {
  PEM: 'certificate.cer',
  FULLCHAIN: 'fullchain.pem',
  PKCS7: 'certificate.p7b',
  P12: 'certificate.p12',
  MOBILECONFIG: 'certificate.mobileconfig',
};
