import { isProblem } from '../../api/problems';
import type { Schema } from '../../api/types';
import type { FieldFault } from '../../shared/ui/ErrorSummary';
import { fieldFaults } from '../../shared/ui/useCheck';
import type { CertificateChoice } from './api';

export type UserValues = {
  readonly loginId: string;
  readonly kana: string;
  readonly name: string;
  readonly email: string;
  readonly certificate: CertificateChoice;
  readonly reproof: string;
};

export const EMPTY: UserValues = { loginId: '', kana: '', name: '', email: '', certificate: 'KEEP', reproof: '' };

/** What is given; an empty field is none. */
export function toChange({ kana, name, email, certificate, reproof }: UserValues): Schema<'UserChange'> {
  return {
    ...(kana.trim() && { kana: kana.trim() }),
    ...(name.trim() && { name: name.trim() }),
    ...(email.trim() && { email: email.trim() }),
    certificate,
    ...(reproof && { reproof }),
  };
}

export function toRegistration(values: UserValues): Schema<'UserRegistration'> {
  return { ...toChange(values), ...(values.loginId.trim() && { loginId: values.loginId.trim() }) };
}

/** What the server found, each at its field. */
export function refusedFields(error: unknown): FieldFault[] {
  return isProblem(error, 'account-faulty', 'permissions-faulty', 'malformed-request') ? fieldFaults(error.errors) : [];
}

/** What cannot be undone: the present certificate ends at once. */
export const ends = (choice: CertificateChoice): boolean => choice === 'REISSUE' || choice === 'REVOKE';
