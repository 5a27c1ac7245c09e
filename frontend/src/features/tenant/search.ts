import { compact, cursor, type RawSearch, text } from '../../shared/table/search';

export const tenantsSearch = (raw: RawSearch) => compact({ q: text(raw, 'q', 100), cursor: cursor(raw) });

export type TenantsSearch = ReturnType<typeof tenantsSearch>;
