import { restrictedTo } from '../fixtures/ip-allowlist';
import { on } from '../handlers';
import type { Screen } from './screen';
import { withFigures } from './statistics';

// What officers of a university work with.

export const officerScreens: readonly Screen[] = [
  { name: 'home', path: '/home' },
  { name: 'request-files', path: '/request-files' },
  { name: 'upload', path: '/request-files/new' },
  { name: 'upload-renew', path: '/request-files/new?operation=RENEW' },
  { name: 'file-clean', path: '/request-files/file-clean' },
  { name: 'file-errors', path: '/request-files/file-errors' },
  { name: 'file-skip', path: '/request-files/file-skip?code=224' },
  {
    name: 'file-unconfirmed',
    path: '/request-files/file-clean',
    act: async (page) => {
      await page.locator('button[type=submit]').click();
      await page.waitForTimeout(200);
    },
  },
  { name: 'file-running', path: '/request-files/file-running' },
  { name: 'file-done', path: '/request-files/file-done' },
  { name: 'certificates', path: '/certificates' },
  { name: 'certificates-1024', path: '/certificates?kind=SERVER', width: 1024 },
  { name: 'certificates-filtered', path: '/certificates?kind=SERVER&q=www&status=ISSUED' },
  { name: 'certificates-nothing', path: '/certificates?q=nosuchhost' },
  { name: 'certificate', path: '/certificates/cert-2?kind=SERVER' },
  { name: 'certificate-revoked', path: '/certificates/cert-5' },
  { name: 'certificate-renewed', path: '/certificates/cert-6' },
  { name: 'certificate-narrow', path: '/certificates/cert-1', width: 390 },
  {
    name: 'revoke',
    path: '/certificates/cert-1',
    act: async (page) => {
      await page.getByRole('button', { name: /失効の手続き|Revoke…/ }).click();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'certificate-compromise',
    path: '/certificates/cert-1',
    act: async (page) => {
      await page.getByRole('button', { name: /失効の手続き|Revoke…/ }).click();
      await page.getByRole('radio', { name: /鍵の危殆化|Key compromise/ }).check();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'certificates-selected',
    path: '/certificates',
    act: async (page) => {
      for (const index of [1, 3, 4]) await page.getByRole('checkbox').nth(index).check();
      await page.waitForTimeout(200);
    },
  },
  { name: 'revocations', path: '/revocations' },
  { name: 'revocation-new', path: '/revocations/new' },
  {
    name: 'revocation-faults',
    path: '/revocations/new',
    act: async (page) => {
      await page.locator('button[type=submit]').click();
      await page.waitForTimeout(300);
    },
  },
  { name: 'revocation-checked', path: '/revocations/bulk-checked' },
  { name: 'revocation-running', path: '/revocations/bulk-running' },
  { name: 'revocation-done', path: '/revocations/bulk-done' },
  { name: 'revocation-lapsed', path: '/revocations/bulk-lapsed' },
  { name: 'certificate-missing', path: '/certificates/no-such' },
  { name: 'audit', path: '/audit' },
  { name: 'notices', path: '/notices' },
  { name: 'api-tokens', path: '/tokens' },
  {
    name: 'ip-allowlist',
    path: '/ip-allowlist',
    extra: [on('get', '/api/v1/ip-allowlist', () => restrictedTo)],
  },
  { name: 'request-new', path: '/requests/new' },
  { name: 'request-make', path: '/request-files/make' },
  { name: 'renewals', path: '/renewals' },
  { name: 'uncollected', path: '/uncollected' },
  { name: 'submissions', path: '/submissions' },
  { name: 'submission', path: '/submissions/submission-1' },
  { name: 'submission-links', path: '/submission-links' },
  { name: 'time-stamps', path: '/time-stamps' },
  { name: 'statistics', path: '/statistics', extra: withFigures },
  {
    name: 'request-faults',
    path: '/requests/new',
    act: async (page) => {
      await page.locator('button[type=submit]').click();
      await page.waitForTimeout(300);
    },
  },
];
