import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { tenantQuery } from './api';
import { ContactsCard } from './ContactsCard';
import { DomainTable } from './DomainTable';
import { ReviewCard } from './ReviewCard';
import { TenantFacts } from './TenantFacts';

/** What the service desk has registered of one's own institution or company. */
export function OwnTenantPage({ licences }: { licences: ReactNode }) {
  const { t } = useTranslation(['tenant', 'common']);
  const tenant = useQuery(tenantQuery);
  return (
    <Page lead={t('own.lead')} title={t('common:nav.ownTenant')}>
      {tenant.isError ? (
        <ProblemPanel error={tenant.error} onRetry={() => tenant.refetch()} />
      ) : tenant.data ? (
        <>
          <Card title={t('page.registered')}>
            <TenantFacts tenant={tenant.data} />
          </Card>
          <Card title={t('form.domains')}>
            <DomainTable domains={tenant.data.domains} />
          </Card>
          <ReviewCard tenant={tenant.data} />
          <ContactsCard contacts={tenant.data.contacts ?? []} />
          {licences}
        </>
      ) : (
        <Loading lines={12} />
      )}
    </Page>
  );
}
