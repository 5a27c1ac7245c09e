import { expect, it } from 'vitest';
import { sampleTsv } from './sample';

it('a sample file has one row in the order of the columns, empty where a column must be', () => {
  expect(
    sampleTsv([
      { number: 2, name: 'profile', requirement: 'REQUIRED', example: '3' },
      { number: 1, name: 'DN', requirement: 'REQUIRED', example: 'CN=www.shomei.ac.jp' },
      { number: 3, name: 'reserved', requirement: 'EMPTY', example: 'x' },
      { number: 4, name: 'csr', requirement: 'OPTIONAL', example: 'MIIB\nAB' },
    ]),
  ).toBe('CN=www.shomei.ac.jp\t3\t\tMIIB AB\r\n');
});
