import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IpAllowlistPage } from '../features/ip-allowlist/IpAllowlistPage';
import { tenantOfQuery } from '../features/tenant/api';
import { nameIn } from '../shared/i18n/nameIn';
import { useLanguage } from '../shared/i18n/useLanguage';

const route = getRouteApi('/app/tenants/$id/ip-allowlist');

export function OwnIpAllowlistRoute() {
  return <IpAllowlistPage />;
}

export function IpAllowlistRoute() {
  const { id } = route.useParams();
  const language = useLanguage();
  const { data } = useSuspenseQuery(tenantOfQuery(id));
  return <IpAllowlistPage tenant={{ id, name: nameIn(language, data) }} />;
}
