import { describe, expect, it } from 'vitest';
import { ruleSentence } from './ruleSentence';
import { sampleNames } from './sampleNames';
import { EMPTY, fieldOf, toRehearsal } from './trial';

describe('names to try a profile with', () => {
  it('are those it must have', () => {
    expect(
      sampleNames({
        subject: [
          { type: 'CN', from: 'REQUEST', times: 'ONCE' },
          { type: 'OU', from: 'REQUEST', times: 'ANY' },
          { type: 'O', from: 'TENANT', times: 'ONCE' },
          { type: 'L', from: 'FIXED', times: 'ONCE', value: 'Academe-ops' },
        ],
        alternativeNames: ['EMAIL'],
      }),
    ).toEqual({
      subject: [
        { type: 'CN', value: 'Taro Yamada' },
        { type: 'O', value: 'Example University' },
      ],
      dnsNames: [],
      emails: ['taro.yamada@example.ac.jp'],
    });
  });

  it('are host names for a server', () => {
    const { subject, dnsNames } = sampleNames({
      subject: [{ type: 'CN', from: 'REQUEST', times: 'ONCE' }],
      alternativeNames: ['DNS'],
    });
    expect(subject).toEqual([{ type: 'CN', value: 'www.example.ac.jp' }]);
    expect(dnsNames).toEqual(['www.example.ac.jp']);
  });
});

describe('what is tried', () => {
  it('says only what was entered, so that the CSR says the rest', () => {
    expect(toRehearsal({ ...EMPTY, csr: ' MIIC ' }, 'Asia/Tokyo')).toEqual({ csr: 'MIIC' });
  });

  it('has a sample key without a CSR, and begins with a day of the tenant', () => {
    expect(
      toRehearsal(
        {
          ...EMPTY,
          key: 'P384',
          subject: { CN: ['www.example.ac.jp'], OU: ['One', ' ', 'Two'], O: [''] },
          dnsNames: 'www.example.ac.jp\nmail.example.ac.jp',
          emails: 'taro@example.ac.jp',
          day: '2027-03-15',
        },
        'Asia/Tokyo',
      ),
    ).toEqual({
      key: 'P384',
      subject: [
        { type: 'CN', value: 'www.example.ac.jp' },
        { type: 'OU', value: 'One' },
        { type: 'OU', value: 'Two' },
      ],
      dnsNames: ['www.example.ac.jp', 'mail.example.ac.jp'],
      emails: ['taro@example.ac.jp'],
      at: '2027-03-14T15:00:00.000Z',
    });
  });

  it('knows the field an error is about', () => {
    expect(fieldOf('/subject/CN')).toBe('try-CN');
    expect(fieldOf('/dnsNames')).toBe('try-dnsNames');
    expect(fieldOf('/dnsNames/0')).toBe('try-dnsNames');
    expect(fieldOf('/settings/authority')).toBeUndefined();
    expect(fieldOf('/subject')).toBeUndefined();
  });
});

describe('a rule', () => {
  it('is read as a sentence', () => {
    expect(ruleSentence('KeyUsageFitsTheKey')).toBe('Key usage fits the key');
    expect(ruleSentence('OcspNoCheckIsNull')).toBe('Ocsp no check is null');
  });
});
