import type { Schema } from '../../api/types';
import { compact, cursor, oneOf, type RawSearch, text } from '../../shared/table/search';

export const ROLES = ['OPERATOR', 'OFFICER', 'ADMINISTRATOR', 'USER'] as const satisfies readonly Schema<'Role'>[];
export const STATES = ['ACTIVE', 'SUSPENDED', 'WITHDRAWN'] as const satisfies readonly Schema<'AccountState'>[];

export const accountsSearch = (raw: RawSearch) =>
  compact({
    q: text(raw, 'q', 200),
    role: oneOf(raw, 'role', ROLES),
    state: oneOf(raw, 'state', STATES),
    locked: oneOf(raw, 'locked', ['true', 'false']),
    tenant: text(raw, 'tenant', 64),
    cursor: cursor(raw),
  });

export type AccountsSearch = ReturnType<typeof accountsSearch>;

/** An operator who comes from a tenant registers an account of it. */
export const newAccountSearch = (raw: RawSearch) => compact({ tenant: text(raw, 'tenant', 64) });
