import { KINDS } from '../../api/kinds';
import { compact, oneOf, type RawSearch, text } from '../../shared/table/search';

export const profilesSearch = (raw: RawSearch) => compact({ kind: oneOf(raw, 'kind', KINDS) });

/** Two versions to compare. */
export const profileSearch = (raw: RawSearch) =>
  compact({ before: number(raw, 'before'), after: number(raw, 'after') });

export const dryRunSearch = (raw: RawSearch) => compact({ profile: text(raw, 'profile', 64) });

/** As text, like everything in an address. */
function number(raw: RawSearch, name: string): string | undefined {
  const value = text(raw, name, 9);
  return value && /^[1-9]\d*$/.test(value) ? value : undefined;
}
