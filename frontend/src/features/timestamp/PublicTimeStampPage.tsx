import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { publicServiceQuery } from './api';
import { CommandsCard } from './CommandsCard';
import { ServiceCard } from './ServiceCard';

/** The address that is everybody's. */
export function PublicTimeStampPage() {
  const { t } = useTranslation('timestamp');
  const { data, error, refetch } = useQuery(publicServiceQuery);
  return (
    <Page lead={t('leadPublic')} title={t('title')} width="form">
      {error ? (
        <ProblemPanel error={error} onRetry={() => refetch()} />
      ) : data ? (
        <>
          <ServiceCard service={data} />
          <CommandsCard url={data.url} />
        </>
      ) : (
        <Loading lines={12} />
      )}
    </Page>
  );
}
