import { logIn } from './inspect';
import { account, holderOf } from './world';

/**
 * Has an operator give the certificates of a tenant another validity, and what comes next happen while it holds: so short a one
 * that their renewal is due from the first day.
 */
export async function whileValidFor(tenant: string, validity: string, what: () => Promise<void>): Promise<void> {
  await setValidity(tenant, validity);
  try {
    await what();
  } finally {
    await setValidity(tenant);
  }
}

/** Every other value stays; without a validity it is the preset's again. */
async function setValidity(tenant: string, validity?: string): Promise<void> {
  const context = await holderOf(account('OPERATOR'));
  const operator = await logIn(context);
  await operator.evaluate(
    async ({ tenant, validity }) => {
      const headers = { 'X-Requested-With': 'shomei', 'Content-Type': 'application/json' };
      const found = await (await fetch(`/api/v1/tenants?q=${tenant}`)).json();
      const address = `/api/v1/tenants/${found.items[0].id}/policy`;
      const present = await fetch(address);
      const { preset, overrides } = await present.json();
      const { validity: before, ...certificate } = overrides.certificate ?? {};
      const changed = await fetch(address, {
        method: 'PUT',
        headers: { ...headers, 'If-Match': present.headers.get('ETag') ?? '' },
        body: JSON.stringify({
          preset,
          overrides: { ...overrides, certificate: { ...certificate, ...(validity && { validity }) } },
          comment: `${before ?? preset} → ${validity ?? preset}`,
        }),
      });
      if (!changed.ok) throw new Error(await changed.text());
    },
    { tenant, validity },
  );
  await context.close();
}
