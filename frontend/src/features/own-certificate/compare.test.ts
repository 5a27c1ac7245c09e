import { expect, it } from 'vitest';
import type { OwnCertificate } from './api';
import { verdictOf } from './compare';

const certificate = (serial: string, notAfter: string, status: OwnCertificate['status']): OwnCertificate => ({
  id: '0197a1b2-0000-7000-8000-000000000041',
  serial,
  subjectDn: 'CN=50000001',
  commonName: '50000001',
  notBefore: '2027-01-01T00:00:00Z',
  notAfter,
  status,
  present: false,
  confirmed: true,
  revocable: false,
});

const newer = certificate('B2', '2029-01-27T23:59:59Z', 'ISSUED');

it('keeps the one that ends last, whatever their order', () => {
  const older = certificate('A1', '2028-01-27T23:59:59Z', 'ISSUED');
  for (const all of [
    [older, newer],
    [newer, older],
  ]) {
    expect(verdictOf(newer, all)).toBe('KEEP');
    expect(verdictOf(older, all)).toBe('WAIT');
  }
});

it.each(['REVOKED', 'EXPIRED'] as const)('has one that is %s deleted, also where it ends later', (status) => {
  const other = certificate('A1', '2030-01-27T23:59:59Z', status);
  expect(verdictOf(other, [newer, other])).toBe('DELETE');
  expect(verdictOf(newer, [newer, other])).toBe('KEEP');
});
