// Uses the generated client for TypeScript as an officer's program in Node.js would.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  AuthorityApi,
  AuthorityState,
  CertificateApi,
  CertificateKind,
  CertificateOrder,
  CertificateStatus,
  Configuration,
  type FetchAPI,
  ProblemFromJSON,
  ProfileApi,
  ResponseError,
  Role,
  SessionApi,
  SessionState,
  TenantApi,
  TenantState,
} from 'shomei-client';

type Account = { role: string; name: string; p12: string; p12Password: string };
type Identity = { pfx: Buffer; passphrase: string };

let faults = 0;
function check<T>(what: string, actual: T, expected: T): void {
  if (isDeepStrictEqual(actual, expected)) {
    console.log(`ok: TypeScript: ${what}`);
  } else {
    console.log(`FAIL: TypeScript: ${what}: expected ${expected}, was ${actual}`);
    faults++;
  }
}

function env(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
const demo = (file: string) => readFileSync(join(env('DEMO'), file));
const ca = demo('ca.pem');

/** The fetch of Node.js shows no client certificate; node:https does. */
const fetchWith =
  (identity?: Identity): FetchAPI =>
  async (input, init) => {
    const asked = new Request(input, init);
    const body = Buffer.from(await asked.arrayBuffer());
    return new Promise((resolve, reject) => {
      const { method } = asked;
      const headers = Object.fromEntries(asked.headers);
      request(asked.url, { ...identity, ca, method, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const status = answer.statusCode ?? 0;
          const lines = Object.entries(answer.headersDistinct).flatMap(([name, values]) =>
            (values ?? []).map((value): [string, string] => [name, value]),
          );
          resolve(new Response(status === 204 ? null : Buffer.concat(chunks), { status, headers: lines }));
        });
      })
        .on('error', reject)
        .end(body);
    });
  };

async function main(): Promise<void> {
  const accounts: Account[] = JSON.parse(demo('accounts.json').toString());
  const officer = accounts.find(({ role }) => role === 'OFFICER');
  if (!officer) throw new Error('the demonstration has no officer');
  const fetchApi = fetchWith({ pfx: demo(officer.p12), passphrase: officer.p12Password });

  const { items: authorities } = await new AuthorityApi(
    new Configuration({ basePath: env('PORTAL'), fetchApi: fetchWith() }),
  ).listAuthorities();
  const root = authorities[0];
  check('listAuthorities needs no session and begins with the root', root.subjectDn, root.issuerDn);
  check('an authority has its state', root.state, AuthorityState.Active);
  check('and its times', root.notAfter.getTime() > Date.now(), true);

  const opened = await new SessionApi(new Configuration({ basePath: env('CERT'), fetchApi })).openSession({
    logIn: {},
  });
  check('openSession logs in with the certificate', opened.state, SessionState.Active);

  const configuration = new Configuration({ basePath: env('CERT'), fetchApi, accessToken: opened.token });

  const session = await new SessionApi(configuration).getSession();
  check('getSession tells the role', session.account.role, Role.Officer);
  check('and the name', session.account.name, officer.name);
  // The database keeps microseconds, the answer to the log-in tells nanoseconds.
  check('and when it was opened', Math.abs(session.openedAt.getTime() - opened.openedAt.getTime()) < 2, true);
  check('and for how long', session.idleTimeout.startsWith('PT'), true);

  const tenant = await new TenantApi(configuration).getOwnTenant();
  check("getOwnTenant tells the session's tenant", tenant.id, session.account.tenant.id);
  check('its state', tenant.state, TenantState.Active);
  check('its name in Japanese', tenant.nameJa, '証明大学');
  check(
    'and its domains',
    tenant.domains.some(({ name }) => name === 'shomei.ac.jp'),
    true,
  );

  const { items: profiles } = await new ProfileApi(configuration).listProfiles();
  const third = profiles.find(({ id }) => id === '3');
  check('listProfiles tells the kind', third?.kind, CertificateKind.Server);
  check(
    'and the authority, by its name',
    authorities.some(({ name }) => name === third?.authority),
    true,
  );

  const serial = session.certificate?.serial;
  const register = new CertificateApi(configuration);
  const page = await register.listCertificates({
    kind: CertificateKind.Officer,
    status: CertificateStatus.Issued,
    q: serial,
    issuedTo: new Date(Date.now() + 86_400_000),
    sort: CertificateOrder.IssuedAt,
    limit: 20,
  });
  check("listCertificates finds the officer's own", page.total.value, 1);
  check('by its serial number', page.items[0]?.serial, serial);
  check('with its kind', page.items[0]?.kind, CertificateKind.Officer);

  try {
    await register.getCertificate({ id: randomUUID() });
    check('getCertificate of an unknown id is refused', 'answered', 'refused');
  } catch (refused) {
    if (!(refused instanceof ResponseError)) throw refused;
    check('getCertificate of an unknown id is refused', refused.response.status, 404);
    const problem = ProblemFromJSON(await refused.response.json());
    check('with a problem document', problem.type, '/problems/not-found');
    check('of the same status', problem.status, 404);
  }
}

main().then(
  () => process.exit(faults === 0 ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
