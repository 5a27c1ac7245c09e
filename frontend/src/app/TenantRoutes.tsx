import { useSuspenseQuery } from '@tanstack/react-query';
import { LicencesCard } from '../features/licence/LicencesCard';
import { presetsQuery } from '../features/policy/api';
import { NewTenantPage } from '../features/tenant/NewTenantPage';
import { OwnTenantPage } from '../features/tenant/OwnTenantPage';
import { TenantPage } from '../features/tenant/TenantPage';
import { useLanguage } from '../shared/i18n/useLanguage';

export function TenantRoute() {
  return <TenantPage licences={(tenant) => <LicencesCard tenant={tenant} />} />;
}

export function OwnTenantRoute() {
  return <OwnTenantPage licences={<LicencesCard />} />;
}

export function NewTenantRoute() {
  const { data } = useSuspenseQuery(presetsQuery(useLanguage()));
  // The service desk's own policy is nobody else's.
  return <NewTenantPage presets={data.items.filter((preset) => preset.values.tenantLabel !== 'PLATFORM')} />;
}
