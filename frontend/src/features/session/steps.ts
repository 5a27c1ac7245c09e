import type { SessionState } from './api';
import { returnTo } from './returnTo';

/** What may still be due after a log-in, in the order in which it is asked for; each has a page. */
export const STEP = {
  OTP_REQUIRED: '/login/one-time-password',
  RESIDUAL_SESSION: '/login/other-session',
  PASSWORD_CHANGE_REQUIRED: '/login/new-password',
} as const satisfies Record<Exclude<SessionState, 'ACTIVE'>, string>;

/** Where a log-in goes on: to what is due, else to where one wanted to go. */
export function pathAfter(state: SessionState, to: string | undefined): string {
  const wanted = returnTo(to);
  if (state === 'ACTIVE') return wanted;
  return STEP[state] + (wanted === '/home' ? '' : `?${new URLSearchParams({ to: wanted })}`);
}
