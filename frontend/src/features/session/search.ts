import { durationMillis } from '../../shared/format/dates';
import { compact, oneOf, type RawSearch, text } from '../../shared/table/search';

/** Where one wanted to go. */
export const loginSearch = (raw: RawSearch) => compact({ to: text(raw, 'to', 1000) });

export const loggedOutSearch = (raw: RawSearch) => compact({ close: oneOf(raw, 'close', ['yes']) });

/** Why a session ended by itself: after how long a time without a click, or because of another log-in. */
export const sessionEndedSearch = (raw: RawSearch) =>
  compact({
    to: text(raw, 'to', 1000),
    why: oneOf(raw, 'why', ['timed-out', 'displaced']),
    after: duration(text(raw, 'after', 20)),
  });

function duration(iso: string | undefined): string | undefined {
  return iso !== undefined && durationMillis(iso) > 0 ? iso : undefined;
}

export type SessionEndedSearch = ReturnType<typeof sessionEndedSearch>;
