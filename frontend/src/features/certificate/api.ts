import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, PASSIVE } from '../../api/client';
import type { Schema } from '../../api/types';
import { dayBoundary } from '../../shared/format/dates';
import type { CertificatesSearch } from './search';

export type Certificate = Schema<'Certificate'>;
export type CertificateDetail = Schema<'CertificateDetail'>;
export type CertificateStatus = Schema<'CertificateStatus'>;
export type CertificateKind = Schema<'CertificateKind'>;

/** The days of the URL become instants of the tenant's zone. */
export function toQuery(search: CertificatesSearch, timeZone: string) {
  const { issuedFrom, issuedTo, expiresFrom, expiresTo, ...rest } = search;
  return {
    ...rest,
    ...(issuedFrom && { issuedFrom: dayBoundary(issuedFrom, 'start', timeZone) }),
    ...(issuedTo && { issuedTo: dayBoundary(issuedTo, 'end', timeZone) }),
    ...(expiresFrom && { expiresFrom: dayBoundary(expiresFrom, 'start', timeZone) }),
    ...(expiresTo && { expiresTo: dayBoundary(expiresTo, 'end', timeZone) }),
  };
}

export const certificatesQuery = (search: CertificatesSearch, timeZone: string) =>
  queryOptions({
    queryKey: ['certificates', 'list', search, timeZone],
    queryFn: () =>
      dataOf(api.GET('/api/v1/certificates', { params: { query: { limit: 100, ...toQuery(search, timeZone) } } })),
    placeholderData: keepPreviousData,
  });

export const certificateQuery = (id: string) =>
  queryOptions({
    queryKey: ['certificates', 'one', id],
    queryFn: () => dataOf(api.GET('/api/v1/certificates/{id}', { params: { path: { id } } })),
  });

/** Has nobody told any more that it expires, or has them told again. */
export function useMute(id: string) {
  const queries = useQueryClient();
  const at = { params: { path: { id } } };
  return useMutation({
    mutationFn: async (muted: boolean) => {
      await (muted ? api.PUT('/api/v1/certificates/{id}/mute', at) : api.DELETE('/api/v1/certificates/{id}/mute', at));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['certificates', 'one', id] }),
  });
}

/** The same without extending the session. */
export const fetchCertificatePassively = (id: string) =>
  dataOf(api.GET('/api/v1/certificates/{id}', { params: { path: { id } }, headers: PASSIVE }));

export const downloadUrl = (id: string, file: 'certificate.pem' | 'chain.pem'): string =>
  `/api/v1/certificates/${encodeURIComponent(id)}/${file}`;

/** The list of client certificates has those for mail, too. */
export function exportUrl(kind: string | undefined, encoding: 'Shift_JIS' | 'UTF-8'): string {
  const listed = kind === 'SMIME' ? 'CLIENT' : kind;
  const exported = (['SERVER', 'CLIENT', 'CODE_SIGNING'] as const).find((one) => one === listed) ?? 'ALL';
  return `/api/v1/certificates/export.tsv?${new URLSearchParams({ kind: exported, encoding })}`;
}
