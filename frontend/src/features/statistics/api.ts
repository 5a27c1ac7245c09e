import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client';
import type { Schema } from '../../api/types';
import type { StatisticsSearch } from './search';

export type CertificateStatistics = Schema<'CertificateStatistics'>;
export type Counts = Schema<'StatisticsCounts'>;
export type ExpiryForecast = Schema<'ExpiryForecast'>;
export type DailyStatistics = Schema<'DailyStatistics'>;

export const certificateStatisticsQuery = (search: StatisticsSearch) =>
  queryOptions({
    queryKey: ['statistics', 'certificates', search],
    queryFn: () => dataOf(api.GET('/api/v1/statistics/certificates', { params: { query: search } })),
    placeholderData: keepPreviousData,
  });

export const expiryForecastQuery = ({ from, to, ...which }: StatisticsSearch) =>
  queryOptions({
    queryKey: ['statistics', 'expiry', which],
    queryFn: () => dataOf(api.GET('/api/v1/statistics/expiry', { params: { query: which } })),
    placeholderData: keepPreviousData,
  });

export const dailyStatisticsQuery = (tenant: string | undefined) =>
  queryOptions({
    queryKey: ['statistics', 'days', tenant],
    queryFn: () => dataOf(api.GET('/api/v1/statistics/days', { params: { query: tenant ? { tenant } : {} } })),
    placeholderData: keepPreviousData,
  });

/** The tables that there are: whose they are, and what a line stands for. */
const TABLES = {
  DOMAIN: { of: 'certificates', by: 'DOMAIN' },
  MONTH: { of: 'certificates', by: 'MONTH' },
  WEEK: { of: 'expiry', by: 'WEEK' },
  RENEWALS: { of: 'expiry', by: 'MONTH' },
  DAY: { of: 'days' },
} as const;

type Table = keyof typeof TABLES;

export const tables = Object.keys(TABLES) as Table[];

/** Where a table of the statistics is downloaded from. */
export function exportPath(search: StatisticsSearch, table: Table, format: 'TSV' | 'CSV'): string {
  const { of, ...by } = TABLES[table];
  return `/api/v1/statistics/${of}/export?${new URLSearchParams({ ...search, ...by, format })}`;
}
