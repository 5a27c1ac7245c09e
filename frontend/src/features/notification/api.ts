import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import { dayBoundary } from '../../shared/format/dates';
import type { NoticesSearch, TemplatesSearch } from './search';

export type Notice = Schema<'Notice'>;

/** The days of the URL become instants of the tenant's zone. */
function toQuery({ from, to, ...rest }: NoticesSearch, timeZone: string) {
  return {
    ...rest,
    ...(from && { from: dayBoundary(from, 'start', timeZone) }),
    ...(to && { to: dayBoundary(to, 'end', timeZone) }),
  };
}

export const noticesQuery = (search: NoticesSearch, timeZone: string) =>
  queryOptions({
    queryKey: ['notices', 'list', search, timeZone],
    queryFn: () =>
      dataOf(api.GET('/api/v1/notices', { params: { query: { limit: 100, ...toQuery(search, timeZone) } } })),
    placeholderData: keepPreviousData,
  });

/** How many could not be delivered; part of the list, so that another attempt has it counted anew. */
export const undeliveredQuery = queryOptions({
  queryKey: ['notices', 'list', 'undelivered'],
  queryFn: () => dataOf(api.GET('/api/v1/notices', { params: { query: { state: 'FAILED', limit: 1 } } })),
});

export const noticeTemplatesQuery = (search: TemplatesSearch, pageLanguage: string) =>
  queryOptions({
    queryKey: ['notices', 'templates', search, pageLanguage],
    queryFn: () => dataOf(api.GET('/api/v1/notice-templates', { params: { query: search } })),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const mailLanguageQuery = queryOptions({
  queryKey: ['notices', 'language'],
  queryFn: () => dataOf(api.GET('/api/v1/notices/language')),
});

export function useChooseMailLanguage() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (language: Schema<'MailLanguage'> | undefined) =>
      dataOf(api.PUT('/api/v1/notices/language', { body: language ? { language } : {} })),
    onSuccess: (choice) => queries.setQueryData(mailLanguageQuery.queryKey, choice),
  });
}

export function useRetryNotice() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => dataOf(api.POST('/api/v1/notices/{id}/retry', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['notices', 'list'] }),
  });
}
