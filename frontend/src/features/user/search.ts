import type { Schema } from '../../api/types';
import { compact, cursor, oneOf, type RawSearch, text } from '../../shared/table/search';

export const STATES = ['ACTIVE', 'SUSPENDED', 'WITHDRAWN'] as const satisfies readonly Schema<'AccountState'>[];

export const STANDINGS = [
  'ENTITLED',
  'VALID',
  'ENDED',
  'NONE',
] as const satisfies readonly Schema<'UserCertificateState'>[];
export const WITHIN = ['30', '60', '90'] as const;
export const SORTS = ['CERTIFICATE_UNTIL'] as const satisfies readonly Schema<'UserSort'>[];

const EITHER = ['true', 'false'] as const;

export const usersSearch = (raw: RawSearch) =>
  compact({
    q: text(raw, 'q', 200),
    state: oneOf(raw, 'state', STATES),
    locked: oneOf(raw, 'locked', EITHER),
    incident: oneOf(raw, 'incident', EITHER),
    certificate: oneOf(raw, 'certificate', STANDINGS),
    ends: oneOf(raw, 'ends', WITHIN),
    sort: oneOf(raw, 'sort', SORTS),
    cursor: cursor(raw),
  });

export type UsersSearch = ReturnType<typeof usersSearch>;

/** Whether one comes from a change that was made. */
export const userSearch = (raw: RawSearch) => compact({ changed: oneOf(raw, 'changed', ['yes']) });
