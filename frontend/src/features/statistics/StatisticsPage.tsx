import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TENANT_KINDS } from '../../api/kinds';
import { FilterBar } from '../../shared/ui/FilterBar';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { certificateStatisticsQuery, dailyStatisticsQuery, expiryForecastQuery, exportPath, tables } from './api';
import { DaysCard } from './DaysCard';
import { EndingCard } from './EndingCard';
import { Figures } from './Figures';
import { GroupsCard } from './GroupsCard';
import { MonthsCard } from './MonthsCard';
import { RenewalsCard } from './RenewalsCard';
import { type StatisticsSearch, statisticsSearch } from './search';

const route = getRouteApi('/app/statistics');

type Props = {
  /** Whose they are, where they are not the own tenant's. */
  readonly whose?: string | undefined;
  /** Chooses another tenant. */
  readonly choice?: ReactNode;
  /** Figures of other things than certificates. */
  readonly figures?: ReactNode;
  /** A month of certificates as a list. */
  readonly issuedIn?: ((month: string, kind: StatisticsSearch['kind'], label: string) => ReactNode) | undefined;
};

/** How many certificates there are, what becomes of them, and what will have to be done. */
export function StatisticsPage({ whose, choice, figures, issuedIn }: Props) {
  const { t } = useTranslation(['statistics', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const certificates = useQuery(certificateStatisticsQuery(search));
  const expiry = useQuery(expiryForecastQuery(search));
  const daily = useQuery(dailyStatisticsQuery(search.tenant));
  const failed = [certificates, expiry, daily].find((query) => query.isError);
  const domains = [...new Set(certificates.data?.groups.flatMap(({ domain }) => domain ?? []))];
  if (search.domain && !domains.includes(search.domain)) domains.push(search.domain);
  return (
    <Page
      actions={<Exports search={search} />}
      lead={whose ? t('leadOf', { tenant: whose }) : t('lead')}
      title={t('title')}
    >
      {choice}
      <FilterBar
        filters={[
          { type: 'month', name: 'from', label: t('filter.from') },
          { type: 'month', name: 'to', label: t('filter.to') },
          {
            type: 'choice',
            name: 'domain',
            label: t('column.domain'),
            options: domains.map((value) => ({ value, label: value })),
          },
          {
            type: 'choice',
            name: 'kind',
            label: t('column.kind'),
            options: TENANT_KINDS.map((value) => ({ value, label: t(`common:kind.${value}`) })),
          },
        ]}
        onChange={(values) => navigate({ search: statisticsSearch({ ...values, tenant: search.tenant }) })}
        values={{ from: search.from, to: search.to, domain: search.domain, kind: search.kind }}
      />
      {failed ? (
        <ProblemPanel error={failed.error} onRetry={() => failed.refetch()} />
      ) : certificates.data && expiry.data && daily.data ? (
        <>
          <Figures daily={daily.data} expiry={expiry.data} more={figures} statistics={certificates.data} />
          <MonthsCard
            issuedIn={issuedIn && ((month, label) => issuedIn(month, search.kind, label))}
            stale={certificates.isPlaceholderData}
            statistics={certificates.data}
          />
          <GroupsCard statistics={certificates.data} />
          <EndingCard expiry={expiry.data} stale={expiry.isPlaceholderData} />
          <RenewalsCard expiry={expiry.data} stale={expiry.isPlaceholderData} />
          <DaysCard daily={daily.data} of="failedLogIns" stale={daily.isPlaceholderData} />
          <DaysCard daily={daily.data} of="undeliveredMails" stale={daily.isPlaceholderData} />
        </>
      ) : (
        <Loading lines={16} />
      )}
    </Page>
  );
}

function Exports({ search }: { search: StatisticsSearch }) {
  const { t } = useTranslation('statistics');
  return (
    <Menu>
      <Menu.Target>
        <Button leftSection={<IconDownload aria-hidden="true" size={18} />} variant="default">
          {t('export.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {tables.flatMap((table) =>
          (['TSV', 'CSV'] as const).map((format) => (
            <Menu.Item component="a" download href={exportPath(search, table, format)} key={table + format}>
              {t(`export.${table}`, { format })}
            </Menu.Item>
          )),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
