import { compact, cursor, oneOf, type RawSearch, text } from '../../shared/table/search';
import { KINDS, OPERATIONS, STATES } from './api';

export const requestFilesSearch = (raw: RawSearch) =>
  compact({ kind: oneOf(raw, 'kind', KINDS), state: oneOf(raw, 'state', STATES), cursor: cursor(raw) });

/** `code` filters the refused rows; `rows` chooses which rows the table shows. */
export const requestFileSearch = (raw: RawSearch) =>
  compact({
    code: text(raw, 'code', 8),
    rows: oneOf(raw, 'rows', ['ACCEPTED', 'REFUSED', 'DONE', 'FAILED'] as const),
    cursor: cursor(raw),
  });

export const uploadSearch = (raw: RawSearch) =>
  compact({ kind: oneOf(raw, 'kind', KINDS), operation: oneOf(raw, 'operation', OPERATIONS) });

/** `from` names a file whose refused rows are edited. */
export const makeSearch = (raw: RawSearch) =>
  compact({
    kind: oneOf(raw, 'kind', KINDS),
    operation: oneOf(raw, 'operation', OPERATIONS),
    from: text(raw, 'from', 64),
  });
