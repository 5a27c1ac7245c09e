import type { Tone } from '../../shared/ui/Status';
import type { CrlAlarm, CrlScope } from './api';

export const ALARM_TONE: Record<CrlAlarm, Tone> = {
  NONE: 'ok',
  LATE: 'warn',
  BEHIND: 'bad',
  EXPIRED: 'bad',
  MISSING: 'bad',
};

const URGENCY: readonly CrlAlarm[] = ['MISSING', 'EXPIRED', 'BEHIND', 'LATE', 'NONE'];

export type AuthorityLists = {
  readonly authority: string;
  readonly label: string;
  readonly scopes: readonly CrlScope[];
};

/** The lists of each authority together; those that need somebody come first. */
export function byAuthority(scopes: readonly CrlScope[]): AuthorityLists[] {
  const groups = new Map<string, CrlScope[]>();
  for (const scope of scopes) groups.set(scope.authority, [...(groups.get(scope.authority) ?? []), scope]);
  return [...groups]
    .map(([authority, of]) => ({ authority, label: of[0]?.label ?? authority, scopes: of }))
    .sort((a, b) => urgency(a) - urgency(b));
}

const urgency = ({ scopes }: AuthorityLists) => Math.min(...scopes.map(({ alarm }) => URGENCY.indexOf(alarm)));
