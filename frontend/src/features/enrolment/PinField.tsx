import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly value: string;
  readonly missing: boolean;
  readonly onChange: (value: string) => void;
};

/** The access PIN, as it stands on paper or in a message: it may be pasted. */
export function PinField({ value, missing, onChange }: Props) {
  const { t } = useTranslation(['enrolment', 'common']);
  return (
    <PasswordInput
      autoComplete="one-time-code"
      description={t('form.secretHint')}
      error={missing && t('form.secretMissing')}
      id="secret"
      label={`${t('form.secret')} (${t('common:required')})`}
      maxLength={64}
      onChange={(event) => onChange(event.currentTarget.value)}
      size="md"
      value={value}
    />
  );
}
