import { expect, it } from 'vitest';
import { pathAfter } from './steps';

it.each([
  ['ACTIVE', '/certificates?status=ISSUED', '/certificates?status=ISSUED'],
  ['ACTIVE', 'https://evil.example/', '/home'],
  ['OTP_REQUIRED', undefined, '/login/one-time-password'],
  ['PASSWORD_CHANGE_REQUIRED', '/audit?q=a', '/login/new-password?to=%2Faudit%3Fq%3Da'],
  ['RESIDUAL_SESSION', '/login/new-password', '/login/other-session'],
] as const)('in the state %s, with %s in mind, one goes to %s', (state, to, path) => {
  expect(pathAfter(state, to)).toBe(path);
});
