import { describe, expect, it } from 'vitest';
import type { Certificate, JobCertificate } from './api';
import { isValid, joined, placeInJob, rowsOf } from './rows';

const certificate = (id: string, commonName: string, more: Partial<Certificate> = {}): Certificate => ({
  id,
  serial: '1',
  kind: 'CLIENT',
  profile: 'saas-client',
  status: 'ISSUED',
  subjectDn: `CN=${commonName}`,
  commonName,
  notBefore: '2027-04-01T00:00:00Z',
  notAfter: '2028-04-01T00:00:00Z',
  issuedAt: '2027-04-01T00:00:00Z',
  ...more,
});
const one = (number: number, state: JobCertificate['state'], certificateId?: string): JobCertificate => ({
  number,
  commonName: `client_00000${number}`,
  state,
  ...(certificateId && { certificateId, issuedAt: '2027-05-01T00:00:00Z' }),
});

describe('the rows of the list', () => {
  it('at57: begin with what is being issued, and hold nothing twice', () => {
    const rows = rowsOf(
      [certificate('a', 'client_000001'), certificate('c', 'client_000003')],
      [one(2, 'ISSUING'), one(3, 'ISSUED', 'c'), one(4, 'ISSUED', 'd'), one(5, 'CANCELLED')],
    );
    expect(rows.map(({ commonName, status }) => [commonName, status])).toEqual([
      ['client_000002', 'ISSUING'],
      ['client_000003', 'ISSUED'],
      ['client_000004', 'ISSUED'],
      ['client_000001', 'ISSUED'],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(rows.filter(isValid).map(({ certificate }) => certificate)).toEqual(['c', 'd', 'a']);
  });

  it('go through all of a job first, page by page, and then through the list', () => {
    const list = { items: [certificate('a', 'client_000001')], next: 'n' };
    const first = joined(list, { items: [one(2, 'ISSUING')], next: 'x' });
    expect(first.items.map(({ commonName }) => commonName)).toEqual(['client_000002']);
    expect([placeInJob(first.next), placeInJob(first.previous)]).toEqual(['x', undefined]);
    const last = joined(list, { items: [one(3, 'ISSUING')], previous: 'w' });
    expect(last.items.map(({ commonName }) => commonName)).toEqual(['client_000003', 'client_000001']);
    expect([last.next, placeInJob(last.next), placeInJob(last.previous)]).toEqual(['n', undefined, 'w']);
  });

  it('know what can no more be handed out', () => {
    expect(rowsOf([certificate('a', 'a', { status: 'REVOKED' })], []).some(isValid)).toBe(false);
    expect(rowsOf([certificate('a', 'a', { status: 'RENEWED' })], [one(1, 'FAILED')]).map(isValid)).toEqual([
      false,
      true,
    ]);
  });
});
