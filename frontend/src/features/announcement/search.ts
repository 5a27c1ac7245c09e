import { compact, cursor, type RawSearch, text } from '../../shared/table/search';

export const announcementsSearch = (raw: RawSearch) =>
  compact({ tenant: text(raw, 'tenant', 64), cursor: cursor(raw) });

export type AnnouncementsSearch = ReturnType<typeof announcementsSearch>;
