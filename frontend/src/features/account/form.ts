import type { Schema } from '../../api/types';

export const RIGHTS = ['SERVER', 'CLIENT', 'CODE_SIGNING', 'LISTS'] as const satisfies readonly Schema<'Right'>[];

export type AccountValues = {
  readonly tenant: string;
  readonly role: Schema<'Role'>;
  readonly loginId: string;
  readonly name: string;
  readonly email: string;
  readonly rights: readonly Schema<'Right'>[];
};

export const EMPTY: AccountValues = {
  tenant: '',
  role: 'USER',
  loginId: '',
  name: '',
  email: '',
  rights: [],
};

/** What is given; an empty field is none. Rights are an officer's alone. */
export function toChange({ role, name, email, rights }: AccountValues): Schema<'AccountChange'> {
  return {
    name: name.trim(),
    ...(email.trim() && { email: email.trim() }),
    ...(role === 'OFFICER' && { rights: [...rights] }),
  };
}

export function toRegistration(values: AccountValues): Schema<'AccountRegistration'> {
  return {
    ...toChange(values),
    role: values.role,
    ...(values.tenant && { tenant: values.tenant }),
    ...(values.loginId.trim() && { loginId: values.loginId.trim() }),
  };
}
