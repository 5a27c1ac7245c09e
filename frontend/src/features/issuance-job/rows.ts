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
