import type { Schema } from '../api/types';

type Account = Schema<'Account'>;

/** What an account may see. The server refuses the rest anyway; this only keeps it off the screen. */
export const may = {
  serverCertificates: (account: Account) => account.role === 'OFFICER' && account.rights.includes('SERVER'),
  register: (account: Account) => account.role === 'OFFICER' || account.role === 'ADMINISTRATOR',
  lists: (account: Account) => account.role === 'OFFICER' && account.rights.includes('LISTS'),
  revoke: (account: Account) => account.role === 'OFFICER',
  notices: (account: Account) => account.role === 'OFFICER' || account.role === 'OPERATOR',
  timeStamps: (account: Account) => account.role === 'OFFICER' || account.role === 'OPERATOR',
  audit: (account: Account) => account.role !== 'USER',
  operate: (account: Account) => account.role === 'OPERATOR',
} as const;
