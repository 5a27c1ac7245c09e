import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../session.module.css';

type Props = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
  readonly id?: string;
  readonly label?: string;
};

/** Six digits of an authenticator app; as apps show them, in two groups, is fine. */
export function CodeField({ value, onChange, error, id = 'code', label }: Props) {
  const { t } = useTranslation('session');
  return (
    <TextInput
      autoComplete="one-time-code"
      classNames={{ input: classes.code ?? '' }}
      data-autofocus
      error={error}
      id={id}
      inputMode="numeric"
      label={label ?? t('otp.code')}
      maxLength={7}
      onChange={(event) => onChange(event.currentTarget.value)}
      spellCheck={false}
      value={value}
    />
  );
}
