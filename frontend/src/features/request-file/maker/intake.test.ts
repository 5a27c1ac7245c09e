import { expect, it } from 'vitest';
import { columns } from '../../../../test/fixtures/request-file';
import { shiftJisOf } from '../../../shared/format/shiftJis';
import type { CertificateContent, CsrContent } from '../../../shared/pki/files';
import type { Column, Format } from './format';
import { read, take } from './intake';
import { blankRow } from './sheet';

const formatOf = (operation: Format['operation'], required: readonly number[]): Format => ({
  kind: 'SERVER',
  operation,
  columns: columns.map(
    (column): Column => ({
      ...column,
      requirement: required.includes(column.number)
        ? 'REQUIRED'
        : column.requirement === 'EMPTY'
          ? 'EMPTY'
          : 'OPTIONAL',
    }),
  ),
});
const ISSUE = formatOf('ISSUE', [1, 2, 7]);
const RENEW = formatOf('RENEW', [1, 2, 4, 7]);
const PROFILES = [
  { id: '3', kind: 'SERVER', keys: ['RSA_2048'] },
  { id: '11', kind: 'SERVER', keys: ['P384'] },
];
const subject = (name: string) => [
  { type: 'CN', value: name },
  { type: 'O', value: 'Shomei, Inc.' },
  { type: 'C', value: 'JP' },
];
const csr = (name: string, more: Partial<CsrContent> = {}): CsrContent => ({
  ...{ type: 'csr', subject: subject(name), dnsNames: [], key: 'RSA_2048', base64: `MII${name}` },
  ...more,
});
const certificate = (name: string): CertificateContent => ({
  ...{
    type: 'certificate',
    subject: subject(name),
    dnsNames: [name, `x.${name}`],
    emails: [],
    key: 'P384',
    serial: '77',
  },
});
const filled = (cells: readonly string[] = []) => cells.flatMap((cell, at) => (cell ? [`${at + 1} ${cell}`] : []));

it('a request gives subject, profile by its key, request, name and further names', () => {
  const items = [csr('a.ac.jp'), csr('b.ac.jp', { key: 'P256', dnsNames: ['b.ac.jp', 'c.ac.jp'] })];
  const { rows, notes } = take([blankRow(13)], 'two.pem', { type: 'items', items }, ISSUE, PROFILES);
  expect(rows.map(({ cells }) => filled(cells))).toEqual([
    ['1 CN=a.ac.jp,O=Shomei, Inc.,C=JP', '2 3', '7 MIIa.ac.jp', '11 a.ac.jp'],
    ['1 CN=b.ac.jp,O=Shomei, Inc.,C=JP', '7 MIIb.ac.jp', '11 b.ac.jp', '13 dNSName=b.ac.jp,dNSName=c.ac.jp'],
  ]);
  expect(notes).toEqual([{ file: 'two.pem', type: 'csr', count: 2 }]);
});

it('for a renewal the old certificate and the new request of one name meet in one row, in any order', () => {
  const items = { csr: csr('a.ac.jp'), certificate: certificate('a.ac.jp') };
  for (const order of [
    [items.csr, items.certificate],
    [items.certificate, items.csr],
  ]) {
    const { rows } = take([], 'renew', { type: 'items', items: order }, RENEW, PROFILES);
    expect(rows).toHaveLength(1);
    expect(filled(rows[0]?.cells)).toContain('4 77');
    expect(filled(rows[0]?.cells)).toContain('7 MIIa.ac.jp');
    expect(filled(rows[0]?.cells)).toContain('2 3');
  }
});

it('an S/MIME certificate that is to be revoked gives subject, serial number and the address of its holder', () => {
  const holder: Column = { number: 14, field: 'HOLDER_EMAIL', name: '利用者E-mail', requirement: 'REQUIRED' };
  const format: Format = {
    kind: 'CLIENT',
    operation: 'REVOKE',
    columns: [...formatOf('REVOKE', [1, 4]).columns, holder],
  };
  const items = [{ ...certificate('Hanako'), emails: ['hanako@shomei.ac.jp'] }];
  const { rows } = take([], 'f', { type: 'items', items }, format, PROFILES);
  expect(filled(rows[0]?.cells).filter((cell) => /^(1|4|14) /.test(cell))).toEqual([
    '1 CN=Hanako,O=Shomei, Inc.,C=JP',
    '4 77',
    '14 hanako@shomei.ac.jp',
  ]);
});

it('what the operation has no place for is said to be of no use', () => {
  const items = [certificate('a.ac.jp'), csr('a.ac.jp')];
  const { notes } = take([], 'f', { type: 'items', items }, ISSUE, PROFILES);
  expect(notes).toEqual([
    { file: 'f', type: 'csr', count: 1 },
    { file: 'f', type: 'unused', count: 1 },
  ]);
});

it('an old file in Shift_JIS is opened with its short rows filled up, a result without its result', async () => {
  const old = shiftJisOf(
    `CN=a\t3\t\t\t\t\tMII\t高橋 健\r\n${['CN=b', ...Array(12).fill('-'), 'NG', 'x', ''].join('\t')}\r\n`,
  );
  const content = await read(new File([old], 'old.tsv'));
  const { rows, notes } = take([blankRow(13)], 'old.tsv', content, ISSUE, PROFILES);
  expect(rows.map(({ cells }) => [cells.length, cells[0], cells[7]])).toEqual([
    [13, 'CN=a', '高橋 健'],
    [13, 'CN=b', '-'],
  ]);
  expect(notes).toEqual([{ file: 'old.tsv', type: 'rows', count: 2 }]);
});

it('rows with values beyond the last column are cut, and that is said', () => {
  const content = { type: 'rows', rows: [[...Array(13).fill('a'), 'b']] } as const;
  expect(take([], 'f', content, ISSUE, PROFILES).notes.map(({ type }) => type)).toEqual(['rows', 'cut']);
});

it('a workbook or a key is neither', async () => {
  expect(await read(new File(['PK\u0003\u0004\u0000'], 'a.xlsx'))).toEqual({ type: 'unreadable' });
  const key = '-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----';
  expect(await read(new File([key], 'server.key'))).toEqual({ type: 'private-key' });
});
