import { queryOptions } from '@tanstack/react-query';
import { PASSIVE } from '../../api/client';
import { readProblem, Unreachable } from '../../api/problems';

/** What the user of a trading system may do with it, as the administrator has set it; nothing set is no limit. */
export type Limits = {
  readonly buy: readonly string[];
  readonly sell: readonly string[];
  /** The most that one trade may be for. */
  readonly amount?: number | undefined;
};

/** Whom the platform says is asking: all that an application behind its proxy knows (docs/operations/relying-party.md). */
export type Identity = {
  readonly user: string;
  readonly loginId: string;
  readonly tenant: string;
  readonly permissions: readonly string[];
  readonly limits: Limits;
};

/** These pages ask by themselves what the proxy of a trading system asks with each request. */
export const identityQuery = queryOptions({
  queryKey: ['forward-auth'],
  queryFn: async (): Promise<Identity> => {
    const response = await fetch(new URL('/auth/forward', location.origin), {
      headers: PASSIVE,
      credentials: 'same-origin',
    }).catch((cause) => {
      throw new Unreachable(cause);
    });
    if (!response.ok) throw await readProblem(response);
    return identityOf(response.headers);
  },
});

export function identityOf(headers: Headers): Identity {
  const text = (name: string) => decodeURIComponent(headers.get(name) ?? '');
  const list = (name: string) => text(name).split(',').filter(Boolean);
  const amount = headers.get('Shomei-Max-Per-Trade');
  return {
    user: text('Shomei-User'),
    loginId: text('Shomei-Login-Id'),
    tenant: text('Shomei-Tenant'),
    permissions: list('Shomei-Permissions'),
    limits: {
      buy: list('Shomei-Buy-Currencies'),
      sell: list('Shomei-Sell-Currencies'),
      amount: amount ? Number(amount) : undefined,
    },
  };
}
