import type { Schema } from '../src/api/types';
import { bankUser } from './fixtures/session';
import { at } from './fixtures/time';

// Accounts and what the desk does for them, for tests and the screen tour.

const BANK: Schema<'TenantName'> = { id: bankUser.tenant.id, nameJa: bankUser.tenant.nameJa, nameEn: 'ABC Trading' };
const UNIVERSITY: Schema<'TenantName'> = { id: 't1', nameJa: '証明大学', nameEn: 'Shomei University' };

export const accounts: Schema<'AccountLine'>[] = [
  {
    id: 'user-locked',
    tenant: BANK,
    role: 'USER',
    loginId: '0128000017',
    name: '法人ユーザー1',
    email: 'user1@abc.example.com',
    state: 'ACTIVE',
    locked: ['PASSWORD'],
    certificateOutdated: false,
    certificateUntil: at(24),
    createdAt: at(-400),
  },
  {
    id: 'administrator',
    tenant: BANK,
    role: 'ADMINISTRATOR',
    loginId: '0128000001',
    name: '法人管理者',
    email: 'admin@abc.example.com',
    state: 'ACTIVE',
    locked: [],
    certificateOutdated: false,
    certificateUntil: at(200),
    createdAt: at(-400),
  },
  {
    id: 'officer',
    tenant: UNIVERSITY,
    role: 'OFFICER',
    name: '佐藤 花子',
    email: 'sato@shomei.ac.jp',
    state: 'ACTIVE',
    locked: [],
    certificateOutdated: false,
    certificateUntil: at(400),
    createdAt: at(-300),
  },
  {
    id: 'suspended',
    tenant: BANK,
    role: 'USER',
    loginId: '0128000018',
    name: '法人ユーザー2',
    state: 'SUSPENDED',
    locked: [],
    certificateOutdated: false,
    createdAt: at(-90),
  },
];

export const accountOf = (line: Schema<'AccountLine'>): Schema<'AccountDetail'> => ({
  id: line.id,
  tenant: line.tenant,
  role: line.role,
  ...(line.loginId && { loginId: line.loginId }),
  name: line.name,
  ...(line.email && { email: line.email }),
  rights: line.role === 'OFFICER' ? ['SERVER', 'LISTS'] : [],
  state: line.state,
  createdAt: line.createdAt,
  secrets: [
    {
      kind: 'PASSWORD',
      usable: true,
      setAt: at(-60),
      expiresOn: at(30).slice(0, 10),
      failures: line.locked.length > 0 ? 3 : 0,
      ...(line.locked.length > 0 && { lastFailureAt: at(0, -12) }),
      locked: line.locked.includes('PASSWORD'),
    },
    { kind: 'ACQUISITION_PASSWORD', usable: true, setAt: at(-10), lapsesAt: at(80), failures: 0, locked: false },
    { kind: 'TOTP', usable: true, setAt: at(-60), failures: 1, locked: true, lockedUntil: at(0, 14) },
  ],
  logIns: [
    { at: at(-1, -77), address: '192.0.2.17', name: line.name },
    { at: at(-3, 12), address: '2001:db8::17', name: line.name },
  ],
});

const deskAccountOf = ({ id, tenant, role, loginId, name, state }: Schema<'AccountLine'>): Schema<'DeskAccount'> => ({
  id,
  tenant,
  role,
  ...(loginId && { loginId }),
  name,
  state,
});

const LOCKED = deskAccountOf(accounts[0] as Schema<'AccountLine'>);

export const deskActions: Schema<'DeskAction'>[] = [
  {
    id: 'proposed',
    account: LOCKED,
    kind: 'INITIALISE',
    title: '初期化',
    secrets: ['PASSWORD', 'ACQUISITION_PASSWORD'],
    state: 'PROPOSED',
    reference: '依頼書 2027-0412',
    comment: 'お届出印を照合済み',
    letter: 'DUE',
    takenBy: '田中 二郎',
    takenAt: at(0, -40),
    mine: false,
  },
  {
    id: 'own',
    account: LOCKED,
    kind: 'WITHDRAW',
    title: 'アカウントを廃止',
    secrets: [],
    state: 'PROPOSED',
    reference: '依頼書 2027-0413',
    letter: 'NONE',
    takenBy: '鈴木 一郎',
    takenAt: at(0, -30),
    mine: true,
  },
  {
    id: 'letter-due',
    account: LOCKED,
    kind: 'RESET_PASSWORD',
    title: 'パスワード・暗証番号を再設定',
    secrets: ['PASSWORD'],
    state: 'DONE',
    reference: '依頼書 2027-0399',
    letter: 'DUE',
    takenBy: '鈴木 一郎',
    takenAt: at(0, -20),
    mine: true,
  },
  {
    id: 'done',
    account: LOCKED,
    kind: 'NEW_DEVICE',
    title: '端末の変更を受付',
    secrets: ['ACQUISITION_PASSWORD'],
    state: 'DONE',
    reference: '依頼書 2027-0311',
    letter: 'PRINTED',
    letterPrintedAt: at(-9),
    letterPrintedBy: '鈴木 一郎',
    takenBy: '田中 二郎',
    takenAt: at(-10),
    mine: false,
    decidedBy: '鈴木 一郎',
    decidedAt: at(-9, -10),
    decisionComment: '原本と照合',
    revoked: 1,
  },
];

