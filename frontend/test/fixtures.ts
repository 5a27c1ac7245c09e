import type { Schema } from '../src/api/types';

// What the contract describes, as a small university would see it. Times hang on NOW so that "12 days left" stays true.

export const NOW = Date.now();
const DAY = 86_400_000;
export const at = (days: number, clock = 0): string => new Date(NOW + days * DAY + clock * 60_000).toISOString();

const hex = (seed: number, length: number): string => {
  let state = (seed * 7919 + 104_729) % 233_280;
  return Array.from({ length }, () => {
    state = (state * 9301 + 49_297) % 233_280;
    return '0123456789ABCDEF'[Math.floor((state / 233_280) * 16)];
  }).join('');
};

export const officer: Schema<'Account'> = {
  id: '0197a1b2-0000-7000-8000-000000000011',
  role: 'OFFICER',
  name: '佐藤 花子',
  rights: ['SERVER', 'LISTS'],
  tenant: {
    id: '0197a1b2-0000-7000-8000-000000000001',
    label: 'INSTITUTION',
    nameJa: '証明大学',
    nameEn: 'Shomei University',
    timeZone: 'Asia/Tokyo',
  },
};

export const operator: Schema<'Account'> = {
  id: '0197a1b2-0000-7000-8000-000000000012',
  role: 'OPERATOR',
  name: '鈴木 一郎',
  rights: [],
  tenant: { id: '0', label: 'PLATFORM', nameJa: '証明サービス', nameEn: 'Shomei Service', timeZone: 'Asia/Tokyo' },
};

export const session = (account: Schema<'Account'> = officer): Schema<'Session'> => ({
  state: 'ACTIVE',
  openedAt: at(0, -5),
  idleTimeout: 'PT30M',
  idleEvent: 'CLICK',
  idleAt: at(0, 30),
  method: ['CERT'],
  softwareKeyboard: false,
  closeBrowserHint: true,
  account,
  certificate: {
    serial: hex(9, 32),
    subjectDn: `CN=Hanako Sato,L=Academe-ops,O=Shomei University,C=JP`,
    notAfter: at(400),
    daysLeft: 400,
    renewable: false,
  },
  mayAcquire: false,
  otp: { offered: [] },
  confirmationPin: 'UNUSED',
  previousLogIn: { at: at(-1, -77), address: '192.0.2.17', name: account.name },
  previousLogIns: [{ at: at(-1, -77), address: '192.0.2.17', name: account.name }],
  warnings: [],
});

export const bankUser: Schema<'Account'> = {
  id: '0197a1b2-0000-7000-8000-000000000013',
  role: 'USER',
  loginId: '0128000017',
  name: '法人ユーザー1',
  rights: [],
  tenant: {
    id: '0197a1b2-0000-7000-8000-000000000002',
    label: 'CUSTOMER',
    nameJa: '株式会社ABC商事',
    nameEn: 'ABC Trading',
    timeZone: 'Asia/Tokyo',
  },
};

/** Whoever looks after the users of a corporation. */
export const bankAdministrator: Schema<'Account'> = {
  ...bankUser,
  role: 'ADMINISTRATOR',
  loginId: '50000001',
  name: '管理者',
  tenant: { ...bankUser.tenant, label: 'CORPORATION', nameJa: '山田製作所', nameEn: 'Yamada Works' },
};

/** A bank's customer: certificate and password, everything that the policy can ask for. */
export const bankSession = (more: Partial<Schema<'Session'>> = {}): Schema<'Session'> => ({
  ...session(bankUser),
  method: ['CERT', 'PASSWORD'],
  softwareKeyboard: true,
  certificate: {
    serial: hex(4, 32),
    subjectDn: 'CN=0128000017,O=Shomei Bank,C=JP',
    notAfter: at(24),
    daysLeft: 24,
    renewable: true,
  },
  secret: {
    kind: 'PASSWORD',
    minLength: 8,
    maxLength: 128,
    charset: 'ALPHANUMERIC',
    composition: 'LETTERS_AND_DIGITS',
    currentRequired: true,
    expiresOn: at(12).slice(0, 10),
  },
  otp: { offered: ['TOTP', 'GRID_CARD'] },
  confirmationPin: 'MISSING',
  previousLogIns: [
    { at: at(-1, -77), address: '192.0.2.17', name: '法人ユーザー1' },
    { at: at(-3, 12), address: '2001:db8::17', name: '法人管理者' },
    { at: at(-8, 40), address: '192.0.2.17', name: '法人ユーザー1' },
  ],
  warnings: [
    { code: 'PASSWORD_EXPIRES', at: at(12) },
    { code: 'CERTIFICATE_RENEWABLE', at: at(24) },
  ],
  ...more,
});

/** What the proxy of a relying party is told. */
export const forwardAuth = {
  'Shomei-User': encodeURIComponent('法人ユーザー1'),
  'Shomei-Login-Id': '0128000017',
  'Shomei-Tenant': 'ABC-TRADING',
  'Shomei-Role': 'USER',
  'Shomei-Permissions': 'FORWARD_TRADE,LEAVE_ORDER,CONFIRM,TRADE_MANAGEMENT',
  'Shomei-Buy-Currencies': 'USD,EUR',
  'Shomei-Sell-Currencies': 'USD',
  'Shomei-Max-Per-Trade': '16110000',
};

export const portal: Schema<'Entrance'> = {
  entrance: 'PORTAL',
  portalUrl: 'https://localhost:8443',
  certUrl: 'https://localhost:9443',
  methods: [
    { proofs: ['CERT'], entrance: 'CERT', ready: false },
    { proofs: ['CERT', 'PASSWORD'], entrance: 'CERT', ready: false },
    { proofs: ['ID', 'PASSWORD'], entrance: 'PORTAL', ready: true },
    { proofs: ['ID', 'PIN'], entrance: 'PORTAL', ready: true },
  ],
  softwareKeyboard: true,
  rememberLoginId: true,
  acquisition: true,
};

