import { compact, cursor, oneOf, type RawSearch } from '../../../shared/table/search';
import { OUTCOMES, STATES } from './api';

export const bulkRevocationsSearch = (raw: RawSearch) =>
  compact({ state: oneOf(raw, 'state', STATES), cursor: cursor(raw) });

export const bulkRevocationSearch = (raw: RawSearch) =>
  compact({ outcome: oneOf(raw, 'outcome', OUTCOMES), cursor: cursor(raw) });
