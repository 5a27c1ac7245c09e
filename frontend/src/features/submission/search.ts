import type { Schema } from '../../api/types';
import { compact, cursor, oneOf, type RawSearch } from '../../shared/table/search';

export const STATES = ['WAITING', 'APPROVED', 'REFUSED'] as const satisfies readonly Schema<'SubmissionState'>[];

export const submissionsSearch = (raw: RawSearch) =>
  compact({ state: oneOf(raw, 'state', STATES), cursor: cursor(raw) });

export type SubmissionsSearch = ReturnType<typeof submissionsSearch>;

export const linksSearch = (raw: RawSearch) => compact({ cursor: cursor(raw) });