const offer = (
  kind: Schema<'DeskActionKind'>,
  title: string,
  effect: string,
  more: Partial<Schema<'DeskOffer'>> = {},
): Schema<'DeskOffer'> => ({
  kind,
  title,
  effect,
  possible: true,
  secrets: [],
  letter: false,
  fourEyes: false,
  ...more,
});

export const deskOf = (line: Schema<'AccountLine'>): Schema<'Desk'> => ({
  account: deskAccountOf(line),
  certificates: [
    {
      id: 'cert-1',
      serial: '5A01',
      commonName: line.loginId ?? line.name,
      notAfter: at(24),
      status: 'ISSUED',
      outdated: false,
    },
    {
      id: 'cert-5',
      serial: '5A00',
      commonName: line.loginId ?? line.name,
      notAfter: at(-340),
      status: 'EXPIRED',
      outdated: false,
    },
  ],
  offered: [
    offer('UNLOCK', 'ロックを解除', '連続した誤りでロックされた認証情報を、もう一度使えるようにします。', {
      secrets: ['PASSWORD', 'TOTP'],
    }),
    offer('RESET_PASSWORD', 'パスワード・暗証番号を再設定', '新しい仮のものを通知書でお渡しします。', {
      secrets: ['PASSWORD'],
      letter: true,
    }),
    offer('INITIALISE', '初期化', '有効な証明書をすべて失効し、認証情報をすべて新しくします。', {
      secrets: ['PASSWORD', 'ACQUISITION_PASSWORD'],
      letter: true,
      fourEyes: true,
    }),
    offer('RESUME', '利用を再開', '再びログインできるようになります。', {
      possible: false,
      hindrance: '利用中止になっていません。',
    }),
    offer('WITHDRAW', 'アカウントを廃止', '有効な証明書をすべて失効し、ログインできなくします。元に戻せません。'),
  ],
  waiting: deskActions.filter(({ id }) => id === 'own' || id === 'letter-due'),
});

/** Somebody of a tenant without a table of permissions. */
export const ownAccount: Schema<'OwnAccount'> = {
  id: '0197a1b2-0000-7000-8000-000000000013',
  role: 'USER',
  loginId: '0128000017',
  name: '法人ユーザー1',
  email: 'user1@abc-trading.example.com',
};

export const ownAnnouncements: Schema<'OwnAnnouncement'>[] = [];

export const twoAnnouncements: Schema<'OwnAnnouncement'>[] = [
  {
    id: 'maintenance',
    titleJa: 'システムメンテナンスのお知らせ',
    titleEn: 'Maintenance',
    textJa: '12月5日（土）2時から6時まで、ご利用いただけません。',
    textEn: 'The service is not available on 5 December from 2:00 to 6:00.',
    from: at(-1),
  },
  {
    id: 'fraud',
    titleJa: '偽のメールにご注意ください',
    titleEn: 'Beware of forged mails',
    textJa: '当サービスが、メールで ID や暗証番号をお尋ねすることはありません。',
    textEn: 'We never ask for your ID or PIN by mail.',
    from: at(-20),
  },
];

export const announcements: Schema<'Announcement'>[] = [
  { ...(twoAnnouncements[0] as Schema<'OwnAnnouncement'>), state: 'SHOWN', until: at(9) },
  {
    ...(twoAnnouncements[1] as Schema<'OwnAnnouncement'>),
    state: 'OVER',
    tenant: BANK,
  },
];

export const noFunctions: Schema<'UserFunctions'> = { matrix: 'NONE', groups: [], currencies: [] };

