export type IdlePhase =
  | { readonly name: 'active' }
  | { readonly name: 'warning'; readonly secondsLeft: number }
  | { readonly name: 'ended' };

/** A session ends after `timeout` without an action; the last minute is announced. */
const WARNING_MILLIS = 60_000;

/** How long an action that causes no call by itself may stay untold: the server's clock runs behind ours by that at most. */
export const TELL_MILLIS = 5_000;

export function idlePhase(now: number, lastActiveAt: number, timeout: number): IdlePhase {
  const left = lastActiveAt + timeout - now;
  if (!Number.isFinite(left)) return { name: 'active' };
  if (left <= 0) return { name: 'ended' };
  // A very short timeout is announced for half of its time, not from the first moment.
  return left <= Math.min(WARNING_MILLIS, timeout / 2)
    ? { name: 'warning', secondsLeft: Math.ceil(left / 1000) }
    : { name: 'active' };
}

const KEY = 'shomei.lastActiveAt';

/** Shared by all windows: what one of them does keeps the others from ending. */
export function noteActivity(now: number): void {
  localStorage.setItem(KEY, String(now));
}

export function lastActivity(fallback: number): number {
  const kept = Number(localStorage.getItem(KEY));
  return Number.isFinite(kept) && kept > 0 ? Math.max(kept, 0) : fallback;
}
