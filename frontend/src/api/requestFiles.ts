import type { Schema } from './types';

type Kind = Schema<'RequestKind'>;
type Operation = Schema<'RequestOperation'>;

/** What files of a kind can ask for. */
export function operationsOf(kind: Kind): readonly [Operation, ...Operation[]] {
  return kind === 'SUBSCRIBER' ? ['UPDATE'] : ['ISSUE', 'RENEW', 'REVOKE'];
}

/** What a file is called by what it asks for: `code-signing-renew`. */
export function requestFileName(kind: Kind, operation: Operation): string {
  return `${kind}-${operation}`.toLowerCase().replace('_', '-');
}
