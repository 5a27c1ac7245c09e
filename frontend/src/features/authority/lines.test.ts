import { expect, it } from 'vitest';
import { authorities, authorityLines } from '../../../test/fixtures/authority';
import { byLine, certificatesOf, isExpired, withAllBelow } from './lines';

it('puts the generations of a line together, the newest first', () => {
  const [root, rsa, old, next] = authorities;
  const lines = byLine(authorities);
  expect(lines.map((line) => line.name)).toEqual(['root', 'server-rsa', 'server-ecc']);
  expect(lines[0]?.authorities).toEqual([root]);
  expect(lines[1]?.authorities).toEqual([rsa]);
  expect(lines[2]?.authorities).toEqual([next, old]);
});

it('knows what has expired', () => {
  const now = Date.parse('2027-01-01T00:00:00Z');
  expect(isExpired({ notAfter: '2026-12-31T23:59:59Z' }, now)).toBe(true);
  expect(isExpired({ notAfter: '2027-01-01T00:00:00Z' }, now)).toBe(false);
  expect(isExpired({}, now)).toBe(false);
});

it('finds all that hangs below an authority, and itself once', () => {
  const all = authorityLines.flatMap((line) => line.generations);
  expect(withAllBelow('root', all).map((each) => each.name)).toEqual([
    'root',
    'server-rsa',
    'server-ecc-g2',
    'server-ecc',
  ]);
  expect(withAllBelow('server-rsa', all).map((each) => each.name)).toEqual(['server-rsa']);
  expect(withAllBelow('nobody', all)).toEqual([]);
});

it('reads a file of certificates, whether it is text or not', async () => {
  const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
  expect(await certificatesOf(new File([pem], 'ca.pem'))).toBe(pem);
  expect(await certificatesOf(new File([new Uint8Array([0x30, 0x82, 0x00, 0xff])], 'ca.cer'))).toBe('MIIA/w==');
});
