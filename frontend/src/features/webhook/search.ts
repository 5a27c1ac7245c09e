import { compact, cursor, oneOf, type RawSearch, text } from '../../shared/table/search';

export const EVENTS = [
  'CERTIFICATE_ISSUED',
  'CERTIFICATE_COLLECTED',
  'CERTIFICATE_ACQUIRED',
  'CERTIFICATE_EXPIRING',
  'CERTIFICATE_RENEWED',
  'CERTIFICATE_REVOKED',
  'ACCOUNT_REISSUED',
  'REQUEST_FILE_DONE',
  'SUBMISSION_RECEIVED',
  'DOMAIN_EXPIRING',
  'REVIEW_DUE',
  'API_TOKEN_ENDING',
  'NOTICE_UNDELIVERABLE',
] as const;
export const DELIVERY_STATES = ['WAITING', 'HELD', 'DELIVERED', 'FAILED'] as const;

export const webhookSearch = (raw: RawSearch) =>
  compact({ state: oneOf(raw, 'state', DELIVERY_STATES), cursor: cursor(raw) });

export type WebhookSearch = ReturnType<typeof webhookSearch>;

export const webhooksSearch = (raw: RawSearch) => compact({ cursor: cursor(raw) });

export type WebhooksSearch = ReturnType<typeof webhooksSearch>;

/** An operator registers for a tenant. */
export const newWebhookSearch = (raw: RawSearch) => compact({ tenant: text(raw, 'tenant', 64) });