export const certEntrance = (
  presented: Schema<'PresentedCertificate'>,
  ...ways: Schema<'LogInMethod'>['proofs'][]
): Schema<'Entrance'> => ({
  ...portal,
  entrance: 'CERT',
  methods: (ways.length > 0 ? ways : [['CERT' as const]]).map((proofs) => ({
    proofs,
    entrance: 'CERT',
    ready: presented.code === 'M-CERT-OK' || presented.code === 'M-CERT-SITE',
  })),
  presented,
});

export const goodCertificate: Schema<'PresentedCertificate'> = {
  code: 'M-CERT-OK',
  message: '証明書を確認しました。',
  subjectDn: 'CN=Hanako Sato,L=Academe-ops,O=Shomei University,C=JP',
  issuerDn: 'CN=Shomei Officer CA,O=Shomei,C=JP',
  serial: hex(9, 32),
  notBefore: at(-300),
  notAfter: at(400),
  fingerprint: hex(8, 64),
  accountName: '佐藤 花子',
};

export const bankCertificate: Schema<'PresentedCertificate'> = {
  ...goodCertificate,
  subjectDn: 'CN=0128000017,O=Shomei Bank,C=JP',
  issuerDn: 'CN=Shomei Bank User CA,O=Shomei,C=JP',
  notAfter: at(24),
  accountName: '法人ユーザー1',
  loginId: '0128000017',
  renewable: true,
  renewableFrom: at(-6),
  daysLeft: 24,
  next: ['LOG_IN'],
};

export const foreignCertificate: Schema<'PresentedCertificate'> = {
  code: 'M-CERT-FOREIGN',
  message: 'このサービスが発行した証明書ではありません。',
  advice: '登録担当者用として発行された証明書を選び直してください。',
  subjectDn: 'CN=My Number Card User,O=JPKI,C=JP',
  issuerDn: 'CN=Some Other CA,O=Elsewhere,C=JP',
  serial: '01A2B3C4',
  notBefore: at(-100),
  notAfter: at(600),
  fingerprint: hex(7, 64),
};

export const tenant: Schema<'Tenant'> = {
  id: officer.tenant.id,
  code: 'SHOMEI-U',
  label: 'INSTITUTION',
  nameJa: '証明大学',
  nameEn: 'Shomei University',
  state: 'ACTIVE',
  timeZone: 'Asia/Tokyo',
  subject: { o: 'Shomei University', st: 'Tokyo', l: 'Chiyoda-ku', c: 'JP' },
  domains: [
    { name: 'shomei.ac.jp', issuingDeadline: at(520), wildcardAllowed: false, permitted: true, units: [] },
    { name: 'shomei-lab.jp', issuingDeadline: at(-20), wildcardAllowed: false, permitted: false, units: [] },
  ],
  listEncoding: 'Shift_JIS',
  revocation: { by: ['OFFICER'], bulk: ['REQUEST_FILE', 'SELECTION', 'CSV'] },
};

export const apiScopes: readonly Schema<'ApiScope'>[] = ['requests:write', 'certificates:read', 'audit:read'];

export const apiTokens: readonly Schema<'ApiToken'>[] = [
  {
    id: 'token-nightly',
    name: '夜間の更新処理',
    scopes: ['certificates:read', 'requests:write'],
    addresses: ['192.0.2.0/24'],
    state: 'ACTIVE',
    createdAt: at(-60),
    expiresAt: at(30),
    lastUsedAt: at(-1),
    lastUsedFrom: '192.0.2.10',
  },
  {
    id: 'token-old',
    name: '移行作業',
    scopes: ['certificates:read'],
    addresses: [],
    state: 'REVOKED',
    createdAt: at(-200),
    expiresAt: at(-110),
  },
];

/** Not restricted, as in research federations. */
export const ipAllowlist: Schema<'IpAllowlist'> = {
  version: 0,
  combine: 'OFF',
  entries: [],
  trialPeriod: 'PT10M',
  ownAddress: '203.0.113.9',
  admitsOwnAddress: true,
};

export const restrictedTo: Schema<'IpAllowlist'> = {
  ...ipAllowlist,
  version: 3,
  combine: 'AND',
  entries: [
    { range: '192.0.2.0/24', memo: '本社' },
    { range: '203.0.113.9', memo: '自宅' },
  ],
  changedAt: at(-3),
  changedBy: '佐藤 花子',
};

const serverProfile = (
  id: string,
  key: string,
  algorithm: Schema<'KeyAlgorithm'>,
  authority: string,
): Schema<'Profile'> => ({
  id,
  version: 1,
  name: `サーバ証明書 (${key})`,
  names: { ja: `サーバ証明書 (${key})`, en: `Server (${key})` },
  kind: 'SERVER',
  programme: 'TLS',
  key: [key],
  keys: [algorithm],
  validity: 'P199D',
  rounding: 'EXACT',
  ceilings: {
    source: 'BR 6.3.2',
    steps: [
      { from: '2026-03-15', days: 199 },
      { from: '2027-03-15', days: 99 },
      { from: '2029-03-15', days: 46 },
    ],
  },
  authority,
  authorityLabel: `Server CA ${key}`,
  purposes: ['SERVER_AUTH'],
  keyUsage: ['DIGITAL_SIGNATURE'],
  subject: [
    { type: 'CN', from: 'REQUEST', times: 'ONCE' },
    { type: 'O', from: 'TENANT', times: 'ONCE' },
    { type: 'C', from: 'TENANT', times: 'ONCE' },
  ],
  alternativeNames: ['DNS'],
  policy: '2.25.1647338124028460184.1.2',
  deliveries: ['CERTIFICATE'],
  limits: { keys: [algorithm], shortest: 'P1D', longest: 'P199D' },
  changedAt: at(-30),
  changedBy: 'Shomei',
});

