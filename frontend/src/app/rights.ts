import { TENANT_KINDS } from '../api/kinds';
import type { Schema } from '../api/types';

type Account = Schema<'Account'>;
type Offer = Schema<'RevocationOffer'>;

const REVOKER: Partial<Record<Schema<'Role'>, Schema<'Revoker'>>> = {
  OFFICER: 'OFFICER',
  ADMINISTRATOR: 'TENANT_ADMINISTRATOR',
};

function covers({ role, rights }: Account, kind: Schema<'CertificateKind'>): boolean {
  const officer = role === 'OFFICER';
  switch (kind) {
    case 'SERVER':
      return officer && rights.includes('SERVER');
    case 'CODE_SIGNING':
      return officer && rights.includes('CODE_SIGNING');
    case 'CLIENT':
    case 'SMIME':
      return !officer || rights.includes('CLIENT');
    case 'USER':
      return !officer;
    default:
      return false;
  }
}

/** What an account may see. The server refuses the rest anyway; this only keeps it off the screen. */
export const may = {
  serverCertificates: (account: Account) => account.role === 'OFFICER' && account.rights.includes('SERVER'),
  /** The request files whose certificates an officer looks after. */
  requestKinds: ({ role, rights }: Account) =>
    role === 'OFFICER' ? (['SERVER', 'CLIENT', 'CODE_SIGNING'] as const).filter((kind) => rights.includes(kind)) : [],
  /** As far as the policy of the tenant offers it. */
  issue: (account: Account) => account.role === 'ADMINISTRATOR',
  /** The certificates of all kinds in one list. */
  register: (account: Account) => account.role === 'ADMINISTRATOR' || may.lists(account),
  /** Whatever an officer handles may be handed in by others. */
  submissions: (account: Account) => account.role === 'OFFICER' && account.rights.length > 0,
  lists: (account: Account) => account.role === 'OFFICER' && account.rights.includes('LISTS'),
  /** Whether the policy of the tenant leaves revocations to people like this one at all; an operator revokes for every tenant. */
  revoke: (account: Account, offer: Offer | undefined) =>
    account.role === 'OPERATOR' || offer?.by.some((who) => who === REVOKER[account.role]) === true,
  /** Which kinds of certificate: the same table as the server's. */
  revokeKind: (account: Account, offer: Offer | undefined, kind: Schema<'CertificateKind'>) =>
    may.revoke(account, offer) && (account.role === 'OPERATOR' || covers(account, kind)),
  revokeMany: (account: Account, offer: Offer | undefined, way: Schema<'BulkWay'>) =>
    account.role === 'OPERATOR' || (may.revoke(account, offer) && offer?.bulk.includes(way) === true),
  /** Whether many at once begin here at all; request files have pages of their own. */
  bulkRevocations: (account: Account, offer: Offer | undefined) =>
    may.revokeMany(account, offer, 'SELECTION') || may.revokeMany(account, offer, 'CSV'),
  ownTenant: (account: Account) => account.role === 'OFFICER' || account.role === 'ADMINISTRATOR',
  /** Only where a tenant has officers are values of OU registered. */
  units: (account: Account) => account.role === 'OFFICER',
  notices: (account: Account) => account.role !== 'USER',
  webhooks: (account: Account) => account.role !== 'USER',
  timeStamps: (account: Account) => account.role === 'OFFICER' || account.role === 'OPERATOR',
  profiles: (account: Account) => account.role === 'OFFICER' || account.role === 'OPERATOR',
  statistics: (account: Account) =>
    account.role === 'OPERATOR' ||
    account.role === 'ADMINISTRATOR' ||
    (account.role === 'OFFICER' && account.rights.includes('LISTS')),
  audit: (account: Account) => account.role !== 'USER',
  apiTokens: (account: Account) => account.role !== 'USER',
  ipAllowlist: (account: Account) => account.role === 'OFFICER' || account.role === 'ADMINISTRATOR',
  /** Whose tenant may have a table of what its people may do at the services behind the log-in. */
  haveFunctions: (account: Account) => account.role === 'ADMINISTRATOR' || account.role === 'USER',
  manageUsers: (account: Account) => account.role === 'ADMINISTRATOR',
  accounts: (account: Account) => account.role !== 'USER',
  /** An administrator does it for the users of the own tenant, as far as the policy leaves it to them. */
  desk: (account: Account) => account.role === 'OPERATOR' || account.role === 'ADMINISTRATOR',
  operate: (account: Account) => account.role === 'OPERATOR',
} as const;

/** The kinds of certificates that somebody lists: the same table as the server's. */
export function listedKinds(account: Account): readonly (typeof TENANT_KINDS)[number][] {
  if (may.register(account)) return TENANT_KINDS;
  return may.requestKinds(account).flatMap((kind) => (kind === 'CLIENT' ? (['CLIENT', 'SMIME'] as const) : [kind]));
}

const KIND_OF_RIGHT: Record<Schema<'Right'>, Schema<'RequestKind'>> = {
  SERVER: 'SERVER',
  CLIENT: 'CLIENT',
  CODE_SIGNING: 'CODE_SIGNING',
  LISTS: 'SUBSCRIBER',
};

/** What somebody may apply for with files, or have others apply for: the same table as the server's. */
export function uploadKinds({ role, rights }: Account): readonly Schema<'RequestKind'>[] {
  if (role !== 'OFFICER') return [];
  return (['SERVER', 'CLIENT', 'CODE_SIGNING', 'LISTS'] as const)
    .filter((right) => rights.includes(right))
    .map((right) => KIND_OF_RIGHT[right]);
}

/** Which roles' accounts somebody registers and changes; administrators look after the users of their tenant elsewhere. */
export function rolesToRegister({ role }: Account): readonly Schema<'Role'>[] {
  return role === 'OPERATOR' ? ['USER', 'ADMINISTRATOR', 'OFFICER', 'OPERATOR'] : [];
}
