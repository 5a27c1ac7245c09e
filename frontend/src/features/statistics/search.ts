import { TENANT_KINDS } from '../../api/kinds';
import { compact, oneOf, type RawSearch, text } from '../../shared/table/search';

export const statisticsSearch = (raw: RawSearch) =>
  compact({
    tenant: text(raw, 'tenant', 64),
    from: month(raw, 'from'),
    to: month(raw, 'to'),
    domain: text(raw, 'domain', 253),
    kind: oneOf(raw, 'kind', TENANT_KINDS),
  });

export type StatisticsSearch = ReturnType<typeof statisticsSearch>;

/** `2026-11` */
function month(raw: RawSearch, name: string): string | undefined {
  const value = text(raw, name);
  return value && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? value : undefined;
}