export const profiles: Schema<'Profile'>[] = [
  serverProfile('3', 'RSA 2048', 'RSA_2048', 'server-rsa'),
  serverProfile('11', 'P-384', 'P384', 'server-p384'),
  serverProfile('12', 'P-256', 'P256', 'server-p256'),
];

const settingsOf = ({
  names,
  keys,
  authority,
  validity,
  rounding,
  policy,
}: Schema<'Profile'>): Schema<'ProfileSettings'> => ({ names, keys, authority, validity, rounding, policy });

/** The newest first: the present one was shortened, the first came with the software. */
export const profileVersionsOf = (profile: Schema<'Profile'>): Schema<'ProfileVersion'>[] => [
  {
    version: 2,
    changedAt: at(-30),
    changedBy: '鈴木 一郎',
    comment: '依頼書 2026-118',
    settings: settingsOf(profile),
    changes: [{ field: 'PERIOD', before: 'P90D', after: profile.validity }],
  },
  {
    version: 1,
    changedAt: at(-300),
    changedBy: 'Shomei',
    comment: '',
    settings: { ...settingsOf(profile), validity: 'P90D' },
    changes: [],
  },
];

export const rehearsedIssue = (profile: Schema<'Profile'>): Schema<'RehearsedIssue'> => ({
  profile: profile.id,
  version: profile.version,
  authority: profile.authority,
  authorityLabel: profile.authorityLabel,
  subjectDn: 'CN=www.example.ac.jp,O=Example University,C=JP',
  dnsNames: ['www.example.ac.jp'],
  emails: [],
  key: { description: 'EC P-256', sample: true, sha256: hex(5, 64), usedBefore: false },
  policyVersion: 1,
  validity: {
    notBefore: at(0),
    notAfter: at(99),
    period: profile.validity,
    rounding: profile.rounding,
    bound: 'CEILING',
    wished: at(199),
    ceiling: { from: '2027-03-15', days: 99 },
  },
  text: 'Certificate, not signed:\n    Version: 3\n    Subject: CN=www.example.ac.jp',
  rules: [
    { rule: 'KeyUsageFitsTheKey', source: 'RFC 5280 4.2.1.3' },
    { rule: 'ValidityKeepsTheCeiling', source: 'BR 6.3.2' },
  ],
  findings: [],
  errors: [],
});

const PEM = `-----BEGIN CERTIFICATE-----\n${Array.from({ length: 18 }, (_, i) => hex(i + 40, 64)).join('\n')}\n-----END CERTIFICATE-----\n`;

const authority = (name: string, label: string, issuer: string, seed: number): Schema<'Authority'> => ({
  name,
  line: name.replace(/-g\d+$/, ''),
  generation: Number(/-g(\d+)$/.exec(name)?.[1] ?? 1),
  label,
  root: label === issuer,
  issuing: name !== 'server-ecc',
  subjectDn: `CN=${label},O=Shomei,C=JP`,
  issuerDn: `CN=${issuer},O=Shomei,C=JP`,
  serial: hex(seed, 32),
  notBefore: at(-200),
  notAfter: at(seed === 1 ? 9000 : 3400),
  state: name === 'server-ecc' ? 'RETIRED' : 'ACTIVE',
  keyDescription: seed === 2 ? 'RSA 4096' : 'EC P-384',
  signature: 'ecdsa-with-SHA384',
  sha1: hex(seed + 1, 40),
  sha256: hex(seed + 2, 64),
  pem: PEM,
  certificateUrl: `http://localhost:8080/pki/${name}.crt`,
  pemUrl: `http://localhost:8080/pki/${name}.pem`,
  chainUrl: `http://localhost:8080/pki/${name}.p7c`,
  pemChainUrl: `http://localhost:8080/pki/${name}.chain.pem`,
  crlUrls: [`http://localhost:8080/pki/${name}.crl`],
  ocspUrl: 'http://localhost:8080/ocsp',
});

export const authorities: Schema<'Authority'>[] = [
  authority('root', 'Shomei Root CA', 'Shomei Root CA', 1),
  authority('server-rsa', 'Shomei Server CA R1', 'Shomei Root CA', 2),
  authority('server-ecc', 'Shomei Server CA E1', 'Shomei Root CA', 3),
  authority('server-ecc-g2', 'Shomei Server CA E1 G2', 'Shomei Root CA', 4),
];

const generation = (of: Schema<'Authority'>): Schema<'Generation'> => ({
  name: of.name,
  line: of.line,
  generation: of.generation,
  label: of.label,
  state: of.state,
  issuing: of.issuing,
  subjectDn: of.subjectDn,
  keyDescription: of.keyDescription,
  issuer: 'root',
  notBefore: of.notBefore,
  notAfter: of.notAfter,
  crlShards: 1,
});

export const pendingGeneration: Schema<'Generation'> = {
  name: 'server-rsa-g2',
  line: 'server-rsa',
  generation: 2,
  label: 'Shomei Server CA R1 G2',
  state: 'PENDING',
  issuing: false,
  subjectDn: 'CN=Shomei Server CA R1 G2,O=Shomei,C=JP',
  keyDescription: 'RSA 4096',
  csr: '-----BEGIN CERTIFICATE REQUEST-----\nMIIC\n-----END CERTIFICATE REQUEST-----\n',
};

export const authorityLines: Schema<'AuthorityLine'>[] = ['root', 'server-rsa', 'server-ecc'].map((name) => {
  const generations = authorities
    .filter((each) => each.line === name)
    .map(generation)
    .reverse();
  const issuing = generations.find((each) => each.issuing)?.name;
  return {
    name,
    label: generations.at(-1)?.label ?? name,
    root: name === 'root',
    ...(issuing && { issuing }),
    nextGeneration: generations.length + 1,
    issuers: name === 'root' ? [] : ['root'],
    generations,
  };
});

