import { compact, oneOf, type RawSearch, text } from '../../shared/table/search';
import { KEYS } from './api';

export const NEXT_STEPS = ['signed', 'details', 'confirm'] as const;

/** The procedure keeps its answers in the address, so that going back loses nothing. */
export const nextGenerationSearch = (raw: RawSearch) =>
  compact({
    step: oneOf(raw, 'step', NEXT_STEPS),
    signed: oneOf(raw, 'signed', ['HERE', 'ELSEWHERE'] as const),
    issuer: text(raw, 'issuer', 64),
    key: oneOf(raw, 'key', KEYS),
  });

export type NextGenerationSearch = ReturnType<typeof nextGenerationSearch>;
