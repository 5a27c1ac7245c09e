import { expect, it } from 'vitest';
import { returnTo } from './returnTo';

it.each([
  [undefined, '/home'],
  ['/certificates?status=ISSUED', '/certificates?status=ISSUED'],
  ['https://evil.example/', '/home'],
  ['//evil.example/', '/home'],
  ['/\\evil.example', '/home'],
  ['/login?to=/login', '/home'],
  ['/', '/home'],
])('after the log-in, %s leads to %s', (to, path) => {
  expect(returnTo(to)).toBe(path);
});