export const crls: Schema<'Crl'>[] = ['root', 'server-rsa', 'server-ecc'].map((name, i) => ({
  authority: name,
  shard: 0,
  kind: 'FULL',
  octets: 420 + i * 14 * 40,
  url: `http://localhost:8080/pki/${name}.crl`,
  number: 120 + i * 37,
  thisUpdate: at(i === 1 ? -9 : 0, -90),
  nextUpdate: at(i === 1 ? -1 : 6),
  entries: i * 14,
}));

const STATUSES: Schema<'CertificateStatus'>[] = [
  'ISSUED',
  'WAITING_FOR_DOWNLOAD',
  'ISSUED',
  'ISSUED',
  'REVOKED',
  'RENEWED',
  'ISSUED',
  'EXPIRED',
];
const HOSTS = [
  'www',
  'portal',
  'mail',
  'library',
  'idp',
  'lms',
  'syllabus',
  'entrance-exam-application',
  'repository',
  'vpn',
  'git',
  'research',
];
const PEOPLE = ['高橋 健', '田中 美咲', '伊藤 直樹', '渡辺 さくら'];

export const certificates: Schema<'Certificate'>[] = Array.from({ length: 42 }, (_, i) => {
  const status = STATUSES[i % STATUSES.length] ?? 'ISSUED';
  const host = `${HOSTS[i % HOSTS.length]}${i >= HOSTS.length ? i : ''}.shomei.ac.jp`;
  const notAfter = status === 'EXPIRED' ? at(-3 - i) : at(i === 0 ? 12 : i === 2 ? 26 : 40 + i * 4);
  const one: Schema<'Certificate'> = {
    id: `cert-${i + 1}`,
    serial: hex(i + 100, 32),
    kind: 'SERVER',
    profile: i % 3 === 0 ? '3' : '11',
    status,
    subjectDn: `CN=${host},O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP`,
    commonName: host,
    notBefore: new Date(Date.parse(notAfter) - 199 * DAY).toISOString(),
    notAfter,
    issuedAt: new Date(Date.parse(notAfter) - 199 * DAY).toISOString(),
    subscriber: {
      name: PEOPLE[i % PEOPLE.length] ?? '',
      unit: '情報基盤センター',
      email: `admin${i % 4}@shomei.ac.jp`,
      software: 'nginx1.26',
    },
  };
  return status === 'REVOKED' ? { ...one, revokedAt: at(-2) } : one;
});

const TEXT = `Certificate:
    Data:
        Version: 3 (0x2)
        Serial Number: 7a:11:…
        Signature Algorithm: ecdsa-with-SHA384
        Issuer: C=JP, O=Shomei, CN=Shomei Server CA E1
        Validity
            Not Before: Nov 10 01:00:00 2026 GMT
            Not After : May 28 00:59:59 2027 GMT
        Subject: C=JP, ST=Tokyo, L=Chiyoda-ku, O=Shomei University, CN=www.shomei.ac.jp
        X509v3 extensions:
            X509v3 Key Usage: critical
                Digital Signature
            X509v3 Extended Key Usage:
                TLS Web Server Authentication
            X509v3 Subject Alternative Name:
                DNS:www.shomei.ac.jp, DNS:shomei.ac.jp
`;

export function detailOf(certificate: Schema<'Certificate'>): Schema<'CertificateDetail'> {
  const { revokedAt, ...rest } = certificate;
  return {
    ...rest,
    serialDecimal: BigInt(`0x${certificate.serial}`).toString(),
    profileName: 'サーバ証明書 (ECDSA P-384)',
    profileVersion: 1,
    policyVersion: 1,
    issuerDn: 'CN=Shomei Server CA E1,O=Shomei,C=JP',
    dnsNames: [certificate.commonName, `www2.${certificate.commonName}`],
    emails: [],
    keyDescription: 'EC P-384',
    signature: 'ecdsa-with-SHA384',
    sha1: hex(5, 40),
    sha256: hex(6, 64),
    pem: PEM,
    text: TEXT,
    authority: 'server-ecc',
    chain: [
      {
        name: 'Shomei Server CA E1',
        subjectDn: 'CN=Shomei Server CA E1,O=Shomei,C=JP',
        notAfter: at(3400),
        sha256: hex(11, 64),
      },
      { name: 'Shomei Root CA', subjectDn: 'CN=Shomei Root CA,O=Shomei,C=JP', notAfter: at(9000), sha256: hex(12, 64) },
    ],
    requestFile: { id: 'file-done', line: 3 },
    ...(certificate.status === 'WAITING_FOR_DOWNLOAD'
      ? { collection: { state: 'WAITING' as const, deadline: at(28) } }
      : { collection: { state: 'COLLECTED' as const, deadline: at(28), collectedAt: at(-9, 40) } }),
    ...(revokedAt && {
      revocation: {
        revokedAt,
        reason: 'SUPERSEDED' as const,
        comment: '新しい証明書に入れ替え',
        crlVisibleSince: at(-2, 1),
        ocspVisibleSince: revokedAt,
      },
    }),
    history: [
      {
        at: at(-10),
        operation: 'requestfile.submit',
        title: '申請を確定',
        actor: '佐藤 花子',
        address: '192.0.2.17',
        outcome: 'SUCCESS',
      },
      { at: at(-10, 1), operation: 'certificate.issue', title: '証明書を発行', actor: 'システム', outcome: 'SUCCESS' },
      ...(certificate.status === 'WAITING_FOR_DOWNLOAD'
        ? []
        : [
            {
              at: at(-9, 40),
              operation: 'certificate.collect',
              title: '証明書を取得',
              address: '198.51.100.4',
              outcome: 'SUCCESS' as const,
              actor: '利用管理者',
            },
          ]),
      ...(revokedAt
        ? [
            {
              at: revokedAt,
              operation: 'certificate.revoke',
              title: '証明書を失効',
              actor: '佐藤 花子',
              address: '192.0.2.17',
              outcome: 'SUCCESS' as const,
            },
          ]
        : []),
    ],
  };
}

