import { compact, cursor, day, oneOf, type RawSearch, text } from '../../shared/table/search';

export const OUTCOMES = ['SUCCESS', 'FAILURE'] as const;

export const auditSearch = (raw: RawSearch) =>
  compact({
    from: day(raw, 'from'),
    to: day(raw, 'to'),
    operation: text(raw, 'operation', 64),
    outcome: oneOf(raw, 'outcome', OUTCOMES),
    q: text(raw, 'q'),
    cursor: cursor(raw),
  });

export type AuditSearch = ReturnType<typeof auditSearch>;
