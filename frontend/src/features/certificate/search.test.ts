import { expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../../shared/table/search';
import { exportUrl, toQuery } from './api';
import { certificatesSearch } from './search';

it('a shared address brings back the same filters', () => {
  const search = certificatesSearch(
    parseSearch('?status=ISSUED&q=www&expiresTo=2026-12-22&sort=EXPIRES_AT&kind=SERVER'),
  );
  expect(certificatesSearch(parseSearch(stringifySearch(search)))).toEqual(search);
});

it('an address with nonsense shows the list without a filter', () => {
  expect(certificatesSearch(parseSearch('?status=GONE&expiresTo=soon&x=1'))).toEqual({});
});

it('the last day of a filter counts to its end in the zone of the tenant', () => {
  expect(toQuery({ expiresTo: '2026-12-22', status: 'ISSUED' }, 'Asia/Tokyo')).toEqual({
    status: 'ISSUED',
    expiresTo: '2026-12-22T14:59:59.000Z',
  });
});

it('exports what the contract offers, and everything otherwise', () => {
  expect(exportUrl('SERVER', 'UTF-8')).toBe('/api/v1/certificates/export.tsv?kind=SERVER&encoding=UTF-8');
  expect(exportUrl('SMIME', 'Shift_JIS')).toBe('/api/v1/certificates/export.tsv?kind=CLIENT&encoding=Shift_JIS');
  expect(exportUrl('OFFICER', 'Shift_JIS')).toBe('/api/v1/certificates/export.tsv?kind=ALL&encoding=Shift_JIS');
});
