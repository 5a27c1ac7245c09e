import { mkdirSync } from 'node:fs';
import { getResponse, type HttpHandler } from 'msw';
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../e2e/axe';
import { BROWSER } from '../e2e/browser';
import type { Schema } from '../src/api/types';
import * as people from './accounts';
import * as company from './company';
import { bankCertificate, certEntrance, foreignCertificate, goodCertificate, portal } from './fixtures/entrance';
import { restrictedTo } from './fixtures/ip-allowlist';
import { ownCertificates, ownConfirmation, ownIssuance, ownNew, ownOld } from './fixtures/own-certificate';
import { bankAdministrator, bankSession, operator, session } from './fixtures/session';
import { at } from './fixtures/time';
import { handlers, loggedOut, on, refusal } from './handlers';

const OUT = new URL('../e2e/screenshots/tour/', import.meta.url).pathname;
const ONLY = process.env.ONLY?.split(',');

type Screen = {
  readonly name: string;
  readonly path: string;
  readonly extra?: readonly HttpHandler[];
  readonly width?: number;
  readonly act?: (page: Page) => Promise<void>;
};

const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'";

const nobody = [loggedOut];
const entrance = (...facts: Parameters<typeof certEntrance>) => [
  loggedOut,
  on('get', '/api/v1/session/entrance', () => certEntrance(...facts)),
];
const due = (state: Schema<'SessionState'>, more: Partial<Schema<'Session'>> = {}) => [
  on('get', '/api/v1/session', () => bankSession({ state, ...more })),
];
const bankDoor = [
  loggedOut,
  on('get', '/api/v1/session/entrance', () => ({ ...portal, methods: portal.methods.slice(1, 2) })),
];
const asAdministrator = (functions: Schema<'UserFunctions'>, more: Partial<Schema<'Session'>> = {}) => [
  on('get', '/api/v1/session', () => bankSession({ account: bankAdministrator, warnings: [], ...more })),
  on('get', '/api/v1/user-functions', () => functions),
  on('get', '/api/v1/own-announcements', () => ({ items: people.twoAnnouncements })),
  on('get', '/api/v1/own-account', () => ({
    ...people.ownAccount,
    role: 'ADMINISTRATOR' as const,
    permissions: { functions: functions.groups.flatMap((group) => group.functions.map(({ code }) => code)) },
  })),
  on('get', '/api/v1/accounts/{id}/desk', () => people.deskOf(people.accounts[0] as Schema<'AccountLine'>)),
];
const own = (issuance: Partial<Schema<'OwnIssuanceOffer'>>, ...all: Schema<'OwnCertificateLine'>[]) => [
  ...due('ACTIVE'),
  on('get', '/api/v1/own-certificate', () => ownCertificates({ subjectDn: ownNew.subjectDn, ...issuance }, ...all)),
];
const asOperator = [on('get', '/api/v1/session', () => session(operator))];

