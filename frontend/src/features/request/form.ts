import { z } from 'zod';
import type { ProblemError } from '../../api/problems';
import { wordsOf } from '../../shared/format/text';
import type { CertificateRequest } from './api';

/** What is asked for. The messages are keys; the server checks again, and more. */
export const requestForm = z.object({
  profile: z.string().min(1, 'fault.profile'),
  csr: z
    .string()
    .trim()
    .min(1, 'fault.csr')
    .max(16_384, 'fault.csrLong')
    .refine((csr) => csr === '' || looksLikeCsr(csr), 'fault.csrForm'),
  dnsNames: z.string().refine((names) => namesOf(names).length <= 8, 'fault.names'),
  name: z.string().trim().max(64),
  unit: z.string().trim().max(64),
  email: z
    .string()
    .trim()
    .min(1, 'fault.email')
    .max(78)
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$|^$/, 'fault.emailForm'),
  software: z.string().trim().max(128),
});

export type RequestForm = z.infer<typeof requestForm>;
export type Fault =
  | 'fault.profile'
  | 'fault.csr'
  | 'fault.csrLong'
  | 'fault.csrForm'
  | 'fault.names'
  | 'fault.email'
  | 'fault.emailForm';

export const EMPTY: RequestForm = { profile: '', csr: '', dnsNames: '', name: '', unit: '', email: '', software: '' };

/** PEM of a request, or bare base64 of a DER SEQUENCE. A private key or a certificate pasted by mistake is neither. */
export function looksLikeCsr(text: string): boolean {
  if (text.includes('-----BEGIN'))
    return /-----BEGIN (NEW )?CERTIFICATE REQUEST-----[\s\S]+-----END (NEW )?CERTIFICATE REQUEST-----/.test(text);
  return /^M[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text);
}

/** One name per line, or separated by commas or spaces; `dNSName=` of the TSV is accepted and dropped. */
export function namesOf(text: string): string[] {
  return wordsOf(text)
    .map((name) => name.replace(/^dNSName=/i, ''))
    .filter(Boolean);
}

export function toRequest(form: RequestForm): CertificateRequest {
  const dnsNames = namesOf(form.dnsNames);
  const optional = (['name', 'unit', 'software'] as const).filter((key) => form[key] !== '');
  return {
    profile: form.profile,
    csr: form.csr,
    subscriber: { email: form.email, ...Object.fromEntries(optional.map((key) => [key, form[key]])) },
    ...(dnsNames.length > 0 && { dnsNames }),
  };
}

const COLUMN_FIELD: Readonly<Record<number, keyof RequestForm>> = {
  2: 'profile',
  1: 'csr',
  7: 'csr',
  8: 'name',
  9: 'unit',
  10: 'email',
  11: 'csr',
  12: 'software',
  13: 'dnsNames',
};

/** The field an error of the server belongs to, by its pointer or by the column of the TSV it would have. */
export function fieldOf(error: ProblemError): keyof RequestForm | undefined {
  const name = error.pointer
    ?.split('/')
    .filter(Boolean)
    .find((part) => part in EMPTY);
  return name ? (name as keyof RequestForm) : error.column ? COLUMN_FIELD[error.column] : undefined;
}
