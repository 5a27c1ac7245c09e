import { expect, it } from 'vitest';
import { countFault, countOf } from './count';

it.each([
  ['32', 32, undefined],
  ['1', 1, undefined],
  ['３２', 32, undefined],
  [' 3 2 ', 32, undefined],
  ['33', 33, 'tooMany'],
  ['0', 0, 'noNumber'],
  ['-1', -1, 'noNumber'],
  ['1.5', Number.NaN, 'noNumber'],
  ['1e1', Number.NaN, 'noNumber'],
  ['', Number.NaN, 'missing'],
] as const)('at55: of 32 that are left, %j are %d: %s', (typed, count, fault) => {
  expect(countOf(typed)).toBe(count);
  expect(countFault(typed, 32)).toBe(fault);
});
