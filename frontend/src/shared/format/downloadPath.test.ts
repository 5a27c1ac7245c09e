import { expect, it } from 'vitest';
import { downloadPath } from './downloadPath';

it('downloads from this server what certificates name by http', () => {
  expect(downloadPath('http://localhost:8080/pki/root.crt')).toBe('/pki/root.crt');
  expect(downloadPath('/pki/root.crl')).toBe('/pki/root.crl');
  expect(downloadPath('https://elsewhere.example/root.crt')).toBe('https://elsewhere.example/root.crt');
});
