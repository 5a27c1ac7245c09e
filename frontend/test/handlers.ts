import { type DefaultBodyType, HttpResponse, http, type PathParams, type StrictRequest } from 'msw';
import type { paths } from '../src/api/schema';
import type { Schema } from '../src/api/types';
import * as people from './fixtures/account';
import { apiScopes, apiTokens } from './fixtures/api-token';
import { auditEvents, auditProof } from './fixtures/audit';
import { authorities, authorityLines } from './fixtures/authority';
import { certificates, detailOf } from './fixtures/certificate';
import { crls } from './fixtures/crl';
import { acquisition, enrolment } from './fixtures/enrolment';
import { portal } from './fixtures/entrance';
import { ipAllowlist } from './fixtures/ip-allowlist';
import { notices } from './fixtures/notification';
import { ownCertificates, ownRenewal } from './fixtures/own-certificate';
import { profiles, profileVersionsOf, rehearsedIssue } from './fixtures/profile';
import { renewalCounts, renewals, uncollected } from './fixtures/renewal';
import { acceptedRows, columns, refusedRows, requestFiles } from './fixtures/request-file';
import * as revocations from './fixtures/revocation';
import { session } from './fixtures/session';
import { submission, submissionCheck, submissionDoor, submissionLink } from './fixtures/submission';
import { tenant } from './fixtures/tenant';
import { at } from './fixtures/time';
import { timeStamping, timeStampService } from './fixtures/timestamp';
import { forwardAuth } from './fixtures/trading';

// A stand-in for the server, typed by the contract. Only tests and the screen tour use it.

type Method = 'get' | 'post' | 'put' | 'delete';
type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;
type Success<P extends keyof paths, M extends Method> = paths[P][M & keyof paths[P]] extends { responses: infer R }
  ? Json<R[keyof R & (200 | 201 | 202)]>
  : never;
type Info = { readonly request: StrictRequest<DefaultBodyType>; readonly params: PathParams; readonly url: URL };
type Refusal = { readonly problem: Schema<'Problem'> };

export const refusal = (
  status: number,
  code: string,
  title: string,
  more: Partial<Schema<'Problem'>> = {},
): Refusal => ({
  problem: { type: `/problems/${code}`, title, status, instance: '0197a1b2-0000-7000-8000-00000000000a', ...more },
});

/** A handler whose answer must be one the contract allows. */
export function on<P extends keyof paths, M extends Method>(
  method: M,
  path: P,
  answer: (info: Info) => Success<P, M> | Refusal | Promise<Success<P, M> | Refusal>,
  status = 200,
) {
  return http[method](`*${path.replace(/{(\w+)}/g, ':$1')}`, async ({ request, params }) => {
    const body = await answer({ request, params, url: new URL(request.url) });
    return typeof body === 'object' && body !== null && 'problem' in body
      ? HttpResponse.json(body.problem, {
          status: body.problem.status,
          headers: { 'Content-Type': 'application/problem+json' },
        })
      : HttpResponse.json(body as DefaultBodyType, { status });
  });
}

const page = <T>(items: readonly T[]) => ({ items: [...items], total: { value: items.length, exact: true } });

export const loggedOut = on('get', '/api/v1/session', () => refusal(401, 'session-required', 'ログインが必要です。'));

