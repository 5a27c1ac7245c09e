import { describe, expect, it } from 'vitest';
import {
  attributesOf,
  commonNameOf,
  fileNameOf,
  fingerprint,
  formatBytes,
  formatPeriod,
  groupHex,
  wordsOf,
} from './text';

describe('text on screen', () => {
  it('groups hexadecimal', () => {
    expect(fingerprint('a1b2c3')).toBe('A1:B2:C3');
    expect(groupHex('0A1B2C3D4E', 4, ' ')).toBe('0A1B 2C3D 4E');
  });

  it('splits a subject, leaving commas inside values alone', () => {
    expect(attributesOf('CN=www.shomei.ac.jp,O=Shomei University, Faculty of Law,L=Chiyoda-ku,ST=Tokyo,C=JP')).toEqual([
      { type: 'CN', value: 'www.shomei.ac.jp' },
      { type: 'O', value: 'Shomei University, Faculty of Law' },
      { type: 'L', value: 'Chiyoda-ku' },
      { type: 'ST', value: 'Tokyo' },
      { type: 'C', value: 'JP' },
    ]);
  });

  it('knows whom a subject names', () => {
    expect(commonNameOf('CN=Yamada\\, Taro,OU=Law,O=Shomei University,C=JP')).toBe('Yamada, Taro');
    expect(commonNameOf('O=Shomei University,C=JP')).toBeUndefined();
  });

  it('takes the file name from the answer', () => {
    expect(fileNameOf('attachment; filename="www.cer"', 'x')).toBe('www.cer');
    expect(fileNameOf('attachment; filename="a.txt"; filename*=UTF-8\'\'%E8%A8%BC.txt', 'x')).toBe('証.txt');
    expect(fileNameOf(null, 'x')).toBe('x');
  });

  it('finds the words of a typed list', () => {
    expect(wordsOf(' a.jp, b.jp\nc.jp、d.jp ')).toEqual(['a.jp', 'b.jp', 'c.jp', 'd.jp']);
    expect(wordsOf(' ')).toEqual([]);
  });

  it('writes sizes and periods', () => {
    expect(formatBytes(900, 'ja')).toBe('900 B');
    expect(formatBytes(1536, 'en')).toBe('1.5 KiB');
    expect(formatPeriod('P199D', 'ja')).toBe('199日');
    expect(formatPeriod('P1Y1M', 'en')).toBe('1 year 1 month');
  });
});
