import { compact, cursor, day, oneOf, type RawSearch, text } from '../../shared/table/search';
import { KINDS, STATES } from './api';

/** How far ahead one looks, in days. */
export const WITHIN = ['30', '60', '90', '180', '365'] as const;

export const renewalsSearch = (raw: RawSearch) =>
  compact({
    kind: oneOf(raw, 'kind', KINDS),
    state: oneOf(raw, 'state', STATES),
    within: oneOf(raw, 'within', WITHIN),
    domain: text(raw, 'domain', 253),
    q: text(raw, 'q'),
    expiresFrom: day(raw, 'expiresFrom'),
    expiresTo: day(raw, 'expiresTo'),
    cursor: cursor(raw),
  });

export type RenewalsSearch = ReturnType<typeof renewalsSearch>;

export const uncollectedSearch = (raw: RawSearch) =>
  compact({
    state: oneOf(raw, 'state', ['WAITING', 'LAPSED'] as const),
    kind: oneOf(raw, 'kind', KINDS),
    domain: text(raw, 'domain', 253),
    q: text(raw, 'q'),
    cursor: cursor(raw),
  });

export type UncollectedSearch = ReturnType<typeof uncollectedSearch>;
