import type { ApiScope } from './api';

type KeyOf<S extends ApiScope> = S extends `${infer Group}:${infer Verb}` ? `scope.${Group}.${Verb}` : never;

/** Where the words of a scope stand. A colon would name a file of messages. */
export const keyOf = (scope: ApiScope) => `scope.${scope.replace(':', '.')}` as KeyOf<ApiScope>;
