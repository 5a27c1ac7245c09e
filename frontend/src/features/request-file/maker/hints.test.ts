import { expect, it } from 'vitest';
import { columns } from '../../../../test/fixtures/request-file';
import type { Format } from './format';
import { duplicatesIn, hintsOf } from './hints';
import type { Row } from './sheet';

const FORMAT: Format = { kind: 'SERVER', operation: 'ISSUE', columns };
const REGISTERED = { O: 'Shomei University', L: 'Chiyoda-ku', ST: 'Tokyo', C: 'JP' };
const GOOD = [
  ...['CN=www.shomei.ac.jp,O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP', '11', '', '', '', '', 'MIIB'],
  ...[
    '高橋 健',
    '',
    'takahashi@shomei.ac.jp',
    'www.shomei.ac.jp',
    'nginx',
    'dNSName=www.shomei.ac.jp,dNSName=a.shomei.ac.jp',
  ],
];
const row = (column?: number, value = ''): Row => ({
  cells: GOOD.map((cell, at) => (at + 1 === column ? value : cell)),
});
const codes = (of: Row, format = FORMAT) =>
  hintsOf(format, REGISTERED)(of).map(({ column, code }) => `${column + 1} ${code}`);

it('a good row has no hints, nor has a blank one', () => {
  expect(codes(row())).toEqual([]);
  expect(codes({ cells: GOOD.map(() => ' ') })).toEqual([]);
});

it.each([
  [1, '', 'required'],
  [1, 'CN=www.shomei.ac.jp, O=Shomei University, L=Chiyoda-ku, ST=Tokyo, C=JP', 'dn'],
  [1, 'C=JP,ST=Tokyo,L=Chiyoda-ku,O=Shomei University,CN=www.shomei.ac.jp', 'dn'],
  [1, 'CN=www.shomei.ac.jp,OU=A,O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP', 'dn'],
  [1, 'CN=www.shomei.ac.jp,O=Shomei Univ.,L=Chiyoda-ku,ST=Tokyo,C=JP', 'registered'],
  [2, 'a', 'digits'],
  [2, '111', 'tooLong'],
  [4, '1', 'notEmpty'],
  [7, 'MIIB MIIB', 'csr'],
  [8, '𠮷野', 'character'],
  [8, '"a, b"', 'quoted'],
  [10, 'takahashi', 'mail'],
  [11, 'www2.shomei.ac.jp', 'fqdn'],
  [13, 'www.shomei.ac.jp', 'dnsNames'],
])('column %d with %j: %s', (column, value, code) => {
  expect(codes(row(column, value))).toEqual([`${column} ${code}`]);
});

it('for a revocation the subject is history, and serial and reason have their form', () => {
  const format: Format = {
    kind: 'SERVER',
    operation: 'REVOKE',
    columns: columns.map((column) => ({
      ...column,
      requirement: [1, 4, 5].includes(column.number) ? 'REQUIRED' : 'OPTIONAL',
    })),
  };
  const revoked = (serial: string, reason: string): Row => ({
    cells: ['CN=a,OU=b,O=c,L=Academe,C=JP', '', '', serial, reason, '', '', '', '', '', '', '', ''],
  });
  expect(codes(revoked('0x4F', '4'), format)).toEqual([]);
  expect(codes(revoked('4F', '2'), format)).toEqual(['4 serial', '5 choice']);
});

it('a PIN that was kept apart from its row is entered again, or cleared', () => {
  const last = columns.at(-1);
  if (!last) throw new Error('no columns');
  const format: Format = {
    kind: 'CLIENT',
    operation: 'ISSUE',
    columns: [{ ...last, number: 1, field: 'ACCESS_PIN', requirement: 'OPTIONAL', maxLength: 32 }],
  };
  expect(codes({ cells: ['***'] }, format)).toEqual(['1 withheld']);
  expect(codes({ cells: ['Chosen-PIN-2027'] }, format)).toEqual([]);
});

it('a key or name that stands in two rows is seen in both', () => {
  const [a, b, c] = [row(), row(11, 'b.shomei.ac.jp'), row(7, 'MIIC')];
  const isDuplicate = duplicatesIn([a, b, c], columns);
  const seen = [a, b, c].map((one) =>
    [6, 9, 10].filter((column) => isDuplicate(one, column)).map((column) => column + 1),
  );
  expect(seen).toEqual([[7, 11], [7], [11]]);
});
