import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';

export type CertificateRequest = Schema<'CertificateRequest'>;
export type IssuedCertificate = Schema<'IssuedCertificate'>;

export function useApply() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: CertificateRequest; idempotencyKey: string }) =>
      dataOf(api.POST('/api/v1/requests', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['certificates'] }),
  });
}
