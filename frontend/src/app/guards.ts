import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { type Session, sessionQuery } from '../features/session/api';

export type RouterContext = { readonly queries: QueryClient };

/** Only with a session; afterwards one comes back to where one wanted to go. */
export async function requireSession(queries: QueryClient, href: string): Promise<{ session: Session }> {
  const session = await queries.ensureQueryData(sessionQuery);
  if (!session) throw redirect({ to: '/login', search: href === '/home' ? {} : { to: href } });
  return { session };
}

/** Whoever is logged in has no use for the choice of a log-in. */
export async function leaveWhenLoggedIn(queries: QueryClient): Promise<void> {
  if (await queries.ensureQueryData(sessionQuery)) throw redirect({ to: '/home' });
}
