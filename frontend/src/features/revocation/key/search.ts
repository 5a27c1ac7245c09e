import { compact, cursor, oneOf, type RawSearch, text } from '../../../shared/table/search';

export const certificateSearch = (raw: RawSearch) => compact({ q: text(raw, 'q'), cursor: cursor(raw) });

export const CASE_STATES = ['OPEN', 'PROVEN', 'SUBMITTED', 'LAPSED'] as const;

export const keyCompromisesSearch = (raw: RawSearch) =>
  compact({
    state: oneOf(raw, 'state', CASE_STATES),
    cursor: cursor(raw),
  });
export type KeyCompromisesSearch = ReturnType<typeof keyCompromisesSearch>;

export const newKeyCompromiseSearch = (raw: RawSearch) => compact({ key: text(raw, 'key') });

/** Steps of a case; without one the case itself says where it stands. */
export const keyCompromiseSearch = (raw: RawSearch) =>
  compact({ step: oneOf(raw, 'step', ['proof', 'confirm'] as const) });

export const CAUSES = ['REVOKED', 'PROVEN', 'DECLARED'] as const;

export const blockedKeysSearch = (raw: RawSearch) =>
  compact({
    q: text(raw, 'q'),
    cause: oneOf(raw, 'cause', CAUSES),
    cursor: cursor(raw),
  });
export type BlockedKeysSearch = ReturnType<typeof blockedKeysSearch>;
