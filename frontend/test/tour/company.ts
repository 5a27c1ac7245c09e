import type { Page } from 'playwright-core';
import * as company from '../fixtures/company';
import { at } from '../fixtures/time';
import { on } from '../handlers';
import type { Screen } from './screen';

// What the administrator of a company works with.

export const companyScreens: readonly Screen[] = [
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
    name: 'management-many',
    path: '/client-certificates',
    extra: [...company.largeJob(() => 30), ...company.asCompany],
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
];

async function openRenewal(page: Page): Promise<void> {
  await page.locator('main button').first().click();
  await page.waitForTimeout(300);
}
