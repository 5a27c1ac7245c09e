import type { Schema } from '../../api/types';
import { compact, cursor, oneOf, type RawSearch, text } from '../../shared/table/search';

export const STATES = ['PROPOSED', 'DONE', 'REFUSED', 'LAPSED'] as const satisfies readonly Schema<'DeskActionState'>[];

/** Letters that are to be made, and those that were. */
export const LETTERS = ['DUE', 'PRINTED'] as const satisfies readonly Schema<'DeskLetter'>[];

export const deskActionsSearch = (raw: RawSearch) =>
  compact({
    state: oneOf(raw, 'state', STATES),
    letter: oneOf(raw, 'letter', LETTERS),
    account: text(raw, 'account', 64),
    cursor: cursor(raw),
  });

export type DeskActionsSearch = ReturnType<typeof deskActionsSearch>;
