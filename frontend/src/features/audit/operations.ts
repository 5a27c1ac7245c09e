// Typed by the platform's stable names; an unknown one in a shared address still filters.

/** What people call one thing and the history several. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  logout: [
    'session.close',
    'session.timeout',
    'session.expire',
    'session.displace',
    'session.refuse',
    'session.end-by-revocation',
    'session.end-by-change',
  ],
  issuancejob: [
    'issuancejob.begin',
    'issuancejob.resume',
    'issuancejob.cancel',
    'issuancejob.finish',
    'issuancejob.refuse',
  ],
  ipallowlist: [
    'ipallowlist.change',
    'ipallowlist.try',
    'ipallowlist.confirm',
    'ipallowlist.lapse',
    'ipallowlist.refuse',
  ],
  refused: ['access.refuse', 'operation.refuse'],
};

/** The operations that a choice stands for. */
export const operationsOf = (choice: string): string[] => [...(TOGETHER[choice] ?? [choice])];

export const OPERATIONS = [
  'session.open',
  'session.close',
  'session.timeout',
  'requestfile.upload',
  'requestfile.submit',
  'requestfile.finish',
  'requestfile.discard',
  'certificate.issue',
  'certificate.collect',
  'certificate.revoke',
  'certificate.download',
  'certificate.export',
  'crl.publish',
  'ipallowlist',
  'audit.export',
  'refused',
] as const;

/** Of a tenant that adds certificates itself. */
export const MANAGED = [
  'session.open',
  'logout',
  'certificate.issue',
  'issuancejob',
  'certificate.revoke',
  'bundle.download',
  'bundle.passwords',
  'handout.create',
  'handout.links',
  'handout.pins',
  'handout.withdraw',
  'certificate.collect',
  'certificate.note',
  'key.destroy',
  'ipallowlist',
  'secret.change',
] as const;
