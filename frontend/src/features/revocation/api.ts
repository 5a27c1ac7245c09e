import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';

export type RevocationRequest = Schema<'RevocationRequest'>;
export type RevocationReason = Schema<'RevocationReason'>;

export const REASONS: readonly RevocationReason[] = [
  'CESSATION_OF_OPERATION',
  'SUPERSEDED',
  'AFFILIATION_CHANGED',
  'KEY_COMPROMISE',
  'UNSPECIFIED',
];

export function useRevoke(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: RevocationRequest) =>
      dataOf(api.POST('/api/v1/certificates/{id}/revocation', { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['certificates'] }),
  });
}
