import { compact, cursor, day, oneOf, type RawSearch, text } from '../../shared/table/search';

export const NOTICE_STATES = ['WAITING', 'SENT', 'KEPT', 'FAILED'] as const;

/** Names of templates; their titles stand in the messages. */
export const NOTICE_KINDS = [
  'server-certificate-ready',
  'certificate-collected',
  'certificate-expiring',
  'certificates-expiring',
  'acquisition-lapsing',
  'acquisitions-lapsing',
  'certificate-revoked',
  'bulk-revocation-finished',
  'renewal-asked',
  'domain-deadline',
  'webhook-paused',
  'api-token-ending',
] as const;
export const LABELS = ['INSTITUTION', 'CUSTOMER', 'CORPORATION', 'COMPANY', 'PLATFORM'] as const;
export const MAIL_LANGUAGES = ['JA', 'EN'] as const;

export const noticesSearch = (raw: RawSearch) =>
  compact({
    state: oneOf(raw, 'state', NOTICE_STATES),
    kind: oneOf(raw, 'kind', NOTICE_KINDS),
    q: text(raw, 'q'),
    from: day(raw, 'from'),
    to: day(raw, 'to'),
    certificate: text(raw, 'certificate', 60),
    cursor: cursor(raw),
  });

export type NoticesSearch = ReturnType<typeof noticesSearch>;

export const templatesSearch = (raw: RawSearch) =>
  compact({ label: oneOf(raw, 'label', LABELS), language: oneOf(raw, 'language', MAIL_LANGUAGES) });

export type TemplatesSearch = ReturnType<typeof templatesSearch>;
