import { bankCertificate, foreignCertificate, goodCertificate } from '../fixtures/entrance';
import { on, refusal } from '../handlers';
import type { Screen } from './screen';
import { due, entrance, nobody } from './viewers';

// The way in and out.

export const entranceScreens: readonly Screen[] = [
  { name: 'start', path: '/', extra: nobody },
  { name: 'login-return', path: '/login?to=/certificates', extra: nobody, width: 390 },
  { name: 'login-welcome', path: '/login', extra: entrance(goodCertificate) },
  { name: 'login-foreign', path: '/login', extra: entrance(foreignCertificate) },
  {
    name: 'login-none',
    path: '/login',
    extra: entrance({ code: 'M-CERT-NONE', message: '証明書が提示されていません。' }),
  },
  { name: 'logged-out', path: '/logged-out', extra: nobody },
  { name: 'session-ended', path: '/session-ended?to=/home', extra: nobody },
  { name: 'session-timed-out', path: '/session-ended?to=/home&why=timed-out&after=PT30M', extra: nobody },
  { name: 'session-displaced', path: '/session-ended?to=/home&why=displaced', extra: nobody },
  {
    name: 'login-faults',
    path: '/login',
    extra: [...nobody, on('post', '/api/v1/session', () => refusal(401, 'log-in-failed', ''))],
    act: async (page) => {
      await page.locator('#loginId').fill('0128000017');
      await page.locator('#password').fill('abcd1234');
      await page.locator('button[type=submit]').click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'login-locked',
    path: '/login',
    extra: [
      ...nobody,
      on('post', '/api/v1/session', () =>
        refusal(423, 'secret-locked', '', {
          errors: [{ pointer: '', code: 'OPERATOR', message: 'サービス窓口にロックの解除を依頼してください。' }],
        }),
      ),
    ],
    act: async (page) => {
      await page.locator('#loginId').fill('0128000017');
      await page.locator('#password').fill('abcd1234');
      await page.locator('button[type=submit]').click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'login-keyboard',
    path: '/login',
    extra: nobody,
    act: async (page) => {
      await page.getByRole('button', { name: /ソフトウェアキーボード|software keyboard/ }).click();
      for (const key of ['a', 'b', '1']) await page.getByRole('button', { name: key, exact: true }).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'login-keyboard-360',
    path: '/login',
    extra: nobody,
    width: 360,
    act: async (page) => {
      await page.getByRole('button', { name: /ソフトウェアキーボード|software keyboard/ }).click();
      await page.getByRole('button', { name: 'a', exact: true }).waitFor();
      await page.waitForTimeout(400);
    },
  },
  { name: 'login-certificate', path: '/login', extra: entrance(bankCertificate, ['CERT', 'PASSWORD']) },
  {
    name: 'login-another',
    path: '/login',
    extra: entrance(bankCertificate, ['CERT', 'PASSWORD']),
    width: 1024,
    act: async (page) => {
      for (const summary of await page.locator('summary').all()) await summary.click();
    },
  },
  {
    name: 'login-site',
    path: '/login',
    extra: entrance({ ...bankCertificate, code: 'M-CERT-SITE', accountName: '', loginId: '', renewable: false }, [
      'SITE_CERT',
      'ID',
      'PASSWORD',
    ]),
  },
  {
    name: 'login-otp',
    path: '/login/one-time-password',
    extra: due('OTP_REQUIRED', { otp: { offered: ['TOTP'], kind: 'TOTP' } }),
  },
  {
    name: 'login-grid',
    path: '/login/one-time-password',
    extra: due('OTP_REQUIRED', { otp: { offered: ['GRID_CARD'], kind: 'GRID_CARD', positions: ['B2', 'E5', 'A1'] } }),
  },
  { name: 'login-residual', path: '/login/other-session', extra: due('RESIDUAL_SESSION') },
  {
    name: 'login-new-password',
    path: '/login/new-password',
    extra: due('PASSWORD_CHANGE_REQUIRED', { passwordChange: 'FIRST' }),
    act: (page) => page.locator('#password').fill('Abcdefgh'),
  },
];
