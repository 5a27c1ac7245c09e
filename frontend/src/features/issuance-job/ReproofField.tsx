import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../shared/secret/PasswordField';
import type { IssuanceOffer } from './api';

type Props = {
  readonly kind: IssuanceOffer['reproof'];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
};

/** What the policy has typed once more; nothing where it asks for nothing. */
export function ReproofField({ kind, value, onChange, error }: Props) {
  const { t } = useTranslation('issuanceJob');
  if (kind === 'NONE') return null;
  return (
    <PasswordField
      autoComplete={kind === 'PASSWORD' ? 'current-password' : 'off'}
      description={t('reproof.why')}
      error={error}
      id="reproof"
      label={t(`reproof.${kind}`)}
      onChange={onChange}
      value={value}
    />
  );
}
