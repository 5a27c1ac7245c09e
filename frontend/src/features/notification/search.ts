import { compact, cursor, oneOf, type RawSearch, text } from '../../shared/table/search';

export const NOTICE_STATES = ['WAITING', 'SENT', 'KEPT', 'FAILED'] as const;

export const noticesSearch = (raw: RawSearch) =>
  compact({ state: oneOf(raw, 'state', NOTICE_STATES), q: text(raw, 'q'), cursor: cursor(raw) });

export type NoticesSearch = ReturnType<typeof noticesSearch>;