const REVIEW: Schema<'ReviewItem'>[] = [
  { code: 'identity-verified', text: '利用管理者の本人性と在籍を確認しました。', confirmed: false },
  {
    code: 'domain-authorised',
    text: '申請するドメインの使用が、機関として認められていることを確認しました。',
    confirmed: false,
  },
  { code: 'contact-checked', text: '利用管理者の連絡先が正しいことを確認しました。', confirmed: false },
];

const file = (id: string, over: Partial<Schema<'RequestFile'>>): Schema<'RequestFile'> => ({
  id,
  kind: 'SERVER',
  operation: 'ISSUE',
  onError: 'ABORT',
  state: 'CHECKED',
  fileName: '2026年度後期_サーバ証明書.tsv',
  size: 183_220,
  sha256: hex(3, 64).toLowerCase(),
  encoding: 'Shift_JIS',
  rows: { total: 120, accepted: 120, refused: 0 },
  errorCodes: [],
  progress: { done: 0, total: 120 },
  failed: 0,
  reviewItems: REVIEW,
  uploadedAt: at(0, -4),
  uploadedBy: '佐藤 花子',
  ...over,
});

export const requestFiles: Schema<'RequestFile'>[] = [
  file('file-running', {
    fileName: '図書館システム_更新.tsv',
    state: 'RUNNING',
    progress: { done: 3412, total: 10_000 },
    rows: { total: 10_000, accepted: 10_000, refused: 0 },
    submittedAt: at(0, -2),
    submittedBy: '佐藤 花子',
    startedAt: at(0, -2),
  }),
  file('file-clean', {}),
  file('file-errors', {
    fileName: 'server-issue-errors.tsv',
    encoding: 'UTF-8',
    rows: { total: 12, accepted: 7, refused: 5 },
    progress: { done: 0, total: 7 },
    errorCodes: [
      { code: '201', title: '必須項目が空です', rows: 2 },
      { code: '218', title: 'CSR の主体者が DN と一致しません', rows: 1 },
      { code: '224', title: '許可されていないドメイン', rows: 2 },
      { code: '229', title: 'メールアドレスが不正', rows: 1 },
    ],
  }),
  file('file-skip', {
    fileName: 'departments.tsv',
    onError: 'SKIP',
    rows: { total: 12, accepted: 7, refused: 5 },
    progress: { done: 0, total: 7 },
    errorCodes: [{ code: '224', title: '許可されていないドメイン', rows: 5 }],
  }),
  file('file-done', {
    fileName: '情報基盤センター.tsv',
    state: 'DONE',
    progress: { done: 8, total: 8 },
    rows: { total: 8, accepted: 8, refused: 0 },
    submittedAt: at(-10),
    submittedBy: '佐藤 花子',
    startedAt: at(-10),
    finishedAt: at(-10, 1),
    uploadedAt: at(-10, -3),
  }),
  file('file-discarded', {
    fileName: 'test.tsv',
    state: 'DISCARDED',
    uploadedAt: at(-30),
    rows: { total: 1, accepted: 1, refused: 0 },
  }),
];

export const refusedRows: Schema<'RequestRow'>[] = [
  {
    line: 2,
    outcome: 'REFUSED',
    fqdn: 'www.example.com',
    errors: [
      {
        column: 11,
        field: '利用管理者FQDN',
        code: '224',
        message: '「www.example.com」は、発行が許可されているドメインに属していません。',
        cure: '登録されているドメインの名前に直してください。',
        value: 'www.example.com',
      },
      {
        column: 10,
        field: '利用管理者E-mail',
        code: '229',
        message: 'メールアドレスの形式ではありません。',
        cure: '名前@ドメイン の形に直してください。',
        value: 'admin_at_shomei.ac.jp',
      },
    ],
  },
  {
    line: 4,
    outcome: 'REFUSED',
    errors: [
      {
        column: 7,
        field: 'CSR',
        code: '218',
        message: 'CSR の主体者が、1 列目の主体者DNと一致しません。',
        cure: 'CSR を作り直すか、主体者DNを直してください。',
        value: 'CN=old.shomei.ac.jp,O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP',
      },
    ],
  },
  {
    line: 5,
    outcome: 'REFUSED',
    errors: [
      {
        column: 12,
        field: '利用管理者ソフトウェア名・バージョン',
        code: '201',
        message: '値がありません。',
        cure: '値を入力してください。',
      },
    ],
  },
  {
    line: 9,
    outcome: 'REFUSED',
    errors: [
      {
        column: 2,
        field: '証明書プロファイルID',
        code: '201',
        message: '値がありません。',
        cure: '3、11、12 のいずれかを入力してください。',
      },
    ],
  },
  {
    line: 11,
    outcome: 'REFUSED',
    errors: [
      {
        column: 11,
        field: '利用管理者FQDN',
        code: '224',
        message: '「lab.shomei-lab.jp」は、発行の許可がありません。',
        cure: 'サービス窓口に審査を依頼してください。',
        value: 'lab.shomei-lab.jp',
      },
    ],
  },
];

export const acceptedRows = (outcome: 'ACCEPTED' | 'DONE'): Schema<'RequestRow'>[] =>
  certificates.slice(0, 8).map((certificate, i) => ({
    line: i + 1,
    outcome,
    subjectDn: certificate.subjectDn,
    fqdn: certificate.commonName,
    email: certificate.subscriber?.email ?? '',
    ...(outcome === 'DONE' && { certificateId: certificate.id, serial: certificate.serial }),
    errors: [],
  }));

