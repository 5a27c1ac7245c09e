import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { ownCertificatesQuery } from '../features/own-certificate/api';
import { type Session, type SessionState, sessionQuery } from '../features/session/api';
import { returnTo } from '../features/session/returnTo';
import { STEP } from '../features/session/steps';
import { tenantQuery } from '../features/tenant/api';

export type RouterContext = { readonly queries: QueryClient };

type Step = keyof typeof STEP;

/** Only with a session whose log-in is complete; afterwards one comes back to where one wanted to go. */
export async function requireSession(queries: QueryClient, href: string): Promise<{ session: Session }> {
  const session = await queries.ensureQueryData(sessionQuery);
  const search = href === '/home' ? {} : { to: href };
  if (!session) throw redirect({ to: '/login', search });
  if (session.state !== 'ACTIVE') throw redirect({ to: STEP[session.state], search });
  return { session };
}

/** The page of one step, only while that step is due. */
export async function requireStep(queries: QueryClient, step: Step, to: string | undefined): Promise<void> {
  const session = await queries.ensureQueryData(sessionQuery);
  const search = to ? { to } : {};
  if (!session) throw redirect({ to: '/login', search });
  if (session.state === 'ACTIVE') throw redirect({ href: returnTo(to) });
  if (session.state !== step) throw redirect({ to: STEP[session.state], search });
}

/** Whoever is logged in has no use for the choice of a log-in. */
export async function leaveWhenLoggedIn(queries: QueryClient): Promise<void> {
  const session = await queries.ensureQueryData(sessionQuery);
  if (session) throw redirect({ to: session.state === 'ACTIVE' ? '/home' : STEP[session.state] });
}

/** Pages for everybody: they open also when the session cannot be asked for, but not in the middle of a log-in (AT-10). */
export async function finishLogIn(queries: QueryClient): Promise<void> {
  const state: SessionState | undefined = await queries.ensureQueryData(sessionQuery).then(
    (session) => session?.state,
    () => undefined,
  );
  if (state !== undefined && state !== 'ACTIVE') throw redirect({ to: STEP[state] });
}

/** Has what the policy says about revocations ready, so that a page knows from the first moment whether it is offered. */
export async function revocationOffer(queries: QueryClient, { account }: Session): Promise<void> {
  if (account.role !== 'OPERATOR') await queries.ensureQueryData(tenantQuery);
}

/** The notice of a renewal, only while this page can renew; else on to where one wanted to go. */
export async function requireRenewal(queries: QueryClient, to: string | undefined): Promise<void> {
  const own = await queries.ensureQueryData(ownCertificatesQuery).catch(() => undefined);
  if (own?.issuance.state !== 'RENEW') throw redirect({ href: returnTo(to), replace: true });
}
