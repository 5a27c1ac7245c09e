import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { PolicyEditPage } from '../features/policy/PolicyEditPage';
import { PolicyPage } from '../features/policy/PolicyPage';
import { tenantOfQuery } from '../features/tenant/api';
import { nameIn } from '../shared/i18n/nameIn';
import { useLanguage } from '../shared/i18n/useLanguage';

const read = getRouteApi('/app/tenants/$id/policy');
const edit = getRouteApi('/app/tenants/$id/policy/edit');

export function PolicyRoute() {
  const { id } = read.useParams();
  return <PolicyPage tenant={id} tenantName={useTenantName(id)} />;
}

export function PolicyEditRoute() {
  const { id } = edit.useParams();
  const navigate = useNavigate();
  return (
    <PolicyEditPage
      onSaved={() => navigate({ to: '/tenants/$id/policy', params: { id }, ignoreBlocker: true })}
      tenant={id}
      tenantName={useTenantName(id)}
    />
  );
}

function useTenantName(id: string): string {
  const language = useLanguage();
  const { data } = useSuspenseQuery(tenantOfQuery(id));
  return nameIn(language, data);
}
