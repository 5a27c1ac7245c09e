import { describe, expect, it } from 'vitest';
import { originOf, policyText, policyValue, WAYS } from './fleetPolicy';

const CHOICE = { url: 'https://cert.example.com:9443', issuer: 'Shomei "Client" CA & Co' };

describe('the policy for many devices', () => {
  it('is one line of JSON with the address and the CN of the issuer', () => {
    expect(policyValue({ url: 'https://localhost:9443', issuer: 'Shomei Client CA' })).toBe(
      '{"pattern":"https://localhost:9443","filter":{"ISSUER":{"CN":"Shomei Client CA"}}}',
    );
  });

  it('holds the same value in the syntax of each way', () => {
    const value = policyValue(CHOICE);
    expect(policyText('policy', CHOICE)).toBe(value);
    expect(JSON.parse(policyText('linux', CHOICE))).toEqual({ AutoSelectCertificateForUrls: [value] });
    expect(
      new DOMParser().parseFromString(`<d>${policyText('mac', CHOICE)}</d>`, 'text/xml').documentElement.textContent,
    ).toContain(value);
    for (const way of ['edge', 'chrome'] as const) {
      const [, quoted = ''] = /^"1"="(.*)"$/m.exec(policyText(way, CHOICE)) ?? [];
      expect(quoted.replace(/\\(.)/g, '$1')).toBe(value);
    }
    expect(policyText('edge', CHOICE)).toContain('\\Policies\\Microsoft\\Edge\\AutoSelectCertificateForUrls]');
    expect(WAYS.map((way) => policyText(way, CHOICE)).every((text) => text.length > 0)).toBe(true);
  });

  it('takes the address of a server, without its path', () => {
    expect(originOf(' https://service.example.co.jp/login?x=1 ')).toBe('https://service.example.co.jp');
    expect(originOf('https://localhost:9443')).toBe('https://localhost:9443');
    for (const wrong of ['', 'service.example.co.jp', 'http://service.example.co.jp', 'https://'])
      expect(originOf(wrong)).toBeUndefined();
  });
});
