import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';

export type InstitutionFilePlan = Schema<'InstitutionFilePlan'>;
export type InstitutionRow = Schema<'InstitutionRow'>;

/** The file as a form part; the contract's type for it is text. */
const multipart = (body: Record<string, unknown>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) form.append(name, value as string | Blob);
  return form;
};

export const useCheckInstitutionFile = () =>
  useMutation({
    mutationFn: (file: File) =>
      dataOf(
        api.POST('/api/v1/institution-files/check', {
          body: { file: file as unknown as string },
          bodySerializer: multipart,
        }),
      ),
  });

export function useCarryOutInstitutionFile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, plan, idempotencyKey }: { file: File; plan: string; idempotencyKey: string }) =>
      dataOf(
        api.POST('/api/v1/institution-files', {
          params: { header: { 'Idempotency-Key': idempotencyKey } },
          body: { file: file as unknown as string, plan },
          bodySerializer: multipart,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tenants'] }),
  });
}
