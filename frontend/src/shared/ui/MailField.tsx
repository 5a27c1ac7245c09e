import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: ReactNode;
  readonly description?: ReactNode;
  /** Whether it is the address of whoever types, which browsers know. */
  readonly own?: boolean;
  /** Shorter where the address becomes a part of a certificate. */
  readonly maxLength?: number;
  readonly className?: string | undefined;
};

/** A mail address, for the keyboards that have an @ and the browsers that remember it. */
export function MailField({ own = false, maxLength = 254, onChange, ...field }: Props) {
  return (
    <TextInput
      {...field}
      autoComplete={own ? 'email' : 'off'}
      inputMode="email"
      maxLength={maxLength}
      onChange={(event) => onChange(event.currentTarget.value)}
      type="email"
    />
  );
}