const SCREENS: readonly Screen[] = [
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
  { name: 'home-user', path: '/home', extra: due('ACTIVE') },
  { name: 'home-user-1024', path: '/home', extra: due('ACTIVE'), width: 1024 },
  { name: 'home-user-390', path: '/home', extra: due('ACTIVE'), width: 390 },
  { name: 'bank-log-in', path: '/login', extra: bankDoor },
  { name: 'bank-log-in-360', path: '/login', extra: bankDoor, width: 360 },
  {
    name: 'bank-password-renew',
    path: '/login',
    extra: entrance({ ...bankCertificate, next: ['LOG_IN', 'RENEW'] }, ['CERT', 'PASSWORD']),
  },
  {
    name: 'bank-superseded',
    path: '/login',
    extra: entrance(
      {
        ...bankCertificate,
        code: 'M-CERT-SUPERSEDED',
        message: 'この証明書は、新しい証明書に置き換えられました。',
        renewable: false,
        newer: { serial: '5A02', notAfter: at(360), used: true },
        next: ['USE_NEWER', 'DESK'],
      },
      ['CERT', 'PASSWORD'],
    ),
  },
  {
    name: 'bank-expired',
    path: '/login',
    extra: entrance(
      {
        ...bankCertificate,
        code: 'M-CERT-EXPIRED',
        message: 'この証明書の有効期限は切れています。',
        notAfter: at(-2),
        renewable: false,
        next: ['ACQUIRE', 'DESK'],
      },
      ['CERT', 'PASSWORD'],
    ),
  },
  {
    name: 'bank-withdrawn',
    path: '/login',
    extra: entrance(
      { ...bankCertificate, code: 'M-CERT-REVOKED', message: 'この証明書は失効しています。', next: ['DELETE'] },
      ['CERT', 'PASSWORD'],
    ),
  },
  { name: 'bank-acquire', path: '/acquire', extra: nobody },
  {
    name: 'bank-acquire-refused-360',
    path: '/acquire',
    extra: [...nobody, on('post', '/api/v1/acquisitions', () => refusal(401, 'acquisition-failed', ''))],
    width: 360,
    act: async (page) => {
      for (const field of ['loginId', 'password', 'acquisitionPassword']) await page.locator(`#${field}`).fill('x');
      await page.locator('button[type=submit]').click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'bank-waiting', path: '/acquire/issuing', extra: nobody },
  { name: 'bank-waiting-360', path: '/acquire/issuing', extra: nobody, width: 360 },
  { name: 'bank-download', path: '/acquire/acquired', extra: nobody },
  { name: 'bank-download-360', path: '/acquire/acquired', extra: nobody, width: 360 },
  {
    name: 'bank-received',
    path: '/acquire/acquired',
    extra: nobody,
    act: async (page) => {
      await page.locator('#acquisitionPassword').fill('xK4mP7qRt2Wz');
      await page.locator('button[type=submit]').click();
      await page.locator('ol').first().waitFor();
    },
  },
  { name: 'bank-over', path: '/acquire/failed', extra: nobody },
  {
    name: 'bank-renew',
    path: '/renew',
    extra: entrance({ ...bankCertificate, next: ['LOG_IN', 'RENEW'] }, ['CERT', 'PASSWORD']),
  },
  { name: 'bank-renew-early', path: '/renew', extra: entrance({ ...bankCertificate, renewable: false }) },
  { name: 'bank-top', path: '/home', extra: asAdministrator(people.onlineBanking, { mayAcquire: true }) },
  { name: 'bank-top-1024', path: '/home', extra: asAdministrator(people.trading), width: 1024 },
  { name: 'bank-users', path: '/users', extra: asAdministrator(people.onlineBanking) },
  { name: 'bank-users-1024', path: '/users', extra: asAdministrator(people.onlineBanking), width: 1024 },
  { name: 'bank-user', path: '/users/keiri', extra: asAdministrator(people.onlineBanking) },
  {
    name: 'bank-user-change',
    path: '/users/keiri/edit',
    extra: asAdministrator(people.onlineBanking),
    act: async (page) => {
      await page.getByRole('radio', { name: /再発行|again/ }).check();
      await page.locator('button[type=submit]').click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'bank-user-new', path: '/users/new', extra: asAdministrator(people.onlineBanking) },
  {
    name: 'bank-user-restrictions',
    path: '/users/keiri/permissions',
    extra: asAdministrator(people.trading),
    width: 1024,
    act: (page) => page.getByRole('radio').nth(1).check(),
  },
  { name: 'bank-mail-address', path: '/mail-address', extra: asAdministrator(people.trading) },
  { name: 'bank-run', path: '/own-certificate/run', extra: own({ state: 'ACQUIRE' }) },
  { name: 'bank-notice', path: '/renewal-notice', extra: own({ state: 'RENEW' }, ownOld) },
  {
    name: 'bank-own',
    path: '/own-certificate',
    extra: own({ state: 'RENEWED' }, ownNew, ownOld),
    width: 1024,
  },
  {
    name: 'bank-completed',
    path: '/own-certificate/run',
    extra: [
      ...own({ state: 'RENEW' }, ownOld),
      on('post', '/api/v1/own-certificate/issuance', () => ownIssuance, 201),
      on('post', '/api/v1/own-certificate/confirmation', () => ownConfirmation),
    ],
    act: async (page) => {
      for (const field of ['file-password', 'again']) await page.locator(`#${field}`).fill('file-Pass1');
      await page.locator('button[type=submit]').click();
      await page.getByRole('button', { name: /完了する|complete/ }).click();
      await page.getByRole('table').waitFor();
    },
  },
  { name: 'bank-announcements', path: '/announcements', extra: asOperator },
  { name: 'bank-announcement', path: '/announcements/maintenance', extra: asOperator },
  { name: 'bank-trading', path: '/trading?kind=RATE', extra: due('ACTIVE') },
  {
    name: 'bank-trading-faults',
    path: '/trading?kind=RATE',
    extra: due('ACTIVE'),
    width: 1024,
    act: (page) => page.locator('button[type=submit]').click(),
  },
  {
    name: 'bank-trading-order',
    path: '/trading/order?form=PERIOD&kind=LEAVE&trade=EXPORT',
    extra: due('ACTIVE'),
    act: async (page) => {
      await page.locator('#amount').fill('250000');
      await page.locator('button[type=submit]').click();
    },
  },
  {
    name: 'account-menu',
    path: '/help',
    extra: due('ACTIVE'),
    act: async (page) => {
      await page.getByRole('button', { name: /^(アカウント|Account):/ }).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'idle',
    path: '/help',
    extra: due('ACTIVE', { idleTimeout: 'PT3S' }),
    act: async (page) => {
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(200);
    },
  },
  { name: 'password', path: '/password', extra: due('ACTIVE') },
  { name: 'confirmation-pin', path: '/confirmation-pin', extra: due('ACTIVE') },
  {
    name: 'authenticator',
    path: '/authenticator',
    extra: [
      ...due('ACTIVE'),
      on('post', '/api/v1/session/totp', () => ({
        secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
        uri: 'otpauth://totp/Shomei:0128000017?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Shomei',
      })),
    ],
    act: async (page) => {
      await page.locator('button[type=submit]').click();
      await page.locator('#code').waitFor();
    },
  },
  { name: 'home', path: '/home' },
  { name: 'home-operator', path: '/home', extra: asOperator },
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
  { name: 'search', path: '/certificate-search', extra: asOperator },
  {
    name: 'search-found',
    path: '/certificate-search?q=5B2C9AF1C7A8E5D1BB0E6F2E3D4C5B6A79880123456789ABCDEF0123456789AB',
    extra: asOperator,
  },
  { name: 'search-nothing', path: '/certificate-search?q=nosuch', extra: asOperator },
  { name: 'search-certificate', path: '/certificate-search/cert-1?q=www', extra: asOperator },
  { name: 'case-list', path: '/key-compromises', extra: asOperator },
  { name: 'case-new', path: '/key-compromises/new', extra: asOperator },
  { name: 'case-proof', path: '/key-compromises/case-open', extra: asOperator },
  { name: 'case-confirm', path: '/key-compromises/case-open?step=confirm', extra: asOperator },
  { name: 'case-proven', path: '/key-compromises/case-proven', extra: asOperator },
  { name: 'case-public', path: '/key-compromises/case-public', extra: asOperator },
  { name: 'case-lapsed', path: '/key-compromises/case-lapsed', extra: asOperator },
  { name: 'blocked-keys', path: '/blocked-keys', extra: asOperator },
  { name: 'crls', path: '/crls', extra: asOperator },
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
  { name: 'account-list', path: '/accounts', extra: asOperator },
  { name: 'account-list-1024', path: '/accounts?locked=true', extra: asOperator, width: 1024 },
  { name: 'account-nothing', path: '/accounts?q=nosuch', extra: asOperator },
  { name: 'account-locked', path: '/accounts/user-locked', extra: asOperator },
  { name: 'account-locked-1024', path: '/accounts/user-locked', extra: asOperator, width: 1024 },
  { name: 'account-officer', path: '/accounts/officer' },
  { name: 'account-new', path: '/accounts/new', extra: asOperator },
  {
    name: 'account-new-faults',
    path: '/accounts/new',
    extra: asOperator,
    act: async (page) => {
      await page.locator('button[type=submit]').click();
      await page.waitForTimeout(300);
    },
  },
  { name: 'account-edit', path: '/accounts/officer/edit', extra: asOperator },
  {
    name: 'desk-unlock',
    path: '/accounts/user-locked',
    extra: asOperator,
    act: async (page) => {
      await page.getByRole('button', { name: /ロックを解除/ }).click();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'desk-withdraw-faults',
    path: '/accounts/user-locked',
    extra: asOperator,
    act: async (page) => {
      await page.getByRole('button', { name: /アカウントを廃止/ }).click();
      await page.locator('[role=dialog] button[type=submit]').click();
      await page.waitForTimeout(400);
    },
  },
  { name: 'desk-list', path: '/desk-actions', extra: asOperator },
  { name: 'desk-proposed', path: '/desk-actions/proposed', extra: asOperator },
  { name: 'desk-own', path: '/desk-actions/own', extra: asOperator },
  { name: 'desk-done', path: '/desk-actions/done', extra: asOperator },
  {
    name: 'desk-letter',
    path: '/desk-actions/letter-due',
    extra: asOperator,
    act: async (page) => {
      await page.getByRole('button', { name: /通知書を作る|Make the letter/ }).click();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'desk-letter-made',
    path: '/desk-actions/letter-due',
    extra: asOperator,
    act: async (page) => {
      await page.getByRole('button', { name: /通知書を作る|Make the letter/ }).click();
      await page.getByRole('button', { name: /通知書を作って保存|Make and save/ }).click();
      await page.getByRole('status').waitFor();
      await page.waitForTimeout(300);
    },
  },
  { name: 'certificate-missing', path: '/certificates/no-such' },
  { name: 'audit', path: '/audit' },
  { name: 'notices', path: '/notices' },
  { name: 'api-tokens', path: '/tokens' },
  {
    name: 'ip-allowlist',
    path: '/ip-allowlist',
    extra: [on('get', '/api/v1/ip-allowlist', () => restrictedTo)],
  },
  { name: 'notices-operator', path: '/notices', extra: asOperator },
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
  { name: 'request-new', path: '/requests/new' },
  {
    name: 'request-faults',
    path: '/requests/new',
    act: async (page) => {
      await page.locator('button[type=submit]').click();
      await page.waitForTimeout(300);
    },
  },
  { name: 'management', path: '/client-certificates', extra: company.asCompany },
  {
    name: 'management-running',
    path: '/client-certificates',
    extra: [
      on('get', '/api/v1/issuance-offer', () => ({
        ...company.offer,
        licences: { ...company.offer.licences, issuing: 4, valid: 20, available: 26 },
        running: company.job(2),
      })),
      on('get', '/api/v1/issuance-jobs/{id}', () => company.job(2)),
      on('get', '/api/v1/issuance-jobs/{id}/certificates', () => ({
        items: company.jobCertificates(2),
        total: { value: 6, exact: true },
      })),
      ...company.asCompany,
    ],
  },
  {
    name: 'management-add',
    path: '/client-certificates',
    extra: company.asCompany,
    act: async (page) => {
      await page.locator('main button').nth(1).click();
      await page.locator('#add-count').fill('33');
      await page.locator('[role=dialog] button[type=submit]').click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'management-download',
    path: '/client-certificates',
    extra: company.asCompany,
    act: async (page) => {
      await page.locator('tbody input[type=checkbox]').nth(1).check();
      await page.locator('main [role=group] button').first().click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'management-revoke',
    path: '/client-certificates',
    extra: company.asCompany,
    act: async (page) => {
      for (const row of [1, 2, 4]) await page.locator('tbody input[type=checkbox]').nth(row).check();
      await page.locator('main [role=group] button').nth(2).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'management-renew',
    path: '/client-certificates',
    extra: company.asCompany,
    act: (page) => openRenewal(page),
  },
  {
    name: 'management-hand-out',
    path: '/client-certificates',
    extra: [
      on(
        'post',
        '/api/v1/certificates/{id}/hand-out',
        () => ({
          url: 'https://localhost:8443/collect/0Jx4nq1yWm8r2Zk5vT7uPq3sLh6bNf9cXe1dGa2jYoM',
          secret: 'wK7mQp4xTn2R',
          deadline: at(30),
          commonName: 'client_000001',
        }),
        201,
      ),
      ...company.asCompany,
    ],
    act: async (page) => {
      await page.locator('tbody td:last-child button').first().click();
      await page.locator('[role=dialog] button').last().click();
      await page.locator('[role=dialog] code').first().waitFor();
    },
  },
  { name: 'company-history', path: '/audit', extra: company.asCompany },
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

async function openRenewal(page: Page): Promise<void> {
  await page.locator('main button').first().click();
  await page.waitForTimeout(300);
}

let server: PreviewServer;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  server = await preview({ preview: { port: 4199, host: '127.0.0.1' }, logLevel: 'error' });
  origin = 'http://127.0.0.1:4199';
  browser = await chromium.launch(BROWSER);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function answer(route: Route, extra: readonly HttpHandler[]) {
  const request = route.request();
  const body = request.postDataBuffer();
  const response = await getResponse(
    [...extra, ...handlers],
    new Request(request.url(), {
      method: request.method(),
      headers: request.headers(),
      ...(body && { body: new Uint8Array(body) }),
    }),
  );
  if (!response) return route.fulfill({ status: 404 });
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

async function open(context: BrowserContext, screen: Screen, errors: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) errors.push(message.text());
  });
  if (screen.width) await page.setViewportSize({ width: screen.width, height: 800 });
  // The policy that the server sends, so that a breach shows here and not there.
  await page.route(`${origin}/**`, async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    return route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': POLICY } });
  });
  await page.route(/\/(api\/v1|auth)\//, (route) => answer(route, screen.extra ?? []));
  await page.goto(`${origin}${screen.path}`);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await screen.act?.(page);
  return page;
}

const LOOKS = [
  { language: 'ja', scheme: 'light' },
  { language: 'en', scheme: 'light' },
  { language: 'ja', scheme: 'dark' },
  { language: 'en', scheme: 'dark' },
] as const;

it.each(LOOKS)('all screens in $language, $scheme', async ({ language, scheme }) => {
  if (process.env.LOOK && process.env.LOOK !== `${language}-${scheme}`) return;
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
  });
  await context.addInitScript(
    ([l, s]) => {
      localStorage.setItem('shomei.language', l as string);
      localStorage.setItem('mantine-color-scheme-value', s as string);
    },
    [language, scheme],
  );
  const faults: string[] = [];
  for (const screen of SCREENS) {
    if (ONLY && !ONLY.some((one) => screen.name.startsWith(one))) continue;
    const errors: string[] = [];
    let page: Page | undefined;
    try {
      page = await open(context, screen, errors);
      await page.screenshot({
        path: `${OUT}${screen.name}.${language}.${scheme}.png`,
        fullPage: !screen.name.startsWith('cert') && screen.name !== 'revoke',
      });
      faults.push(...(await seriousFindings(page)).map((finding) => `${screen.name}: ${finding}`));
      if ((await page.locator('h1').count()) !== 1)
        faults.push(`${screen.name}: ${await page.locator('h1').count()} h1`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) faults.push(`${screen.name}: scrolls sideways by ${overflow} px`);
      if (errors.length) faults.push(`${screen.name}: ${errors.join()}`);
    } catch (error) {
      faults.push(`${screen.name}: ${String(error).slice(0, 300)}`);
      await page?.screenshot({ path: `${OUT}${screen.name}.${language}.${scheme}.png` });
    }
    await page?.close();
  }
  await context.close();
  expect(faults).toEqual([]);
});
