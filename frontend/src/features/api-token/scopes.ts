import type { Schema } from '../../api/types';
import type { ApiScope } from './api';

type Role = Schema<'Role'>;

/** Who has any operation of a scope, by the contract's `x-roles`; the server holds a token to its account in any case. */
const OF: Record<ApiScope, readonly Role[]> = {
  'certificates:read': ['OPERATOR', 'OFFICER', 'ADMINISTRATOR'],
  'certificates:revoke': ['OPERATOR', 'OFFICER', 'ADMINISTRATOR'],
  'requests:read': ['OFFICER'],
  'requests:write': ['OFFICER'],
  'profiles:read': ['OPERATOR', 'OFFICER'],
  'timestamps:read': ['OPERATOR', 'OFFICER'],
  'notices:read': ['OPERATOR', 'OFFICER'],
  'tenants:read': ['OPERATOR', 'OFFICER', 'ADMINISTRATOR'],
  'authorities:read': ['OPERATOR'],
  'audit:read': ['OPERATOR', 'OFFICER', 'ADMINISTRATOR'],
  'statistics:read': ['OPERATOR', 'OFFICER', 'ADMINISTRATOR'],
};

export const scopesOf = (role: Role): ApiScope[] =>
  (Object.keys(OF) as ApiScope[]).filter((scope) => OF[scope].includes(role));

type KeyOf<S extends ApiScope> = S extends `${infer Group}:${infer Verb}` ? `scope.${Group}.${Verb}` : never;

/** Where the words of a scope stand. A colon would name a file of messages. */
export const keyOf = (scope: ApiScope) => `scope.${scope.replace(':', '.')}` as KeyOf<ApiScope>;
