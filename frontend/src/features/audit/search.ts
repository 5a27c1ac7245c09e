import { compact, cursor, day, type RawSearch, text } from '../../shared/table/search';

export const auditSearch = (raw: RawSearch) =>
  compact({
    from: day(raw, 'from'),
    to: day(raw, 'to'),
    operation: text(raw, 'operation', 64),
    q: text(raw, 'q'),
    cursor: cursor(raw),
  });

export type AuditSearch = ReturnType<typeof auditSearch>;
