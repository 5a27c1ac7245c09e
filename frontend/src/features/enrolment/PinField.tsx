import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../shared/secret/PasswordField';

type Props = {
  readonly value: string;
  readonly missing: boolean;
  /** Whether the policy offers to enter it by pointing. */
  readonly softwareKeyboard: boolean;
  readonly onChange: (value: string) => void;
};

/** The access PIN, as it stands on paper or in a message: it may be pasted. */
export function PinField({ value, missing, softwareKeyboard, onChange }: Props) {
  const { t } = useTranslation(['enrolment', 'common']);
  return (
    <PasswordField
      autoComplete="one-time-code"
      description={t('form.secretHint')}
      error={missing && t('form.secretMissing')}
      id="secret"
      label={`${t('form.secret')} (${t('common:required')})`}
      maxLength={64}
      onChange={onChange}
      softwareKeyboard={softwareKeyboard}
      value={value}
    />
  );
}
