import { compact, day, type RawSearch } from '../../shared/table/search';

export const timeStampSearch = (raw: RawSearch) => compact({ from: day(raw, 'from'), to: day(raw, 'to') });

export type TimeStampSearch = ReturnType<typeof timeStampSearch>;
