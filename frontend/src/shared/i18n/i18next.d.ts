import 'i18next';
import type account from './ja/account.json';
import type apiToken from './ja/apiToken.json';
import type audit from './ja/audit.json';
import type authority from './ja/authority.json';
import type bulkRevocation from './ja/bulkRevocation.json';
import type certificate from './ja/certificate.json';
import type common from './ja/common.json';
import type crl from './ja/crl.json';
import type desk from './ja/desk.json';
import type enrolment from './ja/enrolment.json';
import type help from './ja/help.json';
import type home from './ja/home.json';
import type institutionFile from './ja/institutionFile.json';
import type ipAllowlist from './ja/ipAllowlist.json';
import type keyboard from './ja/keyboard.json';
import type keyCompromise from './ja/keyCompromise.json';
import type licence from './ja/licence.json';
import type notification from './ja/notification.json';
import type policy from './ja/policy.json';
import type problem from './ja/problem.json';
import type profile from './ja/profile.json';
import type request from './ja/request.json';
import type requestFile from './ja/requestFile.json';
import type revocation from './ja/revocation.json';
import type secret from './ja/secret.json';
import type session from './ja/session.json';
import type statistics from './ja/statistics.json';
import type tenant from './ja/tenant.json';
import type timestamp from './ja/timestamp.json';
import type webhook from './ja/webhook.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      apiToken: typeof apiToken;
      account: typeof account;
      audit: typeof audit;
      desk: typeof desk;
      authority: typeof authority;
      bulkRevocation: typeof bulkRevocation;
      keyboard: typeof keyboard;
      keyCompromise: typeof keyCompromise;
      crl: typeof crl;
      certificate: typeof certificate;
      common: typeof common;
      enrolment: typeof enrolment;
      help: typeof help;
      home: typeof home;
      ipAllowlist: typeof ipAllowlist;
      institutionFile: typeof institutionFile;
      licence: typeof licence;
      notification: typeof notification;
      policy: typeof policy;
      problem: typeof problem;
      profile: typeof profile;
      request: typeof request;
      requestFile: typeof requestFile;
      revocation: typeof revocation;
      secret: typeof secret;
      session: typeof session;
      tenant: typeof tenant;
      statistics: typeof statistics;
      timestamp: typeof timestamp;
      webhook: typeof webhook;
    };
  }
}
