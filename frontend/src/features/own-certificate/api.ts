import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import { fileNameOf } from '../../shared/format/text';

export type OwnRenewal = Schema<'OwnRenewal'>;
export type Begun = Schema<'OwnRenewalBegun'>;
export type OwnCertificate = Schema<'OwnCertificateLine'>;
export type OwnIssuance = Schema<'OwnIssuance'>;
export type OwnIssuanceOffer = Schema<'OwnIssuanceOffer'>;
export type OwnConfirmation = Schema<'OwnConfirmation'>;
export type KeyFile = { readonly blob: Blob; readonly name: string };

export const ownRenewalQuery = queryOptions({
  queryKey: ['own-renewal'],
  queryFn: () => dataOf(api.GET('/api/v1/own-certificate/renewal')),
});

/** All that one has, the newest first, and whether this page may make the key of another. */
export const ownCertificatesQuery = queryOptions({
  queryKey: ['own-certificates'],
  queryFn: () => dataOf(api.GET('/api/v1/own-certificate')),
});

/** Has a key of this browser certified. The same key again gets the same certificate again. */
export function issueOwn(csr: string, reproof: string): Promise<OwnIssuance> {
  return dataOf(api.POST('/api/v1/own-certificate/issuance', { body: { csr, ...(reproof && { reproof }) } }));
}

/** Tells that the file was stored: from then on what it supersedes is refused, perhaps this session with it. */
export function useConfirmOwn() {
  return useMutation({
    mutationFn: (serial: string) => dataOf(api.POST('/api/v1/own-certificate/confirmation', { body: { serial } })),
  });
}

/** Takes effect at once; where it is the one of this session, the session ends with it. */
export function useRevokeOwn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: Schema<'RevocationReason'> }) =>
      dataOf(api.POST('/api/v1/certificates/{id}/revocation', { params: { path: { id } }, body: { reason } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['own-certificates'] }),
  });
}

export function useBeginRenewal() {
  return useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/own-certificate/renewal')),
    // The PIN is not kept beyond the page that shows it.
    gcTime: 0,
  });
}

export function useIssue({ token, pin }: Begun) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<KeyFile> => {
      const { data, response } = await api.POST('/api/v1/enrolments/{token}/collection', {
        params: { path: { token } },
        body: { format: 'P12', secret: pin },
        parseAs: 'blob',
      });
      return {
        blob: data as unknown as Blob,
        name: fileNameOf(response.headers.get('Content-Disposition'), 'certificate.p12'),
      };
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['own-renewal'] }),
    gcTime: 0,
  });
}
