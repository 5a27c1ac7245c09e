import type { Schema } from '../../../api/types';
import { toBase64 } from '../../../shared/format/base64';
import { wordsOf } from '../../../shared/format/text';
import type { Door, HandedIn } from './api';

export type Operation = Schema<'RequestOperation'>;

/** What a request for one certificate says beside the CSR. */
export type CsrInput = {
  readonly csr: string;
  readonly name: string;
  readonly unit: string;
  readonly email: string;
  readonly software: string;
  readonly dnsNames: string;
};

export type CsrFault = 'csr' | 'email' | 'software';

export const csrFaults = ({ csr, email, software }: CsrInput): CsrFault[] =>
  [
    csr.trim() === '' && ('csr' as const),
    email.trim() === '' && ('email' as const),
    software.trim() === '' && ('software' as const),
  ].filter((fault) => fault !== false);

/** One name per line, or separated by commas or spaces. */
export function ofCsr({ csr, name, unit, email, software, dnsNames }: CsrInput): HandedIn {
  return {
    csr: {
      csr: csr.trim(),
      subscriber: { email: email.trim(), name: name.trim(), unit: unit.trim(), software: software.trim() },
      dnsNames: wordsOf(dnsNames).map((one) => one.replace(/^dNSName=/i, '')),
    },
  };
}

/** What comes in the place of a certificate. */
export type RenewalInput = { readonly csr: string; readonly software: string };

/** The certificates that have a CSR, in their order; undefined where none has. */
export function ofRenewals(
  certificates: Door['certificates'],
  inputs: Readonly<Record<string, RenewalInput>>,
): HandedIn | undefined {
  const renewals = certificates.flatMap(({ id }) => {
    const csr = inputs[id]?.csr.trim();
    return csr ? [{ certificate: id, csr, software: inputs[id]?.software.trim() ?? '' }] : [];
  });
  return renewals.length > 0 ? { renewals } : undefined;
}

/** As much as a request can carry; a file of the most rows is far smaller. */
export const MOST_BYTES = 650_000;

export async function ofFile(file: File, operation: Operation): Promise<HandedIn> {
  const content = toBase64(new Uint8Array(await file.arrayBuffer()));
  return { tsv: { operation, name: file.name, content } };
}

/** Where the key is the applicant's, one CSR is enough. */
export const takesCsr = (kind: Schema<'RequestKind'>): boolean => kind === 'SERVER' || kind === 'CODE_SIGNING';
