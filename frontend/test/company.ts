import type { Schema } from '../src/api/types';
import { restrictedTo } from './fixtures/ip-allowlist';
import { session } from './fixtures/session';
import { at } from './fixtures/time';
import { on, refusal } from './handlers';

// A company that adds certificates against licences, for tests and the screen tour.

export const companyAdministrator: Schema<'Account'> = {
  id: '0197a1b2-0000-7000-8000-000000000014',
  role: 'ADMINISTRATOR',
  loginId: 'sakura-admin',
  name: '証明書管理者',
  rights: [],
  tenant: {
    id: '0197a1b2-0000-7000-8000-000000000004',
    label: 'COMPANY',
    nameJa: 'さくらソフト',
    nameEn: 'Sakura Soft',
    timeZone: 'Asia/Tokyo',
  },
};

export const companySession: Schema<'Session'> = {
  ...session(companyAdministrator),
  method: ['SITE_CERT', 'ID', 'PASSWORD'],
  closeBrowserHint: false,
  secret: {
    kind: 'PASSWORD',
    minLength: 8,
    maxLength: 16,
    charset: 'ALPHANUMERIC',
    composition: 'ANY',
    currentRequired: true,
  },
};

export const company: Schema<'Tenant'> = {
  id: companyAdministrator.tenant.id,
  code: 'SAKURA',
  label: 'COMPANY',
  nameJa: 'さくらソフト',
  nameEn: 'Sakura Soft',
  state: 'ACTIVE',
  timeZone: 'Asia/Tokyo',
  subject: { o: 'Sakura Soft', c: 'JP' },
  domains: [],
  listEncoding: 'UTF-8',
  revocation: { by: ['TENANT_ADMINISTRATOR'], bulk: ['SELECTION', 'CSV'] },
};

export const offer: Schema<'IssuanceOffer'> = {
  offered: true,
  licences: { model: 'LICENCES', contracted: 50, valid: 18, issuing: 0, available: 32 },
  most: 32,
  keys: ['RSA_2048', 'P256'],
  renewalOverlap: 'P30D',
  reproof: 'NONE',
  refreshSeconds: 15,
  pageSize: 100,
  p12Profile: 'compat',
  propagationSeconds: 7200,
};

const nameOf = (number: number) => `client_${String(number).padStart(6, '0')}`;

export function clientCertificate(number: number, more: Partial<Schema<'Certificate'>> = {}): Schema<'Certificate'> {
  return {
    id: `client-${number}`,
    serial: number.toString(16).padStart(32, '0').toUpperCase(),
    kind: 'CLIENT',
    profile: 'saas-client',
    status: 'ISSUED',
    subjectDn: `CN=${nameOf(number)},O=Sakura Soft,C=JP`,
    commonName: nameOf(number),
    notBefore: at(-300 + (number % 280)),
    notAfter: at(65 + (number % 280)),
    issuedAt: at(-300 + (number % 280)),
    ...more,
  };
}

/** As many as there are, the two that were revoked among them. */
export const clientCertificates = Array.from({ length: 20 }, (_, index) =>
  clientCertificate(index + 1, index === 3 || index === 8 ? { status: 'REVOKED', revokedAt: at(-20, index) } : {}),
);

export const job = (done: number, total = 6, more: Partial<Schema<'IssuanceJob'>> = {}): Schema<'IssuanceJob'> => ({
  id: 'job-1',
  state: done < total ? 'RUNNING' : 'DONE',
  renewal: false,
  key: 'RSA_2048',
  progress: { done, total },
  failed: 0,
  firstName: nameOf(21),
  lastName: nameOf(20 + total),
  createdAt: at(0, -1),
  createdBy: companyAdministrator.name,
  startedAt: at(0, -1),
  ...(done < total ? { remainingSeconds: 4 } : { finishedAt: at(0) }),
  ...more,
});

export const jobCertificates = (done: number, total = 6): Schema<'JobCertificate'>[] =>
  Array.from({ length: total }, (_, index) => ({
    number: index + 1,
    commonName: nameOf(21 + index),
    state: index < done ? 'ISSUED' : 'ISSUING',
    ...(index < done && { certificateId: `client-${21 + index}`, issuedAt: at(0), notAfter: at(365) }),
  }));

export const history: Schema<'AuditEvent'>[] = [
  ['certificate.issue', '証明書の発行', 'client_000021: 発行中 → 発行完了'],
  ['bundle.passwords', 'パスワードリストCSVのダウンロード', '18 枚: client_000001, client_000002, client_000003, …'],
  ['bundle.download', '証明書と秘密鍵のダウンロード', '18 枚: client_000001, client_000002, client_000003, …'],
  ['certificate.revoke', '証明書の失効', 'client_000009: 失効中 → 失効完了'],
  ['session.open', 'ログイン', 'ログイン成功'],
].map(([operation = '', title = '', summary = ''], index) => ({
  id: `event-${index}`,
  at: at(0, -index * 7),
  operation,
  title,
  summary,
  outcome: 'SUCCESS',
  actor: companyAdministrator.name,
  actorRole: 'ADMINISTRATOR',
  address: '192.0.2.17',
}));

/** The server as such a company's administrator meets it. */
export const asCompany = [
  on('get', '/api/v1/session', () => companySession),
  on('get', '/api/v1/tenant', () => company),
  on('get', '/api/v1/issuance-offer', () => offer),
  on('get', '/api/v1/ip-allowlist', () => ({ ...restrictedTo, ownAddress: '192.0.2.17' })),
  on('get', '/api/v1/audit-events', () => ({ items: history, total: { value: history.length, exact: true } })),
  on('get', '/api/v1/certificates', ({ url }) => {
    const { q, valid } = Object.fromEntries(url.searchParams);
    const items = clientCertificates.filter(
      ({ commonName, status }) => (!q || commonName.includes(q)) && (valid !== 'true' || status === 'ISSUED'),
    );
    return { items, total: { value: items.length, exact: true } };
  }),
  on('get', '/api/v1/certificates/{id}/hand-out', () => refusal(404, 'not-found', '')),
];
