import { compact, cursor, day, oneOf, type RawSearch, text } from '../../shared/table/search';

/** Only valid ones unless told (DN-014); the oldest first (DN-012). */
export const managedSearch = (raw: RawSearch) =>
  compact({
    show: oneOf(raw, 'show', ['all'] as const),
    q: text(raw, 'q'),
    handedOut: oneOf(raw, 'handedOut', ['UNCOLLECTED', 'COLLECTED'] as const),
    issuedFrom: day(raw, 'issuedFrom'),
    issuedTo: day(raw, 'issuedTo'),
    expiresTo: day(raw, 'expiresTo'),
    sort: oneOf(raw, 'sort', ['OLDEST', 'ISSUED_AT', 'EXPIRES_AT'] as const),
    cursor: cursor(raw),
  });

export type ManagedSearch = ReturnType<typeof managedSearch>;
