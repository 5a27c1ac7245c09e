import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { timeStampingQuery } from './api';
import { CommandsCard } from './CommandsCard';
import { ServiceCard } from './ServiceCard';
import { timeStampSearch } from './search';
import { UsageCard } from './UsageCard';

const route = getRouteApi('/app/time-stamps');

/** The tenant's address for time stamps, how programs use it, and how much it is used. */
export function TimeStampPage({ everyTenant }: { everyTenant: boolean }) {
  const { t } = useTranslation('timestamp');
  const range = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, isPlaceholderData, refetch } = useQuery(timeStampingQuery(range));
  return (
    <Page lead={everyTenant ? t('leadAll') : t('lead')} title={t('title')} width="form">
      {error ? (
        <ProblemPanel error={error} onRetry={() => refetch()} />
      ) : data ? (
        <>
          <ServiceCard service={data.service} />
          <CommandsCard url={data.service.url} />
          <UsageCard
            onRange={(values) => navigate({ search: timeStampSearch(values) })}
            range={range}
            stale={isPlaceholderData}
            usage={data.usage}
          />
        </>
      ) : (
        <Loading lines={12} />
      )}
    </Page>
  );
}