export const columns: Schema<'RequestFileColumn'>[] = [
  {
    number: 1,
    field: 'SUBJECT_DN',
    name: '主体者DN',
    requirement: 'REQUIRED',
    maxLength: 250,
    rule: 'CN,O,L,ST,C の順。CSR の主体者と同じ',
    example: 'CN=www.shomei.ac.jp,O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP',
  },
  {
    number: 2,
    field: 'PROFILE',
    name: '証明書プロファイルID',
    requirement: 'REQUIRED',
    maxLength: 2,
    rule: '3: RSA、11: ECDSA P-384、12: ECDSA P-256',
    example: '11',
  },
  { number: 3, field: 'RESERVED', name: '（予約）', requirement: 'EMPTY' },
  { number: 4, field: 'SERIAL', name: '失効対象証明書シリアル番号', requirement: 'EMPTY' },
  { number: 5, field: 'REVOCATION_REASON', name: '失効理由', requirement: 'EMPTY' },
  { number: 6, field: 'REVOCATION_COMMENT', name: '失効理由コメント', requirement: 'EMPTY' },
  {
    number: 7,
    field: 'CSR',
    name: 'CSR',
    requirement: 'REQUIRED',
    maxLength: 2048,
    rule: 'base64 を 1 行で。BEGIN と END の行は除く',
    example: 'MIICijCCAXICAQAwRTELMAkGA1UEBhMCSlAxDjAMBgNVBAgMBVRva3lvMRMwEQYDVQQHDApDaGl5b2Rh',
  },
  {
    number: 8,
    field: 'SUBSCRIBER_NAME',
    name: '利用管理者氏名',
    requirement: 'OPTIONAL',
    maxLength: 64,
    rule: '全角・半角',
    example: '高橋 健',
  },
  {
    number: 9,
    field: 'SUBSCRIBER_UNIT',
    name: '利用管理者所属',
    requirement: 'OPTIONAL',
    maxLength: 64,
    rule: '全角・半角',
    example: '情報基盤センター',
  },
  {
    number: 10,
    field: 'SUBSCRIBER_EMAIL',
    name: '利用管理者E-mail',
    requirement: 'REQUIRED',
    maxLength: 78,
    rule: '証明書の取得 URL が届く',
    example: 'takahashi@shomei.ac.jp',
  },
  {
    number: 11,
    field: 'FQDN',
    name: '利用管理者FQDN',
    requirement: 'REQUIRED',
    maxLength: 64,
    rule: 'CN と同じ',
    example: 'www.shomei.ac.jp',
  },
  {
    number: 12,
    field: 'SOFTWARE',
    name: '利用管理者ソフトウェア名・バージョン',
    requirement: 'REQUIRED',
    maxLength: 128,
    rule: '全角・半角',
    example: 'nginx1.26',
  },
  {
    number: 13,
    field: 'DNS_NAMES',
    name: 'dNSName',
    requirement: 'OPTIONAL',
    maxLength: 250,
    rule: 'dNSName=名前,… で 8 つまで',
    example: 'dNSName=www.shomei.ac.jp,dNSName=shomei.ac.jp',
  },
];

/** Some certificate, for what puts certificates into files. */
export const anyCertificate = `-----BEGIN CERTIFICATE-----
MIIBxDCCAWmgAwIBAgIUIdqdk9o3CQlGE+GFwXHbLjoXlOcwCgYIKoZIzj0EAwIw
NjELMAkGA1UEBhMCSlAxFDASBgNVBAoMC1Nob21laSBCYW5rMREwDwYDVQQDDAg1
MDAwMDAwMTAgFw0yNjExMjYwMzI5NDVaGA8yMTI2MTEwMjAzMjk0NVowNjELMAkG
A1UEBhMCSlAxFDASBgNVBAoMC1Nob21laSBCYW5rMREwDwYDVQQDDAg1MDAwMDAw
MTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABFqLSM5bofmE8zuwniM7CPLZfyuF
TGQrwL5SmQAqI1zLr9W0GSGBWD7EIp0e8BJmrZs3o1VFdO+KRZcxlgVWfXSjUzBR
MB0GA1UdDgQWBBRkQZdNYk6cGrYCS8B305UDE5blNzAfBgNVHSMEGDAWgBRkQZdN
Yk6cGrYCS8B305UDE5blNzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kA
MEYCIQCK9T/df9cjMdOLpjhsa5frMbYuQj/auT4ysNNhT5trmQIhALBM6fAr1Aff
nEYpKmImYqDBmCIOFFegc9nJvqZWh6sI
-----END CERTIFICATE-----`;

const ownLine = (serial: string, end: number, more: Partial<Schema<'OwnCertificateLine'>> = {}) => ({
  serial,
  subjectDn: 'CN=50000001,OU=Internet Banking,O=Shomei Bank,C=JP',
  commonName: '50000001',
  organizationalUnit: 'Internet Banking',
  organization: 'Shomei Bank',
  notBefore: at(end - 365),
  notAfter: at(end),
  status: 'ISSUED' as const,
  present: false,
  confirmed: true,
  ...more,
});

export const ownNew: Schema<'OwnCertificateLine'> = ownLine(hex(3, 32), 365);
export const ownOld: Schema<'OwnCertificateLine'> = ownLine(hex(6, 32), 24, { present: true, usedAt: at(-300) });

/** Of an account whose certificates come to be in another way. */
export const ownCertificates = (
  issuance: Partial<Schema<'OwnIssuanceOffer'>> = {},
  ...certificates: Schema<'OwnCertificateLine'>[]
): Schema<'OwnCertificates'> => ({ certificates, issuance: { state: 'NOT_OFFERED', keys: ['P256'], ...issuance } });

