import type { Schema } from '../../api/types';
import { wordsOf } from '../../shared/format/text';
import type { ApiScope } from './api';

/** What the form holds while a token is thought of. */
export type Wish = {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly days: number;
  readonly addresses: string;
};

export const NO_WISH: Wish = { name: '', scopes: [], days: 90, addresses: '' };

export type WishFault = 'name' | 'scopes' | 'days';

export function faultsOf(wish: Wish, mostDays: number): WishFault[] {
  const faults: WishFault[] = [];
  if (wish.name.trim() === '') faults.push('name');
  if (wish.scopes.length === 0) faults.push('scopes');
  if (!Number.isInteger(wish.days) || wish.days < 1 || wish.days > mostDays) faults.push('days');
  return faults;
}

const DAY = 86_400_000;

/** A minute less than whole days, so that the longest is never a moment too long by the server's clock. */
export function requestOf(wish: Wish, now: number): Schema<'ApiTokenCreation'> {
  const addresses = wordsOf(wish.addresses);
  return {
    name: wish.name.trim(),
    scopes: [...wish.scopes],
    expiresAt: new Date(now + wish.days * DAY - 60_000).toISOString(),
    ...(addresses.length > 0 && { addresses }),
  };
}
