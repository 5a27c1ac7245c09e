import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
} from '@tanstack/react-router';
import { accountsSearch, newAccountSearch } from '../features/account/search';
import { announcementsSearch } from '../features/announcement/search';
import { auditSearch } from '../features/audit/search';
import { nextGenerationSearch } from '../features/authority/search';
import { certificatesSearch } from '../features/certificate/search';
import { deskActionsSearch } from '../features/desk/search';
import { managedSearch } from '../features/issuance-job/search';
import { noticesSearch, templatesSearch } from '../features/notification/search';
import type { OwnConfirmation } from '../features/own-certificate/api';
import { dryRunSearch, profileSearch, profilesSearch } from '../features/profile/search';
import { renewalsSearch, uncollectedSearch } from '../features/renewal/search';
import { makeSearch, requestFileSearch, requestFilesSearch, uploadSearch } from '../features/request-file/search';
import { bulkRevocationSearch, bulkRevocationsSearch } from '../features/revocation/bulk/search';
import {
  blockedKeysSearch,
  certificateSearch,
  keyCompromiseSearch,
  keyCompromisesSearch,
  newKeyCompromiseSearch,
} from '../features/revocation/key/search';
import { loggedOutSearch, loginSearch, sessionEndedSearch, stepSearch, tenantSearch } from '../features/session/search';
import { statisticsSearch } from '../features/statistics/search';
import { linksSearch, submissionsSearch } from '../features/submission/search';
import { tenantsSearch } from '../features/tenant/search';
import { timeStampSearch } from '../features/timestamp/search';
import { tradingSearch } from '../features/trading/search';
import { userSearch, usersSearch } from '../features/user/search';
import { newWebhookSearch, webhookSearch, webhooksSearch } from '../features/webhook/search';
import { parseSearch, stringifySearch } from '../shared/table/search';
import { Loading } from '../shared/ui/Loading';
import { FailedPage, NotFoundPage } from './Failures';
import {
  finishLogIn,
  leaveWhenLoggedIn,
  type RouterContext,
  requireRenewal,
  requireSession,
  requireStep,
} from './guards';
import { PublicFrame } from './PublicFrame';

// The whole route table. Frames are in the first load, pages are chunks of their own.

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: FailedPage,
});

const publicFrame = createRoute({ getParentRoute: () => root, id: 'public', component: PublicFrame });

const start = createRoute({
  getParentRoute: () => publicFrame,
  path: '/',
  validateSearch: loginSearch,
  beforeLoad: ({ context }) => leaveWhenLoggedIn(context.queries),
  component: lazyRouteComponent(() => import('./EntranceRoutes'), 'StartRoute'),
});
const login = createRoute({
  getParentRoute: () => publicFrame,
  path: '/login',
  validateSearch: loginSearch,
  beforeLoad: ({ context }) => finishLogIn(context.queries),
  component: lazyRouteComponent(() => import('./EntranceRoutes'), 'LoginRoute'),
});
const otpStep = createRoute({
  getParentRoute: () => publicFrame,
  path: '/login/one-time-password',
  validateSearch: stepSearch,
  beforeLoad: ({ context, search }) => requireStep(context.queries, 'OTP_REQUIRED', search.to),
  component: lazyRouteComponent(() => import('./EntranceRoutes'), 'OtpRoute'),
});
const otherSession = createRoute({
  getParentRoute: () => publicFrame,
  path: '/login/other-session',
  validateSearch: stepSearch,
  beforeLoad: ({ context, search }) => requireStep(context.queries, 'RESIDUAL_SESSION', search.to),
  component: lazyRouteComponent(() => import('./EntranceRoutes'), 'OtherSessionRoute'),
});
const newPassword = createRoute({
  getParentRoute: () => publicFrame,
  path: '/login/new-password',
  validateSearch: stepSearch,
  beforeLoad: ({ context, search }) => requireStep(context.queries, 'PASSWORD_CHANGE_REQUIRED', search.to),
  component: lazyRouteComponent(() => import('./EntranceRoutes'), 'NewPasswordRoute'),
});
const loggedOut = createRoute({
  getParentRoute: () => publicFrame,
  path: '/logged-out',
  validateSearch: loggedOutSearch,
  component: lazyRouteComponent(() => import('./EntranceRoutes'), 'LoggedOutRoute'),
});
const sessionEnded = createRoute({
  getParentRoute: () => publicFrame,
  path: '/session-ended',
  validateSearch: sessionEndedSearch,
  component: lazyRouteComponent(() => import('./EntranceRoutes'), 'SessionEndedRoute'),
});
const collect = createRoute({
  getParentRoute: () => publicFrame,
  path: '/collect/$token',
  component: lazyRouteComponent(() => import('../features/enrolment/CollectPage'), 'CollectPage'),
});
const lot = createRoute({
  getParentRoute: () => publicFrame,
  path: '/lots/$token',
  component: lazyRouteComponent(() => import('../features/enrolment/LotPage'), 'LotPage'),
});

