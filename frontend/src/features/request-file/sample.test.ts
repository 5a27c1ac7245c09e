import { expect, it } from 'vitest';
import { sampleTsv } from './sample';

it('a sample file has one row in the order of the columns, empty where a column must be', () => {
  expect(
    sampleTsv([
      { number: 2, field: 'PROFILE', name: 'profile', requirement: 'REQUIRED', example: '3' },
      { number: 1, field: 'SUBJECT_DN', name: 'DN', requirement: 'REQUIRED', example: 'CN=www.shomei.ac.jp' },
      { number: 3, field: 'RESERVED', name: 'reserved', requirement: 'EMPTY', example: 'x' },
      { number: 4, field: 'CSR', name: 'csr', requirement: 'OPTIONAL', example: 'MIIB\nAB' },
    ]),
  ).toBe('CN=www.shomei.ac.jp\t3\t\tMIIB AB\r\n');
});
