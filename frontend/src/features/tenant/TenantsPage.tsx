import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../shared/i18n/nameIn';
import { useLanguage } from '../../shared/i18n/useLanguage';
import type { Column } from '../../shared/ui/DataTable';
import { FilterBar } from '../../shared/ui/FilterBar';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { QueryTable } from '../../shared/ui/QueryTable';
import { type TenantLine, tenantsQuery } from './api';
import { STATES, tenantsSearch } from './search';
import { TenantStatus } from './TenantStatus';

const route = getRouteApi('/app/tenants');

/** Finding a customer. */
export function TenantsPage() {
  const { t } = useTranslation(['tenant', 'common']);
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const tenants = useQuery(tenantsQuery(search));
  const columns: Column<TenantLine>[] = [
    {
      id: 'name',
      header: t('list.name'),
      primary: true,
      wide: true,
      cell: (tenant) => (
        <TextLink params={{ id: tenant.id }} to="/tenants/$id">
          {nameIn(language, tenant)}
        </TextLink>
      ),
    },
    { id: 'code', header: t('list.code'), cell: (tenant) => tenant.code },
    { id: 'label', header: t('list.label'), cell: (tenant) => t(`common:tenantLabel.${tenant.label}`) },
    { id: 'state', header: t('list.state'), cell: (tenant) => <TenantStatus state={tenant.state} /> },
  ];
  return (
    <Page
      actions={
        <>
          <ButtonLink to="/tenants/new">{t('list.register')}</ButtonLink>
          <ButtonLink to="/institution-files/new" variant="default">
            {t('list.file')}
          </ButtonLink>
        </>
      }
      lead={t('list.lead')}
      title={t('common:nav.tenants')}
    >
      <FilterBar
        filters={[
          { type: 'text', name: 'q', label: t('list.q'), placeholder: t('list.qExample') },
          {
            type: 'choice',
            name: 'state',
            label: t('list.state'),
            options: STATES.map((state) => ({ value: state, label: t(`state.${state}`) })),
          },
        ]}
        onChange={(values) => navigate({ search: tenantsSearch(values) })}
        values={{ q: search.q, state: search.state }}
      />
      <QueryTable
        caption={t('common:nav.tenants')}
        columns={columns}
        cursor={search.cursor}
        query={tenants}
        name="tenants"
        onCursor={(cursor) => navigate({ search: { ...search, cursor } })}
        rowKey={(tenant) => tenant.id}
      />
    </Page>
  );
}
