import { durationMillis } from '../../shared/format/dates';
import { compact, oneOf, type RawSearch, text } from '../../shared/table/search';

/** Where one wanted to go, and the code of the tenant whose people are expected. */
export const loginSearch = (raw: RawSearch) => compact({ to: text(raw, 'to', 1000), tenant: text(raw, 'tenant', 64) });

export type LoginSearch = ReturnType<typeof loginSearch>;

/** The code of the tenant whose people are expected. */
export const tenantSearch = (raw: RawSearch) => compact({ tenant: text(raw, 'tenant', 64) });

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

/** Where one wanted to go, through all that is due after a log-in. */
export const stepSearch = (raw: RawSearch) => compact({ to: text(raw, 'to', 1000) });

export type StepSearch = ReturnType<typeof stepSearch>;
