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

/** One name per line, or separated by commas or spaces; `dNSName=` of the TSV is accepted and dropped. */
const namesOf = (text: string): string[] => wordsOf(text).map((one) => one.replace(/^dNSName=/i, ''));

export function ofCsr({ csr, name, unit, email, software, dnsNames }: CsrInput): HandedIn {
  return {
    csr: {
      csr: csr.trim(),
      subscriber: { email: email.trim(), name: name.trim(), unit: unit.trim(), software: software.trim() },
      dnsNames: namesOf(dnsNames),
    },
  };
}

/** What comes in the place of a certificate. */
export type RenewalInput = { readonly csr: string; readonly software: string; readonly dnsNames: string };

export type RenewalInputs = Readonly<Record<string, RenewalInput>>;

type Certificate = Door['certificates'][number];

/** As the certificate is, where nothing was typed yet. */
export const renewalOf = ({ id, software, dnsNames }: Certificate, inputs: RenewalInputs): RenewalInput =>
  inputs[id] ?? { csr: '', software: software ?? '', dnsNames: dnsNames.join('\n') };

/** Only certificates with a CSR are renewed. */
const renewed = (certificates: readonly Certificate[], inputs: RenewalInputs) =>
  certificates
    .map((certificate) => ({ certificate, input: renewalOf(certificate, inputs) }))
    .filter(({ input }) => input.csr.trim() !== '');

/** Those without the software that a certificate with a CSR needs. */
export const withoutSoftware = (certificates: readonly Certificate[], inputs: RenewalInputs): Certificate[] =>
  renewed(certificates, inputs)
    .filter(({ input }) => input.software.trim() === '')
    .map(({ certificate }) => certificate);

/** The certificates that have a CSR, in their order; undefined where none has. */
export function ofRenewals(
  certificates: readonly Certificate[],
  inputs: RenewalInputs,
  server: boolean,
): HandedIn | undefined {
  const renewals = renewed(certificates, inputs).map(({ certificate, input }) => ({
    certificate: certificate.id,
    csr: input.csr.trim(),
    software: input.software.trim(),
    ...(server && { dnsNames: namesOf(input.dnsNames) }),
  }));
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
