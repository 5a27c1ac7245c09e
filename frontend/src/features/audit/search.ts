import { compact, cursor, day, oneOf, type RawSearch, text } from '../../shared/table/search';

export const OUTCOMES = ['SUCCESS', 'FAILURE'] as const;

export const auditSearch = (raw: RawSearch) =>
  compact({
    from: day(raw, 'from'),
    to: day(raw, 'to'),
    operation: text(raw, 'operation', 64),
    outcome: oneOf(raw, 'outcome', OUTCOMES),
    actor: text(raw, 'actor', 64),
    target: text(raw, 'target', 64),
    address: text(raw, 'address', 45),
    q: text(raw, 'q'),
    cursor: cursor(raw),
  });

export type AuditSearch = ReturnType<typeof auditSearch>;
