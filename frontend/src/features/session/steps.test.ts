import { expect, it } from 'vitest';
import { pathAfter } from './steps';

it.each([
  ['ACTIVE', '/certificates?status=ISSUED', '/certificates?status=ISSUED'],
  ['ACTIVE', 'https://evil.example/', '/home'],
  ['OTP_REQUIRED', undefined, '/login/one-time-password'],
  ['PASSWORD_CHANGE_REQUIRED', '/audit?q=a', '/login/new-password?to=%2Faudit%3Fq%3Da'],
  ['RESIDUAL_SESSION', '/login/new-password', '/login/other-session'],
] as const)('in the state %s, with %s in mind, one goes to %s', (state, to, path) => {
  expect(pathAfter({ state }, to)).toBe(path);
});

it('leads to the notice while the certificate can be renewed, and no more (AT-45)', () => {
  const certificate = { serial: '5A01', subjectDn: 'CN=50000001', notAfter: '2028-01-27T23:59:59Z', daysLeft: 24 };
  const after = (renewable: boolean) =>
    pathAfter({ state: 'ACTIVE', certificate: { ...certificate, renewable } }, '/audit');
  expect(after(true)).toBe('/renewal-notice?to=%2Faudit');
  expect(after(false)).toBe('/audit');
  expect(pathAfter({ state: 'OTP_REQUIRED', certificate: { ...certificate, renewable: true } }, '/home')).toBe(
    '/login/one-time-password',
  );
});