export const ownIssuance: Schema<'OwnIssuance'> = {
  certificate: anyCertificate,
  chain: [anyCertificate],
  serial: ownNew.serial,
  subjectDn: ownNew.subjectDn,
  commonName: ownNew.commonName,
  notAfter: ownNew.notAfter,
  fileName: '50000001',
  friendlyName: '山田製作所 50000001',
  renews: ownOld.serial,
};

export const ownConfirmation: Schema<'OwnConfirmation'> = {
  certificate: ownNew,
  superseded: [{ ...ownOld, status: 'REVOKED' }],
};

/** An acquisition with an acquisition password, as its page sees it. */
export const acquisition = (state: Schema<'EnrolmentState'>): Schema<'Enrolment'> => ({
  state,
  deadline: at(1),
  kind: 'USER',
  delivery: 'P12',
  subjectDn: 'CN=0128000017,O=Shomei Bank,C=JP',
  institutionJa: '株式会社ABC商事',
  institutionEn: 'ABC Trading',
  secretRequired: true,
  formats: state === 'WAITING' || state === 'COLLECTED' ? ['P12', 'MOBILECONFIG'] : [],
  ...(state === 'ISSUING' ? { refreshSeconds: 5 } : { serial: hex(5, 32), notAfter: at(365) }),
});

export const enrolment = (state: Schema<'EnrolmentState'>): Schema<'Enrolment'> => ({
  state,
  deadline: at(28),
  ...(state === 'COLLECTED' && { collectedAt: at(-1) }),
  kind: 'SERVER',
  subjectDn: 'CN=www.shomei.ac.jp,O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP',
  dnsNames: ['www.shomei.ac.jp', 'shomei.ac.jp'],
  serial: hex(21, 32),
  notAfter: at(199),
  institutionJa: '証明大学',
  institutionEn: 'Shomei University',
  secretRequired: false,
  formats: ['PEM', 'FULLCHAIN', 'PKCS7'],
  delivery: 'CERTIFICATE',
});

export const timeStampService: Schema<'TimeStampService'> = {
  url: 'http://localhost:8080/tsa/SHOMEI-U',
  secureUrl: 'https://localhost:8443/tsa/SHOMEI-U',
  policy: '2.25.1647338124028460184.2.1',
  accuracy: 'PT1S',
  hashAlgorithms: ['SHA-256', 'SHA-384', 'SHA-512'],
  signatureAlgorithm: 'SHA256withRSA',
  chain: ['Time Stamping', 'Time Stamping CA', 'Root CA'].map((name, index) => ({
    subject: `CN=Shomei ${name},O=Shomei,C=JP`,
    key: 'RSA 2048',
    notBefore: at(-30),
    notAfter: at(600 + index),
    sha256: hex(index + 40, 64),
    pem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
  })),
};

const day = (days: number): string => at(days).slice(0, 10);

export const timeStamping: Schema<'TimeStamping'> = {
  service: timeStampService,
  usage: {
    from: day(-29),
    to: day(0),
    granted: 1205,
    refused: 3,
    days: [
      { day: day(-9), granted: 204, refused: 0, refusals: [] },
      {
        day: day(-1),
        granted: 1001,
        refused: 3,
        refusals: [
          { failure: 'BAD_ALG', count: 2 },
          { failure: 'UNACCEPTED_POLICY', count: 1 },
        ],
      },
    ],
  },
};

export const notices: Schema<'Notice'>[] = [
  {
    id: 'n1',
    tenant: '証明大学',
    kind: 'server-issued',
    title: 'サーバ証明書発行受付通知',
    recipient: 'admin1@shomei.ac.jp',
    state: 'SENT',
    attempts: 1,
    createdAt: at(0, -30),
    sentAt: at(0, -29),
    certificateId: 'cert-2',
  },
  {
    id: 'n2',
    tenant: '証明大学',
    kind: 'server-issued',
    title: 'サーバ証明書発行受付通知',
    recipient: 'nobody@shomei-lab.jp',
    state: 'FAILED',
    attempts: 5,
    lastError: '550 5.1.1 User unknown',
    createdAt: at(-1),
    nextAttemptAt: at(0, 20),
  },
  {
    id: 'n3',
    tenant: '証明大学',
    kind: 'server-collected',
    title: 'ダウンロード完了通知',
    recipient: 'sato@shomei.ac.jp',
    state: 'KEPT',
    attempts: 1,
    createdAt: at(-2),
    sentAt: at(-2),
  },
  {
    id: 'n4',
    tenant: '技術大学',
    kind: 'server-expiring',
    title: 'サーバ証明書の有効期限のお知らせ',
    recipient: 'ops@gijutsu.ac.jp',
    state: 'WAITING',
    attempts: 0,
    createdAt: at(0, -1),
  },
];

export const auditEvents: Schema<'AuditEvent'>[] = Array.from({ length: 24 }, (_, i) => {
  const kinds = [
    { operation: 'session.open', title: 'ログイン', target: '' },
    { operation: 'requestfile.upload', title: '申請ファイルのアップロード', target: '2026年度後期_サーバ証明書.tsv' },
    { operation: 'certificate.issue', title: '証明書の発行', target: 'www.shomei.ac.jp' },
    { operation: 'certificate.revoke', title: '証明書の失効', target: 'idp.shomei.ac.jp' },
    { operation: 'access.refuse', title: '許可されない操作', target: 'POST /api/v1/notices' },
  ] as const;
  const kind = kinds[i % kinds.length] ?? kinds[0];
  return {
    id: `event-${i}`,
    at: at(0, -i * 97),
    operation: kind.operation,
    title: kind.title,
    outcome: kind.operation === 'access.refuse' ? 'FAILURE' : 'SUCCESS',
    actor: '佐藤 花子',
    actorRole: 'OFFICER',
    address: '192.0.2.17',
    ...(kind.target && { target: kind.target }),
    requestId: `0197a1b2-0000-7000-8000-0000000000${String(10 + i)}`,
    detail: { serial: hex(i, 32) },
  };
});

