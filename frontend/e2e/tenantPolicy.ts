import type { Page } from 'playwright-core';
import { ask } from './ask';
import { logIn } from './inspect';
import { account, holderOf } from './world';

/**
 * Has an operator give the certificates of a tenant another validity, and what comes next happen while it holds: so short a one
 * that their renewal is due from the first day.
 */
export async function whileValidFor(tenant: string, validity: string, what: () => Promise<void>): Promise<void> {
  const context = await holderOf(account('OPERATOR'));
  const operator = await logIn(context);
  await setValidity(operator, tenant, validity);
  try {
    await what();
  } finally {
    await setValidity(operator, tenant);
    await context.close();
  }
}

/** Every other value stays; without a validity it is the preset's again. */
async function setValidity(operator: Page, tenant: string, validity?: string): Promise<void> {
  const { items } = (await ask(operator, 'GET', `/api/v1/tenants?q=${tenant}`)).json();
  const address = `/api/v1/tenants/${items[0].id}/policy`;
  const present = await ask(operator, 'GET', address);
  const { preset, overrides } = present.json();
  const { validity: before, ...certificate } = overrides.certificate ?? {};
  await ask(
    operator,
    'PUT',
    address,
    {
      preset,
      overrides: { ...overrides, certificate: { ...certificate, ...(validity && { validity }) } },
      comment: `${before ?? preset} → ${validity ?? preset}`,
    },
    { 'If-Match': present.etag },
  );
}