const acquire = createRoute({
  getParentRoute: () => publicFrame,
  path: '/acquire',
  validateSearch: tenantSearch,
  beforeLoad: ({ context }) => leaveWhenLoggedIn(context.queries),
  component: lazyRouteComponent(() => import('./AcquisitionRoutes'), 'AcquireRoute'),
});
const acquisition = createRoute({
  getParentRoute: () => publicFrame,
  path: '/acquire/$token',
  component: lazyRouteComponent(() => import('./AcquisitionRoutes'), 'AcquisitionRoute'),
});
const renew = createRoute({
  getParentRoute: () => publicFrame,
  path: '/renew',
  component: lazyRouteComponent(() => import('./AcquisitionRoutes'), 'RenewRoute'),
});

const certificateStored = createRoute({
  getParentRoute: () => publicFrame,
  path: '/certificate-stored',
  component: lazyRouteComponent(() => import('./OwnCertificateRoutes'), 'CompletedRoute'),
});

const submit = createRoute({
  getParentRoute: () => publicFrame,
  path: '/submit/$token',
  component: lazyRouteComponent(() => import('./DoorRoute'), 'DoorRoute'),
});

const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  beforeLoad: ({ context }) => finishLogIn(context.queries),
  component: lazyRouteComponent(() => import('./ShellRoute'), 'OpenRoute'),
});
const authorities = createRoute({
  getParentRoute: () => open,
  path: '/authorities',
  component: lazyRouteComponent(() => import('./AuthoritiesRoute'), 'AuthoritiesRoute'),
});
const publicTimeStamps = createRoute({
  getParentRoute: () => open,
  path: '/time-stamps/public',
  component: lazyRouteComponent(() => import('../features/timestamp/PublicTimeStampPage'), 'PublicTimeStampPage'),
});
const reportKey = createRoute({
  getParentRoute: () => open,
  path: '/report-key',
  component: lazyRouteComponent(() => import('../features/revocation/key/ReportKeyPage'), 'ReportKeyPage'),
});
const help = createRoute({
  getParentRoute: () => open,
  path: '/help',
  component: lazyRouteComponent(() => import('../features/help/HelpPage'), 'HelpPage'),
});
const helpTopic = createRoute({
  getParentRoute: () => open,
  path: '/help/$topic',
  component: lazyRouteComponent(() => import('./HelpTopicRoute'), 'HelpTopicRoute'),
});
const testCertificate = createRoute({
  getParentRoute: () => open,
  path: '/test-certificate',
  component: lazyRouteComponent(() => import('../features/session/entrance/TestPage'), 'TestPage'),
});
const problem = createRoute({
  getParentRoute: () => open,
  path: '/problems/$code',
  component: lazyRouteComponent(() => import('../features/help/ProblemTypePage'), 'ProblemTypePage'),
});

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: ({ context, location }) => requireSession(context.queries, location.href),
  component: lazyRouteComponent(() => import('./ShellRoute'), 'ShellRoute'),
});
const home = createRoute({
  getParentRoute: () => app,
  path: '/home',
  component: lazyRouteComponent(() => import('./HomeRoute'), 'HomeRoute'),
});
const password = createRoute({
  getParentRoute: () => app,
  path: '/password',
  component: lazyRouteComponent(() => import('../features/session/secret/PasswordPage'), 'PasswordPage'),
});
const ownCertificate = createRoute({
  getParentRoute: () => app,
  path: '/own-certificate',
  component: lazyRouteComponent(() => import('../features/own-certificate/OwnCertificatePage'), 'OwnCertificatePage'),
});
const runOwnCertificate = createRoute({
  getParentRoute: () => app,
  path: '/own-certificate/run',
  component: lazyRouteComponent(() => import('./OwnCertificateRoutes'), 'RunRoute'),
});
const renewalNotice = createRoute({
  getParentRoute: () => app,
  path: '/renewal-notice',
  validateSearch: stepSearch,
  beforeLoad: ({ context, search }) => requireRenewal(context.queries, search.to),
  component: lazyRouteComponent(() => import('./OwnCertificateRoutes'), 'RenewalNoticeRoute'),
});
const confirmationPin = createRoute({
  getParentRoute: () => app,
  path: '/confirmation-pin',
  component: lazyRouteComponent(() => import('../features/session/secret/ConfirmationPinPage'), 'ConfirmationPinPage'),
});
const authenticator = createRoute({
  getParentRoute: () => app,
  path: '/authenticator',
  component: lazyRouteComponent(() => import('../features/session/secret/AuthenticatorPage'), 'AuthenticatorPage'),
});
const requestFiles = createRoute({
  getParentRoute: () => app,
  path: '/request-files',
  validateSearch: requestFilesSearch,
  component: lazyRouteComponent(() => import('./RequestFilesRoute'), 'RequestFilesRoute'),
});
const upload = createRoute({
  getParentRoute: () => app,
  path: '/request-files/new',
  validateSearch: uploadSearch,
  component: lazyRouteComponent(() => import('./UploadRoute'), 'UploadRoute'),
});
const requestFile = createRoute({
  getParentRoute: () => app,
  path: '/request-files/$id',
  validateSearch: requestFileSearch,
  component: lazyRouteComponent(() => import('../features/request-file/RequestFilePage'), 'RequestFilePage'),
});
const makeRequestFile = createRoute({
  getParentRoute: () => app,
  path: '/request-files/make',
  validateSearch: makeSearch,
  component: lazyRouteComponent(() => import('./MakeRequestFileRoute'), 'MakeRequestFileRoute'),
});
const submissions = createRoute({
  getParentRoute: () => app,
  path: '/submissions',
  validateSearch: submissionsSearch,
  component: lazyRouteComponent(() => import('../features/submission/SubmissionsPage'), 'SubmissionsPage'),
});
const submission = createRoute({
  getParentRoute: () => app,
  path: '/submissions/$id',
  component: lazyRouteComponent(() => import('../features/submission/SubmissionPage'), 'SubmissionPage'),
});
const submissionLinks = createRoute({
  getParentRoute: () => app,
  path: '/submission-links',
  validateSearch: linksSearch,
  component: lazyRouteComponent(() => import('./SubmissionRoutes'), 'SubmissionLinksRoute'),
});
const newRequest = createRoute({
  getParentRoute: () => app,
  path: '/requests/new',
  component: lazyRouteComponent(() => import('./NewRequestRoute'), 'NewRequestRoute'),
});
const certificates = createRoute({
  getParentRoute: () => app,
  path: '/certificates',
  validateSearch: certificatesSearch,
  component: lazyRouteComponent(() => import('./CertificatesRoute'), 'CertificatesRoute'),
});
const management = createRoute({
  getParentRoute: () => app,
  path: '/client-certificates',
  validateSearch: managedSearch,
  component: lazyRouteComponent(() => import('./ManagementRoute'), 'ManagementRoute'),
});
const certificate = createRoute({
  getParentRoute: () => certificates,
  path: '$id',
  component: lazyRouteComponent(() => import('./CertificateRoute'), 'CertificateRoute'),
  errorComponent: lazyRouteComponent(() => import('./CertificateRoute'), 'CertificateFailed'),
});
const renewals = createRoute({
  getParentRoute: () => app,
  path: '/renewals',
  validateSearch: renewalsSearch,
  component: lazyRouteComponent(() => import('./RenewalRoutes'), 'RenewalsRoute'),
});
const uncollected = createRoute({
  getParentRoute: () => app,
  path: '/uncollected',
  validateSearch: uncollectedSearch,
  component: lazyRouteComponent(() => import('./RenewalRoutes'), 'UncollectedRoute'),
});
const revocations = createRoute({
  getParentRoute: () => app,
  path: '/revocations',
  validateSearch: bulkRevocationsSearch,
  component: lazyRouteComponent(() => import('./RevocationRoutes'), 'BulkRevocationsRoute'),
});
const newRevocation = createRoute({
  getParentRoute: () => app,
  path: '/revocations/new',
  component: lazyRouteComponent(() => import('./RevocationRoutes'), 'NewBulkRevocationRoute'),
});
const revocation = createRoute({
  getParentRoute: () => app,
  path: '/revocations/$id',
  validateSearch: bulkRevocationSearch,
  component: lazyRouteComponent(() => import('./RevocationRoutes'), 'BulkRevocationRoute'),
});
const findCertificates = createRoute({
  getParentRoute: () => app,
  path: '/certificate-search',
  validateSearch: certificateSearch,
  component: lazyRouteComponent(() => import('./CertificateSearchRoute'), 'CertificateSearchRoute'),
});
const foundCertificate = createRoute({
  getParentRoute: () => findCertificates,
  path: '$id',
  component: lazyRouteComponent(() => import('./CertificateRoute'), 'CertificateRoute'),
  errorComponent: lazyRouteComponent(() => import('./CertificateRoute'), 'CertificateFailed'),
});
const keyCompromises = createRoute({
  getParentRoute: () => app,
  path: '/key-compromises',
  validateSearch: keyCompromisesSearch,
  component: lazyRouteComponent(() => import('../features/revocation/key/KeyCompromisesPage'), 'KeyCompromisesPage'),
});
const newKeyCompromise = createRoute({
  getParentRoute: () => app,
  path: '/key-compromises/new',
  validateSearch: newKeyCompromiseSearch,
  component: lazyRouteComponent(
    () => import('../features/revocation/key/NewKeyCompromisePage'),
    'NewKeyCompromisePage',
  ),
});
const keyCompromise = createRoute({
  getParentRoute: () => app,
  path: '/key-compromises/$id',
  validateSearch: keyCompromiseSearch,
  component: lazyRouteComponent(() => import('../features/revocation/key/KeyCompromisePage'), 'KeyCompromisePage'),
});
const blockedKeys = createRoute({
  getParentRoute: () => app,
  path: '/blocked-keys',
  validateSearch: blockedKeysSearch,
  component: lazyRouteComponent(() => import('../features/revocation/key/BlockedKeysPage'), 'BlockedKeysPage'),
});
const crls = createRoute({
  getParentRoute: () => app,
  path: '/crls',
  component: lazyRouteComponent(() => import('../features/crl/CrlsPage'), 'CrlsPage'),
});
const notices = createRoute({
  getParentRoute: () => app,
  path: '/notices',
  validateSearch: noticesSearch,
  component: lazyRouteComponent(() => import('./NoticesRoute'), 'NoticesRoute'),
});
const audit = createRoute({
  getParentRoute: () => app,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('./AuditRoute'), 'AuditRoute'),
});
const authorityLines = createRoute({
  getParentRoute: () => app,
  path: '/authority-lines',
  component: lazyRouteComponent(() => import('../features/authority/AuthorityLinesPage'), 'AuthorityLinesPage'),
});
const authorityLine = createRoute({
  getParentRoute: () => app,
  path: '/authority-lines/$line',
  component: lazyRouteComponent(() => import('../features/authority/AuthorityLinePage'), 'AuthorityLinePage'),
});
const nextGeneration = createRoute({
  getParentRoute: () => app,
  path: '/authority-lines/$line/next',
  validateSearch: nextGenerationSearch,
  component: lazyRouteComponent(() => import('../features/authority/NextGenerationPage'), 'NextGenerationPage'),
});
const pendingGeneration = createRoute({
  getParentRoute: () => app,
  path: '/authority-lines/$line/$name',
  component: lazyRouteComponent(() => import('../features/authority/PendingGenerationPage'), 'PendingGenerationPage'),
});
const trustAuthorities = createRoute({
  getParentRoute: () => app,
  path: '/trusted-authorities/new',
  component: lazyRouteComponent(() => import('../features/authority/TrustPage'), 'TrustPage'),
});
const statistics = createRoute({
  getParentRoute: () => app,
  path: '/statistics',
  validateSearch: statisticsSearch,
  component: lazyRouteComponent(() => import('./StatisticsRoute'), 'StatisticsRoute'),
});
const timeStamps = createRoute({
  getParentRoute: () => app,
  path: '/time-stamps',
  validateSearch: timeStampSearch,
  component: lazyRouteComponent(() => import('./TimeStampRoute'), 'TimeStampRoute'),
});

