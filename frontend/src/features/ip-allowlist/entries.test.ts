import { describe, expect, it } from 'vitest';
import { changesOf, csvOf, entriesOf, rowOf } from './entries';

const office = { range: '192.0.2.0/24', memo: '本社' };

describe('entries', () => {
  it('are what was written, without empty rows', () => {
    expect(entriesOf([rowOf(' 192.0.2.1 ', ' a '), rowOf(), rowOf('', 'memo')])).toEqual([
      { range: '192.0.2.1', memo: 'a' },
      { range: '', memo: 'memo' },
    ]);
  });

  it('differ by what came, went and got another memo', () => {
    const home = { range: '2001:db8::/32', memo: '' };
    expect(changesOf([office, home], [{ ...office, memo: '支社' }, { range: '10.0.0.1' }])).toEqual([
      { range: '192.0.2.0/24', before: '192.0.2.0/24 — 本社', after: '192.0.2.0/24 — 支社' },
      { range: '2001:db8::/32', before: '2001:db8::/32', after: '' },
      { range: '10.0.0.1', before: '', after: '10.0.0.1' },
    ]);
    expect(changesOf([office, home], [home, office])).toEqual([]);
  });

  it('become a file with quotes where they are needed', () => {
    expect(csvOf([office, { range: '::1', memo: 'a, "b"' }], ['IPアドレス', 'メモ'])).toBe(
      '\uFEFFIPアドレス,メモ\r\n192.0.2.0/24,本社\r\n::1,"a, ""b"""\r\n',
    );
  });
});
