import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, PASSIVE } from '../../api/client';
import type { Schema } from '../../api/types';
import type { WebhookSearch, WebhooksSearch } from './search';

export type Webhook = Schema<'Webhook'>;
export type Delivery = Schema<'WebhookDelivery'>;
export type Registration = Schema<'WebhookRegistration'>;
export type Rotation = Schema<'WebhookSecretRotation'>;
export type Change = Schema<'WebhookChange'>;

export const webhooksQuery = (search: WebhooksSearch) =>
  queryOptions({
    queryKey: ['webhooks', 'list', search],
    queryFn: () => dataOf(api.GET('/api/v1/webhooks', { params: { query: { limit: 100, ...search } } })),
    placeholderData: keepPreviousData,
  });

/** With the version that a change is made from. */
export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', 'one', id],
    queryFn: async () => {
      const { data, response } = await api.GET('/api/v1/webhooks/{id}', { params: { path: { id } } });
      return { webhook: data as Webhook, version: response.headers.get('ETag') ?? '' };
    },
  });

export const deliveriesQuery = (id: string, search: WebhookSearch) =>
  queryOptions({
    queryKey: ['webhooks', 'deliveries', id, search],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/webhooks/{id}/deliveries', {
          params: { path: { id }, query: { limit: 100, ...search } },
          headers: PASSIVE,
        }),
      ),
    placeholderData: keepPreviousData,
    // What waits arrives soon, and whoever tries a webhook wants to see it.
    refetchInterval: (query) => (query.state.data?.items.some(({ state }) => state === 'WAITING') ? 2_000 : false),
  });

export function useRegister() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ idempotencyKey, ...body }: Registration & { readonly idempotencyKey: string }) =>
      dataOf(api.POST('/api/v1/webhooks', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body })),
    // The secret is shown once: it does not stay in memory for longer than its page.
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
}

export function useChange(id: string, version: string) {
  return useWebhookMutation((body: Change) =>
    dataOf(api.PUT('/api/v1/webhooks/{id}', { params: { path: { id }, header: { 'If-Match': version } }, body })),
  );
}

export function useRemove(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await api.DELETE('/api/v1/webhooks/{id}', { params: { path: { id } } });
    },
    // The page of what is gone is left; only the list is asked for again.
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks', 'list'] }),
  });
}

export function useRotate(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ idempotencyKey, ...body }: Rotation & { readonly idempotencyKey: string }) =>
      dataOf(
        api.POST('/api/v1/webhooks/{id}/secret', {
          params: { path: { id }, header: { 'Idempotency-Key': idempotencyKey } },
          body,
        }),
      ),
    // The secret is shown once: it does not stay in memory for longer than its dialog.
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
}

export function useResume(id: string) {
  return useWebhookMutation(() => dataOf(api.POST('/api/v1/webhooks/{id}/resumption', { params: { path: { id } } })));
}

export function useTest(id: string) {
  return useWebhookMutation(() => dataOf(api.POST('/api/v1/webhooks/{id}/test', { params: { path: { id } } })));
}

export function useReplay(id: string) {
  return useWebhookMutation((delivery: string) =>
    dataOf(api.POST('/api/v1/webhooks/{id}/deliveries/{delivery}/replay', { params: { path: { id, delivery } } })),
  );
}

function useWebhookMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks'] }) });
}
