import { TENANT_KINDS } from '../../api/kinds';
import { compact, cursor, day, oneOf, type RawSearch, text } from '../../shared/table/search';

export const STATUSES = ['WAITING_FOR_DOWNLOAD', 'ISSUED', 'RENEWED', 'REVOKED', 'EXPIRED'] as const;

export const certificatesSearch = (raw: RawSearch) =>
  compact({
    kind: oneOf(raw, 'kind', TENANT_KINDS),
    status: oneOf(raw, 'status', STATUSES),
    domain: text(raw, 'domain', 253),
    q: text(raw, 'q'),
    issuedFrom: day(raw, 'issuedFrom'),
    issuedTo: day(raw, 'issuedTo'),
    expiresFrom: day(raw, 'expiresFrom'),
    expiresTo: day(raw, 'expiresTo'),
    sort: oneOf(raw, 'sort', ['ISSUED_AT', 'EXPIRES_AT'] as const),
    cursor: cursor(raw),
  });

export type CertificatesSearch = ReturnType<typeof certificatesSearch>;