const tenants = createRoute({
  getParentRoute: () => app,
  path: '/tenants',
  validateSearch: tenantsSearch,
  component: lazyRouteComponent(() => import('../features/tenant/TenantsPage'), 'TenantsPage'),
});
const apiTokens = createRoute({
  getParentRoute: () => app,
  path: '/tokens',
  component: lazyRouteComponent(() => import('../features/api-token/ApiTokensPage'), 'ApiTokensPage'),
});
const ipAllowlist = createRoute({
  getParentRoute: () => app,
  path: '/ip-allowlist',
  component: lazyRouteComponent(() => import('./IpAllowlistRoutes'), 'OwnIpAllowlistRoute'),
});
const ipAllowlistOf = createRoute({
  getParentRoute: () => app,
  path: '/tenants/$id/ip-allowlist',
  component: lazyRouteComponent(() => import('./IpAllowlistRoutes'), 'IpAllowlistRoute'),
});
const newTenant = createRoute({
  getParentRoute: () => app,
  path: '/tenants/new',
  component: lazyRouteComponent(() => import('./TenantRoutes'), 'NewTenantRoute'),
});
const tenant = createRoute({
  getParentRoute: () => app,
  path: '/tenants/$id',
  component: lazyRouteComponent(() => import('./TenantRoutes'), 'TenantRoute'),
});
const tenantEdit = createRoute({
  getParentRoute: () => app,
  path: '/tenants/$id/edit',
  component: lazyRouteComponent(() => import('../features/tenant/EditTenantPage'), 'EditTenantPage'),
});
const institutionFile = createRoute({
  getParentRoute: () => app,
  path: '/institution-files/new',
  component: lazyRouteComponent(() => import('../features/tenant/InstitutionFilePage'), 'InstitutionFilePage'),
});
const ownTenant = createRoute({
  getParentRoute: () => app,
  path: '/tenant',
  component: lazyRouteComponent(() => import('./TenantRoutes'), 'OwnTenantRoute'),
});
const units = createRoute({
  getParentRoute: () => app,
  path: '/units',
  component: lazyRouteComponent(() => import('../features/tenant/UnitsPage'), 'UnitsPage'),
});
const policy = createRoute({
  getParentRoute: () => app,
  path: '/tenants/$id/policy',
  component: lazyRouteComponent(() => import('./PolicyRoutes'), 'PolicyRoute'),
});
const policyEdit = createRoute({
  getParentRoute: () => app,
  path: '/tenants/$id/policy/edit',
  component: lazyRouteComponent(() => import('./PolicyRoutes'), 'PolicyEditRoute'),
});
const accounts = createRoute({
  getParentRoute: () => app,
  path: '/accounts',
  validateSearch: accountsSearch,
  component: lazyRouteComponent(() => import('./AccountRoutes'), 'AccountsRoute'),
});
const newAccount = createRoute({
  getParentRoute: () => app,
  path: '/accounts/new',
  validateSearch: newAccountSearch,
  component: lazyRouteComponent(() => import('./AccountRoutes'), 'NewAccountRoute'),
});
const account = createRoute({
  getParentRoute: () => app,
  path: '/accounts/$id',
  component: lazyRouteComponent(() => import('./AccountRoutes'), 'AccountRoute'),
});
const editAccount = createRoute({
  getParentRoute: () => app,
  path: '/accounts/$id/edit',
  component: lazyRouteComponent(() => import('./AccountRoutes'), 'EditAccountRoute'),
});
const users = createRoute({
  getParentRoute: () => app,
  path: '/users',
  validateSearch: usersSearch,
  component: lazyRouteComponent(() => import('../features/user/UsersPage'), 'UsersPage'),
});
const newUser = createRoute({
  getParentRoute: () => app,
  path: '/users/new',
  component: lazyRouteComponent(() => import('./UserRoutes'), 'NewUserRoute'),
});
const user = createRoute({
  getParentRoute: () => app,
  path: '/users/$id',
  validateSearch: userSearch,
  component: lazyRouteComponent(() => import('./UserRoutes'), 'UserRoute'),
});
const editUser = createRoute({
  getParentRoute: () => app,
  path: '/users/$id/edit',
  component: lazyRouteComponent(() => import('./UserRoutes'), 'EditUserRoute'),
});
const permissions = createRoute({
  getParentRoute: () => app,
  path: '/users/$id/permissions',
  component: lazyRouteComponent(() => import('./UserRoutes'), 'PermissionsRoute'),
});
const mailAddress = createRoute({
  getParentRoute: () => app,
  path: '/mail-address',
  component: lazyRouteComponent(() => import('./UserRoutes'), 'MailAddressRoute'),
});
const announcements = createRoute({
  getParentRoute: () => app,
  path: '/announcements',
  validateSearch: announcementsSearch,
  component: lazyRouteComponent(() => import('../features/announcement/AnnouncementsPage'), 'AnnouncementsPage'),
});
const newAnnouncement = createRoute({
  getParentRoute: () => app,
  path: '/announcements/new',
  component: lazyRouteComponent(() => import('./UserRoutes'), 'NewAnnouncementRoute'),
});
const announcement = createRoute({
  getParentRoute: () => app,
  path: '/announcements/$id',
  component: lazyRouteComponent(() => import('./UserRoutes'), 'AnnouncementRoute'),
});
const deskActions = createRoute({
  getParentRoute: () => app,
  path: '/desk-actions',
  validateSearch: deskActionsSearch,
  component: lazyRouteComponent(() => import('./AccountRoutes'), 'DeskActionsRoute'),
});
const deskAction = createRoute({
  getParentRoute: () => app,
  path: '/desk-actions/$id',
  component: lazyRouteComponent(() => import('./AccountRoutes'), 'DeskActionRoute'),
});
const profiles = createRoute({
  getParentRoute: () => app,
  path: '/profiles',
  validateSearch: profilesSearch,
  component: lazyRouteComponent(() => import('../features/profile/ProfilesPage'), 'ProfilesPage'),
});
const profile = createRoute({
  getParentRoute: () => app,
  path: '/profiles/$id',
  validateSearch: profileSearch,
  component: lazyRouteComponent(() => import('./ProfileRoutes'), 'ProfileRoute'),
});
const profileEdit = createRoute({
  getParentRoute: () => app,
  path: '/profiles/$id/edit',
  component: lazyRouteComponent(() => import('../features/profile/ProfileEditPage'), 'ProfileEditPage'),
});
const dryRun = createRoute({
  getParentRoute: () => app,
  path: '/dry-run',
  validateSearch: dryRunSearch,
  component: lazyRouteComponent(() => import('./ProfileRoutes'), 'DryRunRoute'),
});

