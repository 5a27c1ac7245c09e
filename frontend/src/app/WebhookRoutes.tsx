import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { tenantOfQuery } from '../features/tenant/api';
import { NewWebhookPage } from '../features/webhook/NewWebhookPage';
import { WebhooksPage } from '../features/webhook/WebhooksPage';
import { nameIn } from '../shared/i18n/nameIn';
import { useLanguage } from '../shared/i18n/useLanguage';
import { may } from './rights';
import { useAccount } from './useAccount';

const route = getRouteApi('/app/webhooks/new');

export function WebhooksRoute() {
  return <WebhooksPage operator={may.operate(useAccount())} />;
}

export function NewWebhookRoute() {
  const { tenant } = route.useSearch();
  const language = useLanguage();
  const operator = may.operate(useAccount());
  const chosen = useQuery({ ...tenantOfQuery(tenant ?? ''), enabled: operator && tenant !== undefined }).data;
  return <NewWebhookPage tenant={tenant} whose={chosen && nameIn(language, chosen)} />;
}
