import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../shared/i18n/nameIn';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Registration, tenantOfQuery, useChangeTenant } from './api';
import { changeOf, fieldsOf } from './form';
import { TenantForm } from './TenantForm';

const route = getRouteApi('/app/tenants/$id/edit');

export function EditTenantPage() {
  const { t } = useTranslation(['tenant', 'common']);
  const language = useLanguage();
  const { id } = route.useParams();
  const tenant = useQuery(tenantOfQuery(id));
  const name = (tenant.data && nameIn(language, tenant.data)) ?? t('common:nav.tenants');
  return (
    <Page
      lead={t('edit.lead')}
      title={t('edit.title', { name })}
      trail={[
        { label: t('common:nav.tenants'), to: '/tenants' },
        { label: name, to: `/tenants/${id}` },
      ]}
      width="form"
    >
      {tenant.isError ? (
        <ProblemPanel error={tenant.error} onRetry={() => tenant.refetch()} />
      ) : tenant.data ? (
        <Edit key={tenant.data.etag} tenant={tenant.data} />
      ) : (
        <Loading lines={12} />
      )}
    </Page>
  );
}

function Edit({ tenant }: { tenant: Registration }) {
  const { t } = useTranslation('tenant');
  const navigate = route.useNavigate();
  const change = useChangeTenant(tenant);
  return (
    <TenantForm
      action={t('edit.do')}
      error={change.error}
      initial={fieldsOf(tenant)}
      isPending={change.isPending}
      onSend={(fields) =>
        change.mutate(changeOf(fields), {
          onSuccess: () => navigate({ to: '/tenants/$id', params: { id: tenant.id } }),
        })
      }
    />
  );
}
