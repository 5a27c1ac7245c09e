import type { Schema } from '../../../api/types';

export type Column = Schema<'RequestFileColumn'>;
export type Kind = Schema<'RequestKind'>;
export type Operation = Schema<'RequestOperation'>;

/** What kind of file, for which operation, and its columns as the server has them. */
export type Format = { readonly kind: Kind; readonly operation: Operation; readonly columns: readonly Column[] };

/** The attributes that every subject of a tenant has, by their types. */
export type Registered = Readonly<Record<string, string | undefined>>;

/** A profile, as far as a key tells which one is meant. */
export type KeyProfile = { readonly id: string; readonly kind: string; readonly keys: readonly string[] };
