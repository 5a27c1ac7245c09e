import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import { isProblem } from '../../api/problems';
import type { Schema } from '../../api/types';
import { fileNameOf } from '../../shared/format/text';
import type { KeyFileWish } from '../../shared/keyFile/TargetChoice';

export type Acquisition = Schema<'Enrolment'>;
export type KeyFile = { readonly blob: Blob; readonly name: string };

/** The three that prove who it is. They do not stay in memory for longer than their form. */
export function useAcquire() {
  return useMutation({
    mutationFn: (body: Schema<'AcquisitionRequest'>) => dataOf(api.POST('/api/v1/acquisitions', { body })),
    gcTime: 0,
  });
}

/** Asks by itself until the certificate is there; the server says how often (SC-032). */
export const acquisitionQuery = (token: string) =>
  queryOptions({
    queryKey: ['acquisition', token],
    queryFn: () => dataOf(api.GET('/api/v1/enrolments/{token}', { params: { path: { token } } })),
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data?.state === 'ISSUING' && (dataUpdateCount < 2 ? 1000 : (data.refreshSeconds ?? 5) * 1000),
  });

/** What is asked for, said as the contract says it. */
function wished({ target, profile }: KeyFileWish, mobileConfig: boolean) {
  return target === 'IOS' && mobileConfig
    ? { format: 'MOBILECONFIG' as const, target }
    : { format: 'P12' as const, target, ...(profile && { p12Profile: profile }) };
}

type CollectionWish = KeyFileWish & { readonly secret: string };

export function useCollectKeyFile(token: string, mobileConfig: boolean) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ secret, ...wish }: CollectionWish): Promise<KeyFile> => {
      const { data, response } = await api.POST('/api/v1/enrolments/{token}/collection', {
        params: { path: { token } },
        body: { secret, ...wished(wish, mobileConfig) },
        parseAs: 'blob',
      });
      return keyFileOf(data, response);
    },
    gcTime: 0,
    onSettled: () => queries.invalidateQueries({ queryKey: ['acquisition', token] }),
  });
}

type RenewalWish = KeyFileWish & { readonly password: string };

/** Renews the certificate of this connection in one request. Sent again, it gets the same certificate. */
export function useRenewFile() {
  return useMutation({
    // Whether there are configuration profiles nobody says before; a refusal has used nothing up.
    mutationFn: (wish: RenewalWish) =>
      renewFile(wish, true).catch((error: unknown) => {
        if (isProblem(error, 'format-not-offered')) return renewFile(wish, false);
        throw error;
      }),
    gcTime: 0,
  });
}

async function renewFile({ password, ...wish }: RenewalWish, mobileConfig: boolean): Promise<KeyFile> {
  const { data, response } = await api.POST('/api/v1/own-certificate/renewal-file', {
    body: { password, ...wished(wish, mobileConfig) },
    parseAs: 'blob',
  });
  return keyFileOf(data, response);
}

function keyFileOf(data: unknown, response: Response): KeyFile {
  return {
    blob: data as Blob,
    name: fileNameOf(response.headers.get('Content-Disposition'), 'certificate.p12'),
  };
}
