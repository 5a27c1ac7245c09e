import { compact, cursor, oneOf, type RawSearch, text } from '../../shared/table/search';

export const STATES = ['ACTIVE', 'SUSPENDED', 'ENDED'] as const;

export const tenantsSearch = (raw: RawSearch) =>
  compact({ q: text(raw, 'q', 100), state: oneOf(raw, 'state', STATES), cursor: cursor(raw) });

export type TenantsSearch = ReturnType<typeof tenantsSearch>;
