import { describe, expect, it } from 'vitest';
import type { SessionSecret } from '../api';
import { keeps, rulesOf } from './rules';

const secret: SessionSecret = {
  kind: 'PASSWORD',
  minLength: 8,
  maxLength: 16,
  charset: 'ALPHANUMERIC',
  composition: 'LETTERS_AND_DIGITS',
  currentRequired: true,
};
const broken = (value: string, of = secret) =>
  rulesOf(of)
    .filter((rule) => !keeps(rule, value))
    .map(({ name }) => name);

describe('the rules of a password (AT-12, AT-64)', () => {
  it.each([
    ['Abcd123', ['least']],
    ['Abcdefgh', ['lettersAndDigits']],
    ['12345678', ['lettersAndDigits']],
    ['Abcd1234Abcd12345', ['most']],
    ['Abcd-1234', ['alphanumeric']],
    ['パスワード1a', ['least', 'alphanumeric']],
    ['Abcd1234', []],
    ['Abcd1234Abcd1234', []],
  ])('%s breaks %j', (value, rules) => {
    expect(broken(value)).toEqual(rules);
  });

  it('are as many as the policy has', () => {
    const any: SessionSecret = { ...secret, charset: 'PRINTABLE_ASCII', composition: 'ANY' };
    expect(broken('--------', any)).toEqual([]);
    expect(broken('ああああああああ', any)).toEqual(['ascii']);
    expect(broken('abcd efgh', any)).toEqual(['ascii']);
  });
});
