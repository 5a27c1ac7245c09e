import { newIdempotencyKey } from '../../api/client';

/**
 * By what this tab proves to be the one that collected: a second press, a reload or a broken download repeats the same collection. Another
 * tab, or somebody else with the same address, has another key.
 */
export function pageKeyOf(token: string): string {
  const place = placeOf(token);
  const kept = sessionStorage.getItem(place);
  if (kept) return kept;
  const made = newIdempotencyKey();
  sessionStorage.setItem(place, made);
  return made;
}

const WINDOW_MS = 10 * 60_000;

/** Whether this tab collected a moment ago, so that it may do so again. The server decides; this says whether it is worth asking. */
export function mayRepeat(token: string, collectedAt: string | undefined): boolean {
  return (
    collectedAt !== undefined &&
    sessionStorage.getItem(placeOf(token)) !== null &&
    Date.now() - Date.parse(collectedAt) < WINDOW_MS
  );
}

function placeOf(token: string): string {
  return `collect-${token}`;
}