const noticeTemplates = createRoute({
  getParentRoute: () => app,
  path: '/notice-templates',
  validateSearch: templatesSearch,
  component: lazyRouteComponent(() => import('../features/notification/TemplatesPage'), 'TemplatesPage'),
});
const webhooks = createRoute({
  getParentRoute: () => app,
  path: '/webhooks',
  validateSearch: webhooksSearch,
  component: lazyRouteComponent(() => import('./WebhookRoutes'), 'WebhooksRoute'),
});
const newWebhook = createRoute({
  getParentRoute: () => app,
  path: '/webhooks/new',
  validateSearch: newWebhookSearch,
  component: lazyRouteComponent(() => import('./WebhookRoutes'), 'NewWebhookRoute'),
});
const webhook = createRoute({
  getParentRoute: () => app,
  path: '/webhooks/$id',
  validateSearch: webhookSearch,
  component: lazyRouteComponent(() => import('../features/webhook/WebhookPage'), 'WebhookPage'),
});

const trading = createRoute({
  getParentRoute: () => app,
  path: '/trading',
  validateSearch: tradingSearch,
  component: lazyRouteComponent(() => import('../features/trading/TradingPage'), 'TradingPage'),
});
const tradingOrder = createRoute({
  getParentRoute: () => app,
  path: '/trading/order',
  validateSearch: tradingSearch,
  component: lazyRouteComponent(() => import('./TradingRoutes'), 'OrderRoute'),
});