export const handlers = [
  on('get', '/api/v1/session/entrance', () => portal),
  on('get', '/api/v1/session', () => session()),
  on(
    'post',
    '/api/v1/session',
    () => {
      const { state, openedAt, idleTimeout, account } = session();
      return { state, openedAt, idleTimeout, account, token: 'e30.e30.e30' };
    },
    201,
  ),
  http.delete('*/api/v1/session', () => new HttpResponse(null, { status: 204 })),
  http.get('*/auth/forward', () => new HttpResponse(null, { status: 204, headers: forwardAuth })),
  on('get', '/api/v1/own-account', () => people.ownAccount),
  on('get', '/api/v1/own-announcements', () => ({ items: people.ownAnnouncements })),
  on('get', '/api/v1/user-functions', () => people.noFunctions),
  on('get', '/api/v1/users', ({ url }) => {
    const { q, state } = Object.fromEntries(url.searchParams);
    return page(
      people.users.filter(
        (one) =>
          (!q || [one.loginId, one.name, one.email].some((text) => text?.includes(q))) &&
          (!state || one.state === state),
      ),
    );
  }),
  http.get('*/api/v1/users/:id', ({ params }) => {
    const line = people.users.find(({ id }) => id === params.id);
    return line
      ? HttpResponse.json(people.userOf(line), { headers: { ETag: '"3"' } })
      : HttpResponse.json(refusal(404, 'not-found', '見つかりません。').problem, { status: 404 });
  }),
  on('get', '/api/v1/announcements', () => page(people.announcements)),
  http.get('*/api/v1/announcements/:id', () =>
    HttpResponse.json(people.announcements[0], { headers: { ETag: '"2"' } }),
  ),
  on('get', '/api/v1/own-certificate', () => ownCertificates()),
  on('get', '/api/v1/own-certificate/renewal', () => ownRenewal),
  on('get', '/api/v1/submissions', () => page([submission])),
  on('get', '/api/v1/submissions/{id}', () => submission),
  on('get', '/api/v1/submissions/{id}/check', () => submissionCheck),
  on('get', '/api/v1/submission-links', () => page([submissionLink])),
  on('get', '/api/v1/submission-doors/{token}', () => submissionDoor),
  on('post', '/api/v1/submission-doors/{token}/check', () => submissionCheck),
  on('get', '/api/v1/tenant', () => tenant),
  on('get', '/api/v1/ip-allowlist', () => ipAllowlist),
  on('get', '/api/v1/issuance-offer', () => ({
    offered: false,
    licences: { model: 'NONE' as const, valid: 0, issuing: 0 },
    most: 0,
    keyFiles: 0,
    keys: [],
    reproof: 'NONE' as const,
    downloadReproof: 'NONE' as const,
    pageSize: 100,
    p12Profile: 'modern' as const,
    propagationSeconds: 0,
  })),
  on('get', '/api/v1/issuance-jobs', () => page([])),
  on('get', '/api/v1/api-tokens', () => ({
    items: [...apiTokens],
    scopes: [...apiScopes],
    mostDays: 365,
    mostTokens: 20,
  })),
  on('get', '/api/v1/profiles', () => ({ items: profiles })),
  on('get', '/api/v1/profiles/{id}', ({ params }) => profileOf(params)),
  on('get', '/api/v1/profiles/{id}/versions', ({ params }) => {
    const profile = profileOf(params);
    return 'problem' in profile ? profile : { items: profileVersionsOf(profile) };
  }),
  on('post', '/api/v1/profiles/{id}/dry-run', ({ params }) => {
    const profile = profileOf(params);
    return 'problem' in profile ? profile : rehearsedIssue(profile);
  }),
  on('get', '/api/v1/renewals', ({ url }) => {
    const state = url.searchParams.get('state');
    return page(renewals.filter((one) => !state || one.state === state));
  }),
  on('get', '/api/v1/renewals/counts', () => renewalCounts),
  on('get', '/api/v1/uncollected-certificates', () => page(uncollected)),
  on('get', '/api/v1/crls', () => ({ items: crls })),
  on('get', '/api/v1/timestamp', () => timeStamping),
  on('get', '/api/v1/timestamp/service', () => timeStampService),
  on('get', '/api/v1/authorities', () => ({ items: authorities })),
  on('get', '/api/v1/authority-lines', () => ({ items: authorityLines })),

  on('get', '/api/v1/request-files/columns', ({ url }) =>
    url.searchParams.get('operation') === 'ISSUE'
      ? { items: columns }
      : refusal(422, 'request-file-operation-unknown', 'この処理内容の申請ファイルは、まだ受け付けていません。'),
  ),
  on('get', '/api/v1/request-files', ({ url }) => {
    const state = url.searchParams.get('state');
    return page(requestFiles.filter((file) => !state || file.state === state));
  }),
  on(
    'post',
    '/api/v1/request-files',
    () => requestFiles.find(({ id }) => id === 'file-clean') as Schema<'RequestFile'>,
    201,
  ),
  on('get', '/api/v1/request-files/{id}', ({ params }) => fileOf(params)),
  http.delete('*/api/v1/request-files/:id', () => new HttpResponse(null, { status: 204 })),
  on('get', '/api/v1/request-files/{id}/rows', ({ url }) => {
    const outcome = url.searchParams.get('outcome');
    const code = url.searchParams.get('code');
    if (outcome !== 'REFUSED') return page(acceptedRows(outcome === 'DONE' ? 'DONE' : 'ACCEPTED'));
    return page(refusedRows.filter((row) => !code || row.errors.some((error) => error.code === code)));
  }),
  on(
    'post',
    '/api/v1/request-files/{id}/submission',
    ({ params }) => {
      const file = fileOf(params);
      return 'problem' in file
        ? file
        : { ...file, state: 'RUNNING' as const, submittedAt: at(0), submittedBy: '佐藤 花子' };
    },
    202,
  ),
  http.get('*/api/v1/request-files/:id/events', () => new HttpResponse(null, { status: 503 })),

  on('post', '/api/v1/requests', () =>
    refusal(422, 'request-refused', '申請の内容に誤りがあります。', {
      errors: [
        {
          column: 7,
          code: '220',
          message: 'この鍵は、以前の証明書で使われています。',
          cure: '新しい鍵と CSR を作ってください。',
        },
        {
          pointer: '/dnsNames',
          code: '224',
          message: '「www.example.com」は許可されたドメインに属していません。',
          cure: '名前を直してください。',
        },
      ],
    }),
  ),

  on('get', '/api/v1/certificates', ({ url }) => {
    const { status, q, expiresTo, limit } = Object.fromEntries(url.searchParams);
    const found = certificates.filter(
      (one) =>
        (!status || one.status === status) &&
        (!q || one.commonName.includes(q)) &&
        (!expiresTo || Date.parse(one.notAfter) <= Date.parse(expiresTo)),
    );
    return { items: found.slice(0, Number(limit ?? 100)), total: { value: found.length, exact: true } };
  }),
  on('get', '/api/v1/certificates/{id}', ({ params }) => {
    const found = certificates.find(({ id }) => id === params.id);
    return found ? detailOf(found) : refusal(404, 'not-found', '見つかりません。');
  }),
  on(
    'post',
    '/api/v1/certificates/{id}/revocation',
    async ({ request }) => ({
      revokedAt: at(0),
      ocspVisibleSince: at(0),
      ...((await request.json()) as Schema<'RevocationRequest'>),
    }),
    201,
  ),

  on('get', '/api/v1/revocations', ({ url }) => {
    const state = url.searchParams.get('state');
    return page(revocations.bulkRevocations.filter((bulk) => !state || bulk.state === state));
  }),
  on('post', '/api/v1/revocations', () => revocations.bulkRevocations[0] as Schema<'BulkRevocation'>, 201),
  on('get', '/api/v1/revocations/{id}', ({ params }) => bulkOf(params)),
  on('get', '/api/v1/revocations/{id}/lines', ({ params, url }) => {
    const outcome = url.searchParams.get('outcome');
    return page(revocations.linesOf(String(params.id)).filter((line) => !outcome || line.outcome === outcome));
  }),
  on(
    'post',
    '/api/v1/revocations/{id}/submission',
    ({ params }) => {
      const bulk = bulkOf(params);
      return 'problem' in bulk ? bulk : { ...bulk, state: 'RUNNING' as const, submittedAt: at(0) };
    },
    202,
  ),
  http.get('*/api/v1/revocations/:id/events', () => new HttpResponse(null, { status: 503 })),
  on('post', '/api/v1/certificate-searches', async ({ request }) => {
    const { text } = (await request.json()) as Schema<'CertificateSearch'>;
    const byKey = text.includes('-----BEGIN') || /^[0-9A-F]{64}$/i.test(text);
    const items = text.includes('nosuch') ? [] : revocations.found;
    return {
      ...page(items),
      foundBy: byKey ? ('KEY' as const) : ('COMMON_NAME' as const),
      ...(byKey && { key: (revocations.keyCompromises[0] as Schema<'KeyCompromise'>).key }),
    };
  }),
  on('get', '/api/v1/key-compromises', ({ url }) => {
    const state = url.searchParams.get('state');
    return page(revocations.keyCompromises.filter((each) => !state || each.state === state));
  }),
  on('post', '/api/v1/key-compromises', () => revocations.keyCompromises[0] as Schema<'KeyCompromise'>, 201),
  on('get', '/api/v1/key-compromises/{id}', ({ params }) => caseOf(params)),
  on('post', '/api/v1/key-compromises/{id}/proof', () => revocations.keyCompromises[1] as Schema<'KeyCompromise'>),
  on(
    'post',
    '/api/v1/key-compromises/{id}/submission',
    ({ params }) => {
      const found = caseOf(params);
      return 'problem' in found ? found : { ...found, state: 'SUBMITTED' as const, revocation: 'bulk-running' };
    },
    202,
  ),
  on('get', '/api/v1/blocked-keys', ({ url }) => {
    const cause = url.searchParams.get('cause');
    return page(revocations.blockedKeys.filter((key) => !cause || key.cause === cause));
  }),
  on('post', '/api/v1/key-reports', () => revocations.keyReport, 201),
  on('post', '/api/v1/key-reports/{id}/proof', () => ({
    ...revocations.keyReport,
    state: 'ENDED' as const,
    certificates: 2,
  })),
  on('get', '/api/v1/crl-scopes', () => ({ items: revocations.crlScopes })),
  on(
    'post',
    '/api/v1/authorities/{name}/crls',
    ({ params }) => ({
      items: crls.filter(({ authority }) => authority === params.name),
    }),
    201,
  ),

  on('get', '/api/v1/enrolments/{token}', ({ params }) => {
    const state = (['WAITING', 'COLLECTED', 'LAPSED', 'REVOKED'] as const).find(
      (one) => one.toLowerCase() === params.token,
    );
    if (params.token === 'issuing') return acquisition('ISSUING');
    if (params.token === 'acquired') return acquisition('WAITING');
    if (params.token === 'failed') return acquisition('FAILED');
    return state ? enrolment(state) : refusal(404, 'enrolment-unknown', 'この URL は正しくありません。');
  }),
  http.post(
    '*/api/v1/enrolments/:token/collection',
    () =>
      new HttpResponse('-----BEGIN CERTIFICATE-----\n', {
        headers: {
          'Content-Type': 'application/octet-stream',
          'Content-Disposition': 'attachment; filename="www.shomei.ac.jp_20270528_fullchain.pem"',
        },
      }),
  ),

  on('get', '/api/v1/notices/language', () => ({})),
  on('get', '/api/v1/notices', ({ url }) => {
    const state = url.searchParams.get('state');
    return page(notices.filter((notice) => !state || notice.state === state));
  }),
  on(
    'post',
    '/api/v1/notices/{id}/retry',
    () => ({ ...(notices[1] as Schema<'Notice'>), state: 'WAITING' as const }),
    202,
  ),
  on('get', '/api/v1/accounts', ({ url }) => {
    const { q, role, state, locked } = Object.fromEntries(url.searchParams);
    return page(
      people.accounts.filter(
        (one) =>
          (!q || [one.name, one.loginId, one.email].some((text) => text?.includes(q))) &&
          (!role || one.role === role) &&
          (!state || one.state === state) &&
          (!locked || String(one.locked.length > 0) === locked),
      ),
    );
  }),
  on('post', '/api/v1/accounts', () => people.accountOf(people.accounts[0] as Schema<'AccountLine'>), 201),
  http.get('*/api/v1/accounts/:id', ({ params }) => {
    const line = people.accounts.find(({ id }) => id === params.id);
    return line
      ? HttpResponse.json(people.accountOf(line), { headers: { ETag: '"7"' } })
      : HttpResponse.json(refusal(404, 'not-found', '見つかりません。').problem, { status: 404 });
  }),
  on('get', '/api/v1/accounts/{id}/desk', ({ params }) => {
    const line = people.accounts.find(({ id }) => id === params.id);
    return line ? people.deskOf(line) : refusal(404, 'not-found', '見つかりません。');
  }),
  on('post', '/api/v1/accounts/{id}/desk-actions', () => people.deskActions[2] as Schema<'DeskAction'>, 201),
  on('get', '/api/v1/desk-actions', ({ url }) => {
    const state = url.searchParams.get('state');
    return page(people.deskActions.filter((action) => !state || action.state === state));
  }),
  on('get', '/api/v1/desk-actions/{id}', ({ params }) => deskActionOf(params)),
  http.post(
    '*/api/v1/desk-actions/:id/letter',
    () =>
      new HttpResponse('%PDF-1.7', {
        headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': 'attachment; filename="letter-0412.pdf"' },
      }),
  ),
  on('get', '/api/v1/tenants', () => page([])),
  on('get', '/api/v1/audit-events', ({ url }) => ({
    items: auditEvents.slice(0, Number(url.searchParams.get('limit') ?? 100)),
    total: { value: 12_480, exact: false },
    next: 'next-page',
  })),
  on('get', '/api/v1/audit-events/{id}/proof', () => auditProof),
];

function deskActionOf(params: PathParams): Schema<'DeskAction'> | Refusal {
  return people.deskActions.find(({ id }) => id === params.id) ?? refusal(404, 'not-found', '見つかりません。');
}

function bulkOf(params: PathParams): Schema<'BulkRevocation'> | Refusal {
  return (
    revocations.bulkRevocations.find(({ id }) => id === params.id) ?? refusal(404, 'not-found', '見つかりません。')
  );
}

function caseOf(params: PathParams): Schema<'KeyCompromise'> | Refusal {
  return revocations.keyCompromises.find(({ id }) => id === params.id) ?? refusal(404, 'not-found', '見つかりません。');
}

function profileOf(params: PathParams): Schema<'Profile'> | Refusal {
  return profiles.find(({ id }) => id === params.id) ?? refusal(404, 'not-found', '見つかりません。');
}

function fileOf(params: PathParams): Schema<'RequestFile'> | Refusal {
  return requestFiles.find(({ id }) => id === params.id) ?? refusal(404, 'not-found', '見つかりません。');
}
