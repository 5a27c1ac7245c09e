import type { Screen } from './screen';
import { withFigures } from './statistics';
import { asOperator } from './viewers';

// What the operators of the service work with.

export const operatorScreens: readonly Screen[] = [
  { name: 'home-operator', path: '/home', extra: asOperator },
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
  { name: 'authority-lines', path: '/authority-lines', extra: asOperator },
  { name: 'authority-line', path: '/authority-lines/server-rsa', extra: asOperator },
  { name: 'tenants', path: '/tenants', extra: asOperator },
  { name: 'profiles', path: '/profiles', extra: asOperator },
  { name: 'statistics-operator', path: '/statistics', extra: [...asOperator, ...withFigures] },
  { name: 'notices-operator', path: '/notices', extra: asOperator },
];
