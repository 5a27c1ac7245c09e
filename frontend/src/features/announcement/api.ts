import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import type { AnnouncementsSearch } from './search';

export type Announcement = Schema<'Announcement'>;
export type Draft = Schema<'AnnouncementDraft'>;

export const ownAnnouncementsQuery = queryOptions({
  queryKey: ['announcements', 'own'],
  queryFn: () => dataOf(api.GET('/api/v1/own-announcements')),
});

export const announcementsQuery = (search: AnnouncementsSearch) =>
  queryOptions({
    queryKey: ['announcements', 'list', search],
    queryFn: () => dataOf(api.GET('/api/v1/announcements', { params: { query: { limit: 100, ...search } } })),
    placeholderData: keepPreviousData,
  });

/** With its version, which a change must name. */
export const announcementQuery = (id: string) =>
  queryOptions({
    queryKey: ['announcements', 'one', id],
    queryFn: async () => {
      const { data, response } = await api.GET('/api/v1/announcements/{id}', { params: { path: { id } } });
      return { announcement: data as Announcement, version: response.headers.get('ETag') ?? '' };
    },
  });

function useAfterwards() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['announcements'] });
}

type Publication = { readonly body: Draft; readonly idempotencyKey: string };

export function usePublish() {
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: Publication) =>
      dataOf(api.POST('/api/v1/announcements', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body })),
    onSuccess: useAfterwards(),
  });
}

export function useChangeAnnouncement(id: string, version: string) {
  return useMutation({
    mutationFn: (body: Draft) =>
      dataOf(
        api.PUT('/api/v1/announcements/{id}', { params: { path: { id }, header: { 'If-Match': version } }, body }),
      ),
    onSuccess: useAfterwards(),
  });
}

export function useRemoveAnnouncement(id: string) {
  return useMutation({
    mutationFn: () => api.DELETE('/api/v1/announcements/{id}', { params: { path: { id } } }),
    onSuccess: useAfterwards(),
  });
}
