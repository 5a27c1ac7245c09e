import type { Schema } from './types';

type Kind = Schema<'CertificateKind'>;

/** The kinds of certificates that tenants have. */
export const TENANT_KINDS = [
  'SERVER',
  'CLIENT',
  'SMIME',
  'CODE_SIGNING',
  'OFFICER',
  'ADMINISTRATOR',
  'USER',
] as const satisfies readonly Kind[];

/** All kinds, also those of the service itself. */
export const KINDS = [...TENANT_KINDS, 'OPERATOR', 'PLATFORM'] as const satisfies readonly Kind[];
