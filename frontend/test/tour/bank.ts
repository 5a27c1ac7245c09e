import type { Schema } from '../../src/api/types';
import * as people from '../fixtures/account';
import { bankCertificate, portal } from '../fixtures/entrance';
import { ownCertificates, ownConfirmation, ownIssuance, ownNew, ownOld } from '../fixtures/own-certificate';
import { bankAdministrator, bankSession } from '../fixtures/session';
import { tenant } from '../fixtures/tenant';
import { at } from '../fixtures/time';
import { loggedOut, on, refusal } from '../handlers';
import type { Screen } from './screen';
import { asOperator, due, entrance, nobody } from './viewers';

// What customers of a bank and their administrators meet.

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

export const bankScreens: readonly Screen[] = [
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
  {
    name: 'bank-revocations-off',
    path: '/revocations',
    extra: [
      ...asAdministrator(people.onlineBanking),
      on('get', '/api/v1/tenant', () => ({
        ...tenant,
        revocation: { by: ['TENANT_ADMINISTRATOR' as const], bulk: [] },
      })),
    ],
  },
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
    name: 'bank-trading-confirmation',
    path: '/trading/confirmation',
    extra: due('ACTIVE'),
  },
  { name: 'bank-trading-trades', path: '/trading/trades', extra: due('ACTIVE') },
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
      await page.locator('#present').fill('Abcd1234');
      await page.locator('button[type=submit]').click();
      await page.locator('#code').waitFor();
    },
  },
];
