import type { Schema } from '../src/api/types';
import { certificates } from './fixtures/certificate';
import { crls } from './fixtures/crl';
import { at } from './fixtures/time';

// Revocations of every sort, for tests and the screen tour.

const KEY = '5B2C9AF1C7A8E5D1BB0E6F2E3D4C5B6A79880123456789ABCDEF0123456789AB';
const OWNER: Schema<'TenantName'> = { id: 't1', nameJa: '証明大学', nameEn: 'Shomei University' };
const OTHER: Schema<'TenantName'> = { id: 't2', nameJa: '北海研究機構', nameEn: 'Hokkai Research' };

const bulk: Schema<'BulkRevocation'> = {
  id: 'bulk-checked',
  state: 'CHECKED',
  source: 'FILE',
  fileName: '廃止サーバー.csv',
  encoding: 'Shift_JIS',
  reason: 'CESSATION_OF_OPERATION',
  comment: '計算機センターの移転',
  lines: 9,
  outcomes: [
    { outcome: 'REVOCABLE', lines: 4 },
    { outcome: 'NOT_FOUND', lines: 1 },
    { outcome: 'AMBIGUOUS', lines: 1 },
    { outcome: 'ALREADY_REVOKED', lines: 1 },
    { outcome: 'EXPIRED', lines: 1 },
    { outcome: 'DUPLICATE', lines: 1 },
  ],
  progress: { done: 0, total: 4 },
  createdAt: at(0, -3),
  createdBy: '佐藤 花子',
  expiresAt: at(1),
};

export const bulkRevocations: Schema<'BulkRevocation'>[] = [
  bulk,
  {
    ...bulk,
    id: 'bulk-running',
    state: 'RUNNING',
    fileName: '研究室サーバー.csv',
    lines: 2400,
    outcomes: [
      { outcome: 'REVOKED', lines: 900 },
      { outcome: 'REVOCABLE', lines: 1500 },
    ],
    progress: { done: 900, total: 2400 },
    submittedAt: at(0, -1),
    submittedBy: '佐藤 花子',
  },
  {
    ...bulk,
    id: 'bulk-done',
    state: 'DONE',
    outcomes: bulk.outcomes.map((one) => (one.outcome === 'REVOCABLE' ? { outcome: 'REVOKED', lines: 4 } : one)),
    progress: { done: 4, total: 4 },
    submittedAt: at(0, -2),
    submittedBy: '佐藤 花子',
    finishedAt: at(0, -1),
  },
  { ...bulk, id: 'bulk-lapsed', state: 'LAPSED', createdAt: at(-3), expiresAt: at(-2) },
];

const OUTCOMES: readonly Schema<'RevocationOutcome'>[] = [
  'REVOCABLE',
  'REVOCABLE',
  'NOT_FOUND',
  'REVOCABLE',
  'AMBIGUOUS',
  'ALREADY_REVOKED',
  'REVOCABLE',
  'EXPIRED',
  'DUPLICATE',
];

export function linesOf(id: string): Schema<'BulkRevocationLine'>[] {
  return OUTCOMES.map((outcome, i) => {
    const certificate = certificates[i] as Schema<'Certificate'>;
    const known = outcome !== 'NOT_FOUND' && outcome !== 'AMBIGUOUS';
    return {
      line: i + 2,
      name: known ? certificate.commonName : 'wwww.shomei.ac.jp',
      outcome: id === 'bulk-done' && outcome === 'REVOCABLE' ? 'REVOKED' : outcome,
      ...(known && { certificate }),
    };
  });
}

export const found: Schema<'FoundCertificate'>[] = certificates.slice(0, 6).map((one, i) => ({
  id: one.id,
  serial: one.serial,
  kind: one.kind,
  status: one.status,
  subjectDn: one.subjectDn,
  commonName: one.commonName,
  notBefore: one.notBefore,
  notAfter: one.notAfter,
  ...(one.subscriber && { subscriber: one.subscriber }),
  tenant: i % 3 === 2 ? OTHER : OWNER,
  authority: 'server-ecc',
  keySha256: KEY,
}));

const opened: Schema<'KeyCompromise'> = {
  id: 'case-open',
  state: 'OPEN',
  key: { sha256: KEY, description: 'EC P-256' },
  challenge: 'shomei-key-compromise-0f8e2c6a9b1d4e7f8a3c5b6d7e9f0a1b',
  signatureAccepted: true,
  certificates: { valid: 3, revoked: 1, expired: 2 },
  openedAt: at(0, -20),
  openedBy: '鈴木 一郎',
  expiresAt: at(7),
};

const { openedBy: _, ...reported } = opened;

export const keyCompromises: Schema<'KeyCompromise'>[] = [
  opened,
  { ...opened, id: 'case-proven', state: 'PROVEN', provenAt: at(0, -5), provenBy: 'CSR' },
  {
    ...reported,
    id: 'case-public',
    state: 'SUBMITTED',
    key: { ...opened.key, sha256: KEY.replace('5B2C', '9C41'), blockedSince: at(-1) },
    certificates: { valid: 0, revoked: 4, expired: 2 },
    comment: '公開リポジトリ example/dotfiles',
    provenAt: at(-1),
    provenBy: 'SIGNATURE',
    submittedAt: at(-1),
  },
  { ...opened, id: 'case-lapsed', state: 'LAPSED', openedAt: at(-12), expiresAt: at(-5) },
];

export const blockedKeys: Schema<'BlockedKey'>[] = [
  {
    sha256: KEY.replace('5B2C', '9C41'),
    since: at(-1),
    cause: 'PROVEN',
    comment: '公開リポジトリ example/dotfiles',
  },
  { sha256: KEY.replace('5B2C', '0D17'), since: at(-20), cause: 'DECLARED', by: '鈴木 一郎', reference: 'R-2026-311' },
  { sha256: KEY.replace('5B2C', 'A802'), since: at(-41), cause: 'REVOKED', by: '佐藤 花子' },
];

export const keyReport: Schema<'KeyReport'> = {
  id: '0197a1b2-0000-7000-8000-0000000000aa',
  state: 'OPEN',
  keySha256: KEY,
  keyDescription: 'EC P-256',
  challenge: opened.challenge,
  signatureAccepted: true,
  expiresAt: at(7),
};

const list = (authority: string, shard: number): Schema<'Crl'> => ({
  ...(crls.find((crl) => crl.authority === authority) as Schema<'Crl'>),
  shard,
});

export const crlScopes: Schema<'CrlScope'>[] = [
  {
    authority: 'root',
    label: 'Shomei Root CA',
    shard: 0,
    shards: 1,
    full: list('root', 0),
    dueAt: at(0, 300),
    madeInMillis: 12,
    waiting: 0,
    alarm: 'NONE',
  },
  ...[0, 1].map(
    (shard): Schema<'CrlScope'> => ({
      authority: 'server-ecc',
      label: 'Shomei Server CA E1',
      shard,
      shards: 2,
      full: { ...list('server-ecc', shard), entries: 48_210 + shard, octets: 1_830_000 },
      delta: {
        ...list('server-ecc', shard),
        kind: 'DELTA',
        baseNumber: 40,
        entries: 12,
        octets: 860,
        url: 'http://localhost:8080/pki/server-ecc.delta.crl',
      },
      dueAt: at(0, shard ? -25 : 300),
      madeInMillis: 1840,
      waiting: shard ? 3 : 0,
      alarm: shard ? 'BEHIND' : 'NONE',
    }),
  ),
];
