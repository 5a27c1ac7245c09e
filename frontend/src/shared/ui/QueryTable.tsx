import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type DataTableProps, type ListPage } from './DataTable';
import { EmptyState } from './EmptyState';
import { ProblemPanel } from './ProblemPanel';

type Props<Row> = Omit<DataTableProps<Row>, 'page' | 'stale' | 'empty'> & {
  readonly query: UseQueryResult<ListPage<Row>>;
  /** What stands in place of no rows; absent where filters alone can leave none. */
  readonly empty?: ReactNode;
  /** Whether filters are in force: then they are why there is nothing. */
  readonly filtered?: boolean;
  /** The way out of filters that let nothing through. */
  readonly clear?: ReactNode;
};

/** A list as it arrives: its rows, why there are none, or why it could not be had. */
export function QueryTable<Row>({ query, filtered, clear, empty, ...table }: Props<Row>) {
  const { t } = useTranslation('common');
  if (query.isError) {
    return <ProblemPanel error={query.error} onRetry={() => query.refetch()} />;
  }
  return (
    <DataTable
      {...table}
      empty={
        filtered || !empty ? (
          <EmptyState action={clear} title={t('filter.nothing')}>
            {t('filter.nothingNext')}
          </EmptyState>
        ) : (
          empty
        )
      }
      page={query.data}
      stale={query.isPlaceholderData}
    />
  );
}
