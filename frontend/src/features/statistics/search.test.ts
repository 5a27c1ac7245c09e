import { expect, it } from 'vitest';
import { statisticsSearch } from './search';

it('keeps months and kinds that exist and drops the rest', () => {
  expect(statisticsSearch({ from: '2026-11', to: '2026-13', kind: 'SERVER', domain: 'a.ac.jp', tenant: ' ' })).toEqual({
    from: '2026-11',
    kind: 'SERVER',
    domain: 'a.ac.jp',
  });
  expect(statisticsSearch({ kind: 'OPERATOR' })).toEqual({});
});
