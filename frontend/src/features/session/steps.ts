import type { Session, SessionState } from './api';
import { returnTo } from './returnTo';

/** What may still be due after a log-in, in the order in which it is asked for; each has a page. */
export const STEP = {
  OTP_REQUIRED: '/login/one-time-password',
  RESIDUAL_SESSION: '/login/other-session',
  PASSWORD_CHANGE_REQUIRED: '/login/new-password',
} as const satisfies Record<Exclude<SessionState, 'ACTIVE'>, string>;

/** What is shown once after the log-in while the certificate can be renewed (HK-030). */
export const RENEWAL_NOTICE = '/renewal-notice';

/** Where a log-in goes on: to what is due, to the notice of a renewal, else to where one wanted to go. */
export function pathAfter(
  { state, certificate }: Pick<Session, 'state' | 'certificate'>,
  to: string | undefined,
): string {
  const wanted = returnTo(to);
  const before = state !== 'ACTIVE' ? STEP[state] : certificate?.renewable ? RENEWAL_NOTICE : undefined;
  if (!before) return wanted;
  return before + (wanted === '/home' ? '' : `?${new URLSearchParams({ to: wanted })}`);
}
