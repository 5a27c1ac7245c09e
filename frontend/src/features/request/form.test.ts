import { describe, expect, it } from 'vitest';
import { EMPTY, fieldOf, looksLikeCsr, namesOf, requestForm, toRequest } from './form';

const PEM = '-----BEGIN CERTIFICATE REQUEST-----\nMIIC\n-----END CERTIFICATE REQUEST-----';

describe('the form for one certificate', () => {
  it('tells a CSR from a certificate or a private key', () => {
    expect(looksLikeCsr(PEM)).toBe(true);
    expect(looksLikeCsr('MIICijCCAXICAQAwRTEL')).toBe(true);
    expect(looksLikeCsr('-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----')).toBe(false);
    expect(looksLikeCsr('-----BEGIN PRIVATE KEY-----\nMIIC\n-----END PRIVATE KEY-----')).toBe(false);
  });

  it('takes names in any of the usual ways', () => {
    expect(namesOf('a.ac.jp\nb.ac.jp, c.ac.jp、dNSName=d.ac.jp')).toEqual(['a.ac.jp', 'b.ac.jp', 'c.ac.jp', 'd.ac.jp']);
  });

  it('reports everything that is missing at once', () => {
    const result = requestForm.safeParse(EMPTY);
    expect(result.error?.issues.map((issue) => issue.message).sort()).toEqual([
      'fault.csr',
      'fault.email',
      'fault.profile',
    ]);
  });

  it('becomes a request of the contract, without what was left empty', () => {
    expect(toRequest({ ...EMPTY, profile: '3', csr: PEM, email: 'a@b.ac.jp', unit: '情報基盤センター' })).toEqual({
      profile: '3',
      csr: PEM,
      subscriber: { email: 'a@b.ac.jp', unit: '情報基盤センター' },
    });
  });

  it("finds the field of a server's error by pointer or column", () => {
    expect(fieldOf({ pointer: '/subscriber/email', code: '229', message: '' })).toBe('email');
    expect(fieldOf({ column: 13, code: '227', message: '' })).toBe('dnsNames');
    expect(fieldOf({ code: '215', message: '' })).toBeUndefined();
  });
});
