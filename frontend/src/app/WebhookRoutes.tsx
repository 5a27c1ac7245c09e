import { getRouteApi } from '@tanstack/react-router';
import { NewWebhookPage } from '../features/webhook/NewWebhookPage';
import { WebhooksPage } from '../features/webhook/WebhooksPage';
import { may } from './rights';
import { useAccount } from './useAccount';

const route = getRouteApi('/app/webhooks/new');

export function WebhooksRoute() {
  return <WebhooksPage operator={may.operate(useAccount())} />;
}

export function NewWebhookRoute() {
  return <NewWebhookPage tenant={route.useSearch().tenant} />;
}
