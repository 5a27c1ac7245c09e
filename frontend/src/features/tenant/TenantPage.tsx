import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../shared/i18n/nameIn';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { Loading } from '../../shared/ui/Loading';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Registration, tenantOfQuery } from './api';
import { ContactsCard } from './ContactsCard';
import { DomainsCard } from './DomainsCard';
import { EndButton } from './EndButton';
import { ReviewButtons } from './ReviewButtons';
import { ReviewCard } from './ReviewCard';
import { ResumeButton, SuspendButton } from './StateButtons';
import { TenantFacts } from './TenantFacts';
import { TenantStatus } from './TenantStatus';

const route = getRouteApi('/app/tenants/$id');

/** A customer with everything that is registered, and what an operator can do. */
export function TenantPage({ licences }: { licences: (tenant: string) => ReactNode }) {
  const { t } = useTranslation(['tenant', 'common']);
  const language = useLanguage();
  const { id } = route.useParams();
  const tenant = useQuery(tenantOfQuery(id));
  const name = tenant.data && nameIn(language, tenant.data);
  return (
    <Page
      actions={tenant.data && <Actions tenant={tenant.data} />}
      status={tenant.data && <TenantStatus state={tenant.data.state} />}
      title={name ?? t('page.title')}
      trail={[{ label: t('common:nav.tenants'), to: '/tenants' }]}
    >
      {tenant.isError ? (
        <ProblemPanel error={tenant.error} onRetry={() => tenant.refetch()} />
      ) : tenant.data ? (
        <>
          <StateNote tenant={tenant.data} />
          <Card title={t('page.registered')}>
            <TenantFacts tenant={tenant.data} />
          </Card>
          <DomainsCard tenant={tenant.data} />
          <ReviewCard actions={<ReviewButtons tenant={tenant.data} />} tenant={tenant.data} />
          <ContactsCard contacts={tenant.data.contacts ?? []} />
          {licences(id)}
          <Card title={t('page.state')}>
            <p>{t('page.stateLead')}</p>
            <Group>
              {tenant.data.state === 'ACTIVE' && <SuspendButton tenant={tenant.data} />}
              {tenant.data.state === 'SUSPENDED' && <ResumeButton tenant={tenant.data} />}
              {tenant.data.state === 'ENDED' ? <p>{t('page.ended')}</p> : <EndButton tenant={tenant.data} />}
            </Group>
          </Card>
        </>
      ) : (
        <Loading lines={16} />
      )}
    </Page>
  );
}

function Actions({ tenant }: { tenant: Registration }) {
  const { t } = useTranslation('tenant');
  return (
    <>
      {tenant.state !== 'ENDED' && (
        <ButtonLink params={{ id: tenant.id }} to="/tenants/$id/edit">
          {t('page.edit')}
        </ButtonLink>
      )}
      <ButtonLink params={{ id: tenant.id }} to="/tenants/$id/policy" variant="default">
        {t('page.policy')}
      </ButtonLink>
      <ButtonLink params={{ id: tenant.id }} to="/tenants/$id/ip-allowlist" variant="default">
        {t('page.ipAllowlist')}
      </ButtonLink>
      <ButtonLink search={{ tenant: tenant.id }} to="/accounts" variant="default">
        {t('page.accounts')}
      </ButtonLink>
      <ButtonLink search={{ tenant: tenant.id }} to="/statistics" variant="default">
        {t('page.statistics')}
      </ButtonLink>
      {tenant.state !== 'ENDED' && (
        <ButtonLink search={{ tenant: tenant.id }} to="/webhooks/new" variant="default">
          {t('page.webhook')}
        </ButtonLink>
      )}
    </>
  );
}

function StateNote({ tenant }: { tenant: Registration }) {
  const { t } = useTranslation('tenant');
  if (tenant.state === 'ACTIVE') return null;
  return (
    <Callout title={t(`note.${tenant.state}`)} tone={tenant.state === 'SUSPENDED' ? 'warn' : 'info'}>
      <Facts
        facts={[
          tenant.stateSince !== undefined && { label: t('note.since'), value: <DateTime at={tenant.stateSince} /> },
          tenant.stateReason !== undefined && { label: t('note.reason'), value: tenant.stateReason },
        ]}
      />
    </Callout>
  );
}
