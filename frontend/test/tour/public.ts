import { foreignCertificate, goodCertificate } from '../fixtures/entrance';
import { renewalDoor } from '../fixtures/submission';
import { on } from '../handlers';
import type { Screen } from './screen';
import { entrance, nobody } from './viewers';

// What is open to everybody, logged in or not.

export const publicScreens: readonly Screen[] = [
  { name: 'report-key', path: '/report-key', extra: nobody },
  { name: 'report-key-360', path: '/report-key', extra: nobody, width: 360 },
  {
    name: 'report-key-proof',
    path: '/report-key',
    extra: nobody,
    act: async (page) => {
      await page.locator('#key').fill('5B2C9AF1C7A8E5D1BB0E6F2E3D4C5B6A79880123456789ABCDEF0123456789AB');
      await page.locator('button[type=submit]').click();
      await page.locator('#proof').waitFor();
    },
  },
  {
    name: 'report-key-ended',
    path: '/report-key',
    extra: nobody,
    act: async (page) => {
      await page.locator('#key').fill('5B2C9AF1C7A8E5D1BB0E6F2E3D4C5B6A79880123456789ABCDEF0123456789AB');
      await page.locator('button[type=submit]').click();
      await page.locator('#proof').fill('AAAA');
      await page.locator('button[type=submit]').click();
      await page.getByRole('status').first().waitFor();
    },
  },
  { name: 'authorities', path: '/authorities', extra: nobody },
  { name: 'collect-360', path: '/collect/waiting', extra: nobody, width: 360 },
  { name: 'collect', path: '/collect/waiting', extra: nobody },
  {
    name: 'collect-done-360',
    path: '/collect/waiting',
    extra: nobody,
    width: 360,
    act: async (page) => {
      await page.locator('button[type=submit]').click();
      await page.getByRole('status').first().waitFor();
      await page.waitForTimeout(200);
    },
  },
  { name: 'collect-used-360', path: '/collect/collected', extra: nobody, width: 360 },
  { name: 'collect-lapsed', path: '/collect/lapsed', extra: nobody },
  { name: 'collect-unknown', path: '/collect/xyz', extra: nobody },
  { name: 'submit', path: '/submit/token-1', extra: nobody },
  { name: 'submit-360', path: '/submit/token-1', extra: nobody, width: 360 },
  {
    name: 'submit-renewal-360',
    path: '/submit/token-1',
    extra: [...nobody, on('get', '/api/v1/submission-doors/{token}', () => renewalDoor)],
    width: 360,
  },
  { name: 'help', path: '/help' },
  { name: 'help-csr', path: '/help/csr', extra: nobody },
  { name: 'help-tsv', path: '/help/tsv' },
  { name: 'help-errors', path: '/help/errors' },
  { name: 'help-log-in', path: '/help/log-in', extra: nobody },
  { name: 'help-p12', path: '/help/p12#mac', extra: nobody },
  { name: 'help-new-pc', path: '/help/new-pc', extra: nobody, width: 390 },
  { name: 'help-choice', path: '/help/choice', extra: nobody },
  { name: 'help-fleet', path: '/help/fleet', extra: entrance(goodCertificate) },
  { name: 'test-certificate', path: '/test-certificate', extra: nobody },
  { name: 'test-certificate-good', path: '/test-certificate', extra: entrance(goodCertificate) },
  { name: 'test-certificate-foreign', path: '/test-certificate', extra: entrance(foreignCertificate), width: 390 },
  { name: 'problem', path: '/problems/session-ended', extra: nobody },
  { name: 'not-found', path: '/nowhere', extra: nobody },
];