export const trading: Schema<'UserFunctions'> = {
  matrix: 'TRADING',
  currencies: ['USD', 'EUR', 'GBP', 'AUD'],
  groups: [
    {
      title: '為替取引',
      functions: [
        { code: 'FORWARD_TRADE', title: '為替予約取引入力', administratorsOnly: false },
        { code: 'LEAVE_ORDER', title: 'リーブオーダー入力', administratorsOnly: false },
        { code: 'CONFIRM', title: 'コンファーム', administratorsOnly: false },
        { code: 'TRADE_MANAGEMENT', title: '取引管理', administratorsOnly: false },
        { code: 'USER_RESTRICTIONS', title: 'ユーザ制限設定', administratorsOnly: true },
      ],
    },
  ],
};

export const onlineBanking: Schema<'UserFunctions'> = {
  matrix: 'ONLINE_BANKING',
  currencies: [],
  groups: [
    {
      title: 'オンライン取引',
      functions: [
        { code: 'BALANCE_INQUIRY', title: '残高照会', administratorsOnly: false },
        { code: 'STATEMENT_INQUIRY', title: '入出金明細照会', administratorsOnly: false },
        { code: 'TRADE_HISTORY', title: '取引履歴', administratorsOnly: false },
        { code: 'FUNDS_TRANSFER', title: '資金移動', administratorsOnly: false },
        { code: 'TRANSFER_RESERVATION_INQUIRY', title: '振込予約照会', administratorsOnly: false },
        { code: 'RESERVATION_CANCEL', title: '予約取消', administratorsOnly: false },
        { code: 'DATA_FILE_SEND', title: '外部ファイル送信', administratorsOnly: false },
        { code: 'DATA_FILE_RECEIVE', title: '外部ファイル受信', administratorsOnly: false },
      ],
    },
    {
      title: 'ファイル伝送',
      functions: [
        { code: 'GENERAL_TRANSFER_REGISTER', title: '総合振込 登録', administratorsOnly: false },
        { code: 'GENERAL_TRANSFER_APPROVE', title: '総合振込 承認', administratorsOnly: false },
        { code: 'GENERAL_TRANSFER_SEND', title: '総合振込 送信', administratorsOnly: false },
        { code: 'SALARY_REGISTER', title: '給与振込 登録', administratorsOnly: false },
        { code: 'SALARY_APPROVE', title: '給与振込 承認', administratorsOnly: false },
        { code: 'SALARY_SEND', title: '給与振込 送信', administratorsOnly: false },
      ],
    },
  ],
};

const user = (id: string, loginId: string, name: string, more: Partial<Schema<'UserLine'>>): Schema<'UserLine'> => ({
  id,
  loginId,
  name,
  state: 'ACTIVE',
  certificate: 'NONE',
  locked: [],
  otp: 'NONE',
  functions: [],
  createdAt: at(-300),
  ...more,
});

export const users: Schema<'UserLine'>[] = [
  user('keiri', '0019001', '経理　担当', {
    kana: 'ｹｲﾘ ﾀﾝﾄｳ',
    email: 'keiri@yamada.example.com',
    certificate: 'VALID',
    certificateUntil: at(210),
    otp: 'OK',
    functions: ['BALANCE_INQUIRY', 'STATEMENT_INQUIRY', 'FUNDS_TRANSFER', 'GENERAL_TRANSFER_REGISTER'],
  }),
  user('shonin', '0019002', '承認　責任者', {
    kana: 'ｼｮｳﾆﾝ ｾｷﾆﾝｼｬ',
    certificate: 'ENTITLED',
    otp: 'WARNING',
    functions: ['BALANCE_INQUIRY', 'GENERAL_TRANSFER_APPROVE', 'SALARY_APPROVE'],
  }),
  user('jimu', '0019003', '事務　補助', {
    kana: 'ｼﾞﾑ ﾎｼﾞｮ',
    locked: ['PIN'],
    otp: 'LOCKED',
    functions: ['BALANCE_INQUIRY'],
  }),
  user('old', '0019004', '退職　予定', {
    kana: 'ﾀｲｼｮｸ ﾖﾃｲ',
    state: 'SUSPENDED',
    incidentAt: at(-3),
    certificate: 'ENDED',
    certificateUntil: at(-3),
  }),
];

export const userOf = (line: Schema<'UserLine'>): Schema<'User'> => ({
  user: line,
  choices: line.certificate === 'VALID' ? ['KEEP', 'REISSUE', 'REVOKE'] : ['KEEP', 'ISSUE'],
  kanaName: line.kana !== undefined,
  permissions: { functions: line.functions },
  reproof: 'CONFIRMATION_PIN',
});
