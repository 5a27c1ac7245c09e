import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import type { StatisticsSearch } from './search';

export type CertificateStatistics = Schema<'CertificateStatistics'>;
export type Counts = Schema<'StatisticsCounts'>;
export type ExpiryForecast = Schema<'ExpiryForecast'>;
export type FailedLogIns = Schema<'FailedLogIns'>;

export const certificateStatisticsQuery = (search: StatisticsSearch) =>
  queryOptions({
    queryKey: ['statistics', 'certificates', search],
    queryFn: () => dataOf(api.GET('/api/v1/statistics/certificates', { params: { query: search } })),
    placeholderData: keepPreviousData,
  });

export const expiryForecastQuery = (tenant: string | undefined) =>
  queryOptions({
    queryKey: ['statistics', 'expiry', tenant],
    queryFn: () => dataOf(api.GET('/api/v1/statistics/expiry', { params: { query: tenant ? { tenant } : {} } })),
    placeholderData: keepPreviousData,
  });

export const failedLogInsQuery = (tenant: string | undefined) =>
  queryOptions({
    queryKey: ['statistics', 'failedLogIns', tenant],
    queryFn: () =>
      dataOf(api.GET('/api/v1/statistics/failed-log-ins', { params: { query: tenant ? { tenant } : {} } })),
    placeholderData: keepPreviousData,
  });

/** Where a table of the statistics is downloaded from. */
export function exportPath(search: StatisticsSearch, by: 'DOMAIN' | 'MONTH', format: 'TSV' | 'CSV'): string {
  return `/api/v1/statistics/certificates/export?${new URLSearchParams({ ...search, by, format })}`;
}
