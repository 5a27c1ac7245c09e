import { compact, oneOf, type RawSearch } from '../../shared/table/search';
import { FORMS, KINDS, TRADES } from './order';

/** The choices are in the address, so that Back finds them as they were. */
export const tradingSearch = (raw: RawSearch) =>
  compact({ kind: oneOf(raw, 'kind', KINDS), trade: oneOf(raw, 'trade', TRADES), form: oneOf(raw, 'form', FORMS) });

export type TradingSearch = ReturnType<typeof tradingSearch>;
