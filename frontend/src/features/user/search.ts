import type { Schema } from '../../api/types';
import { compact, cursor, oneOf, type RawSearch, text } from '../../shared/table/search';

export const STATES = ['ACTIVE', 'SUSPENDED', 'WITHDRAWN'] as const satisfies readonly Schema<'AccountState'>[];

const EITHER = ['true', 'false'] as const;

export const usersSearch = (raw: RawSearch) =>
  compact({
    q: text(raw, 'q', 200),
    state: oneOf(raw, 'state', STATES),
    locked: oneOf(raw, 'locked', EITHER),
    incident: oneOf(raw, 'incident', EITHER),
    cursor: cursor(raw),
  });

export type UsersSearch = ReturnType<typeof usersSearch>;

/** Whether one comes from a change that was made. */
export const userSearch = (raw: RawSearch) => compact({ changed: oneOf(raw, 'changed', ['yes']) });