export const auditProof: Schema<'AuditProof'> = {
  text: '{"operation":"certificate.issue"}',
  position: 0,
  path: [],
  seal: {
    size: 1,
    root: 'eCPypkIy7bcL+ZukrNLVn9Or4bET3tC0qXw7Ir+7t/I=',
    at: at(0, -1),
    text: 'shomei-audit-seal 1\norigin https://localhost\nsize 1\nroot eCPypkIy7bcL+ZukrNLVn9Or4bET3tC0qXw7Ir+7t/I=\n',
    signature: '',
    certificates: [],
  },
};

const renewal = (number: number, host: string, days: number, state: Schema<'RenewalState'>): Schema<'Renewal'> => ({
  id: `0197a1b2-0000-7000-8000-0000000005${number}`,
  serial: hex(500 + number, 32),
  kind: 'SERVER',
  profile: '12',
  subjectDn: `CN=${host},O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP`,
  commonName: host,
  domain: 'shomei.ac.jp',
  notAfter: at(days),
  subscriber: { name: '山田 太郎', email: 'taro@shomei.ac.jp' },
  state,
  ...(state !== 'NOT_RENEWED' && {
    successor: { id: `0197a1b2-0000-7000-8000-0000000006${number}`, collectBy: at(20) },
  }),
});

export const renewals = [
  renewal(11, 'www.shomei.ac.jp', 9, 'NOT_RENEWED'),
  renewal(12, 'mail.shomei.ac.jp', 21, 'NOT_COLLECTED'),
  renewal(13, 'ldap.shomei.ac.jp', 40, 'RENEWED'),
];

const total = (value: number, exact = true): Schema<'Total'> => ({ value, exact });

export const renewalCounts: Schema<'RenewalCounts'> = {
  notRenewed: total(10_000, false),
  notCollected: total(1),
  renewed: total(1),
  uncollected: total(2),
  maxRows: 10_000,
};

export const uncollected: readonly Schema<'Uncollected'>[] = [
  {
    id: '0197a1b2-0000-7000-8000-000000000612',
    serial: hex(612, 32),
    kind: 'SERVER',
    subjectDn: 'CN=mail.shomei.ac.jp,O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP',
    commonName: 'mail.shomei.ac.jp',
    issuedAt: at(-10),
    notAfter: at(189),
    collectBy: at(20),
    subscriber: { name: '山田 太郎', email: 'taro@shomei.ac.jp' },
    renewal: true,
  },
];
export const ownRenewal: Schema<'OwnRenewal'> = {
  state: 'NOT_YET',
  opensAt: at(200),
  certificate: {
    serial: '5F0A1B2C3D4E5F60718293A4B5C6D7E8',
    subjectDn: 'CN=Hanako Sato,O=Example University,L=Academe-ops,C=JP',
    notAfter: at(260),
  },
};

export const submission: Schema<'Submission'> = {
  id: 'submission-1',
  kind: 'SERVER',
  operation: 'ISSUE',
  name: '山田 花子',
  email: 'yamada@shomei.ac.jp',
  fileName: 'requests.tsv',
  rows: 1,
  submittedAt: at(-1),
  submittedFrom: '192.0.2.7',
  state: 'WAITING',
  reviewItems: [{ code: 'identity-verified', text: '利用管理者の本人性と実在性を確認しました。', confirmed: false }],
};

export const submissionCheck: Schema<'SubmissionCheck'> = {
  encoding: 'UTF-8',
  rows: { total: 1, accepted: 1, refused: 0 },
  errorCodes: [],
  items: [
    {
      line: 1,
      outcome: 'ACCEPTED',
      subjectDn: 'CN=www.shomei.ac.jp,O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP',
      fqdn: 'www.shomei.ac.jp',
      email: 'yamada@shomei.ac.jp',
      errors: [],
    },
  ],
};

export const faultyCheck: Schema<'SubmissionCheck'> = {
  encoding: 'UTF-8',
  rows: { total: 1, accepted: 0, refused: 1 },
  errorCodes: [{ code: '224', title: '許可されていないドメイン', rows: 1 }],
  items: [
    {
      line: 1,
      outcome: 'REFUSED',
      subjectDn: 'CN=www.elsewhere.ac.jp,O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP',
      fqdn: 'www.elsewhere.ac.jp',
      email: 'yamada@shomei.ac.jp',
      errors: [
        {
          column: 1,
          field: '主体者DN',
          code: '224',
          message: '「www.elsewhere.ac.jp」のドメインでは発行できません。',
          cure: '許可されたドメインの名前にしてください。',
          value: 'CN=www.elsewhere.ac.jp',
        },
      ],
    },
  ],
};

export const submissionLink: Schema<'SubmissionLink'> = {
  id: 'link-1',
  kind: 'SERVER',
  name: '山田 花子',
  email: 'yamada@shomei.ac.jp',
  state: 'OPEN',
  uses: 2,
  used: 1,
  expiresAt: at(29),
  createdAt: at(-1),
  createdBy: '佐藤 花子',
};

export const submissionDoor: Schema<'SubmissionDoor'> = {
  state: 'OPEN',
  kind: 'SERVER',
  institutionJa: '証明大学',
  institutionEn: 'Shomei University',
  name: '山田 花子',
  email: 'yamada@shomei.ac.jp',
  expiresAt: at(29),
  usesLeft: 1,
  maxRows: 100,
  submissions: [],
};
