import { queryOptions } from '@tanstack/react-query';
import { PASSIVE } from '../../api/client';
import { readProblem, Unreachable } from '../../api/problems';

/** What the user of a trading system may do with it, as the administrator has set it; what is undefined has no limit. */
export type Limits = {
  readonly buy?: readonly string[] | undefined;
  readonly sell?: readonly string[] | undefined;
  /** The most that one trade may be for, in yen. */
  readonly yen?: number | undefined;
};

/** Whom the platform says is asking: all that an application behind its proxy knows (docs/operations/relying-party.md). */
export type Identity = {
  readonly user: string;
  readonly loginId: string;
  readonly tenant: string;
  readonly permissions: readonly string[];
  readonly limits: Limits;
};

/** What a page is for; whoever may not do it is refused. */
export type TradingFunction = 'FORWARD_TRADE' | 'LEAVE_ORDER' | 'CONFIRM' | 'TRADE_MANAGEMENT';

/** These pages ask by themselves what the proxy of a trading system asks with each request. */
export const identityQuery = (wanted?: TradingFunction) =>
  queryOptions({
    queryKey: ['forward-auth', wanted ?? null],
    queryFn: async (): Promise<Identity> => {
      const address = new URL('/auth/forward', location.origin);
      if (wanted) address.searchParams.set('function', wanted);
      const response = await fetch(address, { headers: PASSIVE, credentials: 'same-origin' }).catch((cause) => {
        throw new Unreachable(cause);
      });
      if (!response.ok) throw await readProblem(response);
      return identityOf(response.headers);
    },
  });

export function identityOf(headers: Headers): Identity {
  const text = (name: string) => decodeURIComponent(headers.get(name) ?? '');
  const list = (name: string) => text(name).split(',').filter(Boolean);
  // Absent: everything. There and empty: nothing.
  const limit = (name: string) => (headers.has(name) ? list(name) : undefined);
  const yen = headers.get('Shomei-Max-Per-Trade');
  return {
    user: text('Shomei-User'),
    loginId: text('Shomei-Login-Id'),
    tenant: text('Shomei-Tenant'),
    permissions: list('Shomei-Permissions'),
    limits: {
      buy: limit('Shomei-Buy-Currencies'),
      sell: limit('Shomei-Sell-Currencies'),
      yen: yen ? Number(yen) : undefined,
    },
  };
}
