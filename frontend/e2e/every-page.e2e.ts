import { it } from 'vitest';
import { inspectAndLeave, logIn, logInAtSite, open, settled } from './inspect';
import { account, holderOf, person, stranger, world } from './world';

const PUBLIC = [
  ['authorities', '/authorities'],
  ['time-stamps-public', '/time-stamps/public'],
  ['report-key', '/report-key'],
  ['help', '/help'],
  ['help-csr', '/help/csr'],
  ['help-tsv', '/help/tsv'],
  ['help-errors', '/help/errors'],
  ['help-install', '/help/install#tomcat'],
  ['help-p12', '/help/p12'],
  ['help-smime', '/help/smime#thunderbird'],
  ['help-log-in', '/help/log-in'],
  ['help-new-pc', '/help/new-pc#gone'],
  ['help-choice', '/help/choice'],
  ['help-p12-rejected', '/help/p12-rejected'],
  ['help-fleet', '/help/fleet'],
  ['test-certificate', '/test-certificate'],
  ['problem', '/problems/session-ended'],
  ['collect-unknown', '/collect/no-such-token'],
  ['submit-unknown', '/submit/no-such-token'],
  ['lot-unknown', '/lots/no-such-token'],
  ['acquire', '/acquire'],
  ['acquire-unknown', '/acquire/no-such-token'],
  ['certificate-stored', '/certificate-stored'],
  ['renew-nothing', '/renew'],
  ['not-found', '/no-such-page'],
] as const;

it.concurrent('every public page is accessible in both languages and themes', async () => {
  const context = await stranger();
  for (const [name, path] of PUBLIC) {
    const page = await open(context, `${world.portal}${path}`);
    await inspectAndLeave(page, name);
    await page.close();
  }
  await context.close();
});

const OFFICER = [
  ['certificates', '/certificates?kind=SERVER'],
  ['certificates-nothing', '/certificates?q=no-such-host'],
  ['certificate-missing', '/certificates/no-such-id'],
  ['upload-renew', '/request-files/new?operation=RENEW'],
  ['upload-update', '/request-files/new?kind=SUBSCRIBER'],
  ['maker-issue', '/request-files/make?kind=SERVER&operation=ISSUE'],
  ['maker-update', '/request-files/make?kind=SUBSCRIBER'],
  ['help-csr-own', '/help/csr#openldap'],
  ['request-new', '/requests/new'],
  ['own-tenant', '/tenant'],
  ['notices', '/notices'],
  ['notices-nothing', '/notices?kind=webhook-paused'],
  ['webhooks', '/webhooks'],
  ['webhook-new', '/webhooks/new'],
  ['webhook-missing', '/webhooks/no-such-id'],
  ['time-stamps', '/time-stamps'],
  ['statistics', '/statistics'],
  ['revocations-nothing', '/revocations?state=LAPSED'],
  ['revocation-new', '/revocations/new'],
  ['renewals', '/renewals?within=365'],
  ['uncollected', '/uncollected'],
  ['units', '/units'],
  ['profiles', '/profiles'],
  ['profile', '/profiles/12'],
  ['dry-run', '/dry-run'],
  ['ip-allowlist-off', '/ip-allowlist'],
  ['api-tokens', '/tokens'],
  ['officer-accounts', '/accounts'],
  ['password-unused', '/password'],
  ['confirmation-pin-unused', '/confirmation-pin'],
  ['authenticator-unused', '/authenticator'],
  ['own-certificate', '/own-certificate'],
  ['submissions', '/submissions?state=REFUSED'],
] as const;

it.concurrent('every page of an officer is, too', async () => {
  const context = await holderOf(account('OFFICER'));
  const page = await logIn(context);
  for (const [name, path] of OFFICER) {
    await page.goto(`${world.cert}${path}`);
    await settled(page);
    await inspectAndLeave(page, name);
  }
  await context.close();
});

const COMPANY = [
  ['company-certificates', '/client-certificates?show=all'],
  ['company-certificates-nothing', '/client-certificates?q=no-such-name'],
  ['company-history', '/audit'],
  ['company-addresses', '/ip-allowlist'],
  ['company-password', '/password'],
] as const;

it.concurrent('every page of an administrator who adds certificates is, too', async () => {
  const who = person('saas-groupware', 'ADMINISTRATOR');
  const context = await holderOf(who);
  const page = await logInAtSite(context, who);
  for (const [name, path] of COMPANY) {
    await page.goto(`${world.cert}${path}`);
    await settled(page);
    await inspectAndLeave(page, name);
  }
  await context.close();
});

const OPERATOR = [
  ['operator-home', '/home'],
  ['operator-notices', '/notices'],
  ['operator-notice-templates', '/notice-templates?label=CORPORATION'],
  ['operator-webhooks', '/webhooks'],
  ['operator-announcements', '/announcements'],
  ['operator-announcement-new', '/announcements/new'],
  ['operator-announcement-unknown', '/announcements/no-such-id'],
  ['operator-audit', '/audit'],
  ['operator-authorities', '/authorities'],
  ['operator-tenants', '/tenants'],
  ['operator-tenants-suspended', '/tenants?state=SUSPENDED'],
  ['operator-tenant-new', '/tenants/new'],
  ['operator-institution-file', '/institution-files/new'],
  ['operator-tenant-unknown', '/tenants/no-such-id'],
  ['operator-accounts', '/accounts?locked=false'],
  ['operator-accounts-nothing', '/accounts?q=no-such-person'],
  ['operator-account-unknown', '/accounts/no-such-account'],
  ['operator-desk-actions', '/desk-actions?state=REFUSED'],
  ['operator-desk-action-unknown', '/desk-actions/no-such-action'],
  ['operator-authority-lines', '/authority-lines'],
  ['operator-authority-line', '/authority-lines/client'],
  ['operator-authority-line-unknown', '/authority-lines/no-such-line'],
  ['operator-next-generation', '/authority-lines/client/next'],
  ['operator-next-generation-details', '/authority-lines/client/next?signed=HERE&step=details'],
  ['operator-next-generation-confirm', '/authority-lines/client/next?signed=HERE&step=confirm'],
  ['operator-trust', '/trusted-authorities/new'],
  ['operator-time-stamps', '/time-stamps'],
  ['operator-statistics', '/statistics'],
  ['operator-search', '/certificate-search'],
  ['operator-search-nothing', '/certificate-search?q=no-such-host'],
  ['operator-certificate-missing', '/certificate-search/no-such-id'],
  ['operator-revocations', '/revocations'],
  ['operator-revocation-new', '/revocations/new'],
  ['operator-key-compromises', '/key-compromises'],
  ['operator-key-compromise-new', '/key-compromises/new'],
  ['operator-blocked-keys', '/blocked-keys?cause=DECLARED'],
  ['operator-crls', '/crls'],
  ['operator-profiles', '/profiles'],
  ['operator-profiles-kind', '/profiles?kind=SMIME'],
  ['operator-profile', '/profiles/12'],
  ['operator-profile-each-authority', '/profiles/ocsp'],
  ['operator-profile-unknown', '/profiles/no-such-profile'],
  ['operator-profile-edit', '/profiles/9/edit'],
  ['operator-dry-run', '/dry-run?profile=18'],
  ['operator-api-tokens', '/tokens'],
] as const;

it.concurrent('every page of an operator is, too', async () => {
  const context = await holderOf(account('OPERATOR'));
  const page = await logIn(context);
  for (const [name, path] of OPERATOR) {
    await page.goto(`${world.cert}${path}`);
    await settled(page);
    await inspectAndLeave(page, name);
  }
  await context.close();
});
