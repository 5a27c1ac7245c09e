import type { Certificate, JobCertificate } from './api';

/** One line of the list: a certificate, or one that is to become one. */
export type Row = {
  readonly key: string;
  readonly commonName: string;
  readonly certificate?: string | undefined;
  readonly issuedAt?: string | undefined;
  readonly notAfter?: string | undefined;
  readonly revokedAt?: string | undefined;
  readonly givenTo?: string | undefined;
  /** The link by which it was handed out. */
  readonly handOut?: Certificate['handOut'] | undefined;
  readonly status: Certificate['status'] | Exclude<JobCertificate['state'], 'ISSUED'>;
};

/** What runs stands first and stays there as it turns, until the list is looked at anew (DN-022); nothing stands there twice. */
export function rowsOf(certificates: readonly Certificate[], job: readonly JobCertificate[]): Row[] {
  const current = new Map(certificates.map((certificate) => [certificate.id, certificate]));
  const first = job
    .filter(({ state }) => state !== 'CANCELLED')
    .map((one): Row => {
      const known = one.certificateId === undefined ? undefined : current.get(one.certificateId);
      if (known) current.delete(known.id);
      return known ? rowOf(known) : pending(one);
    });
  return [...first, ...[...current.values()].map(rowOf)];
}

const OF_JOB = 'job.';

/** The place in a job that a cursor of the list stands for; undefined where it is one of the list's own. */
export const placeInJob = (cursor: string | undefined): string | undefined =>
  cursor?.startsWith(OF_JOB) ? cursor.slice(OF_JOB.length) : undefined;

type ListPage<T> = { readonly items: readonly T[]; readonly next?: string; readonly previous?: string };

/** One page of a job that has more than a page, and on its last one the first of the list. */
export function joined(list: ListPage<Certificate>, job: ListPage<JobCertificate>) {
  const more = job.next !== undefined;
  return {
    items: rowsOf(more ? [] : list.items, job.items),
    next: more ? OF_JOB + job.next : list.next,
    previous: job.previous === undefined ? undefined : OF_JOB + job.previous,
  };
}

function rowOf({ id, commonName, issuedAt, notAfter, revokedAt, givenTo, handOut, status }: Certificate): Row {
  return { key: id, commonName, certificate: id, issuedAt, notAfter, revokedAt, givenTo, handOut, status };
}

function pending({ number, commonName, certificateId, issuedAt, notAfter, revokedAt, state }: JobCertificate): Row {
  const status = state === 'ISSUED' ? (revokedAt ? 'REVOKED' : 'ISSUED') : state;
  return {
    key: certificateId ?? `job-${number}`,
    commonName,
    certificate: certificateId,
    issuedAt,
    notAfter,
    revokedAt,
    status,
  };
}

/** What can be handed out, renewed or revoked. */
export const isValid = ({ status }: Row): boolean =>
  status === 'ISSUED' || status === 'RENEWED' || status === 'WAITING_FOR_DOWNLOAD';