const routeTree = root.addChildren([
  publicFrame.addChildren([
    start,
    login,
    otpStep,
    otherSession,
    newPassword,
    loggedOut,
    sessionEnded,
    collect,
    lot,
    acquire,
    acquisition,
    renew,
    certificateStored,
    submit,
  ]),
  open.addChildren([authorities, publicTimeStamps, reportKey, help, helpTopic, testCertificate, problem]),
  app.addChildren([
    home,
    password,
    ownCertificate,
    runOwnCertificate,
    renewalNotice,
    confirmationPin,
    authenticator,
    requestFiles,
    upload,
    requestFile,
    makeRequestFile,
    submissions,
    submission,
    submissionLinks,
    newRequest,
    management,
    certificates.addChildren([certificate]),
    renewals,
    uncollected,
    revocations,
    newRevocation,
    revocation,
    findCertificates.addChildren([foundCertificate]),
    keyCompromises,
    newKeyCompromise,
    keyCompromise,
    blockedKeys,
    crls,
    notices,
    noticeTemplates,
    webhooks,
    newWebhook,
    webhook,
    audit,
    apiTokens,
    ipAllowlist,
    ipAllowlistOf,
    tenants,
    newTenant,
    tenant,
    tenantEdit,
    institutionFile,
    ownTenant,
    units,
    policy,
    policyEdit,
    accounts,
    newAccount,
    account,
    editAccount,
    users,
    newUser,
    user,
    editUser,
    permissions,
    mailAddress,
    announcements,
    newAnnouncement,
    announcement,
    deskActions,
    deskAction,
    authorityLines,
    authorityLine,
    nextGeneration,
    pendingGeneration,
    trustAuthorities,
    timeStamps,
    statistics,
    profiles,
    profile,
    profileEdit,
    dryRun,
    trading,
    tradingOrder,
  ]),
]);

export function createAppRouter(queries: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context: { queries },
    ...(history && { history }),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultErrorComponent: FailedPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
  interface HistoryState {
    /** Rows of a request file that a page hands over to the one where they are filled in. */
    readonly rows?: readonly (readonly string[])[];
    /** What was acquired, for the page that outlives the session. */
    readonly stored?: OwnConfirmation;
  }
}
