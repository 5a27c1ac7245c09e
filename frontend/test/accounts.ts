import type { Schema } from '../src/api/types';
import { at, bankUser } from './fixtures';

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
