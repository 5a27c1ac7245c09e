import { expect, it } from 'vitest';
import { faultOf } from './filePassword';

it.each([
  ['', '', 'missing'],
  ['abcdefg', 'abcdefg', 'length'],
  ['a'.repeat(33), 'a'.repeat(33), 'length'],
  ['パスワードです長い', 'パスワードです長い', 'characters'],
  ['abc def gh', 'abc def gh', 'characters'],
  ['abcdefgh', 'abcdefgH', 'differs'],
  ['abcd-EF1', 'abcd-EF1', undefined],
])('the password %s, again %s: %s', (password, again, fault) => {
  expect(faultOf(password, again)).toBe(fault);
});
