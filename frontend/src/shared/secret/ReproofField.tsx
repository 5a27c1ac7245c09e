import { useTranslation } from 'react-i18next';
import { PasswordField } from './PasswordField';
import type { ReproofKind } from './useReproof';

type Props = {
  readonly kind: ReproofKind;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  readonly softwareKeyboard?: boolean | undefined;
};

/** The own password or the confirmation PIN once more, before what matters; nothing where the policy asks for nothing. */
export function ReproofField({ kind, value, onChange, error, softwareKeyboard }: Props) {
  const { t } = useTranslation();
  if (!kind || kind === 'NONE') return null;
  return (
    <PasswordField
      autoComplete={kind === 'PASSWORD' ? 'current-password' : 'off'}
      description={t('secret.reproof.why')}
      error={error}
      id="reproof"
      label={t(`secret.reproof.${kind}`)}
      onChange={onChange}
      softwareKeyboard={softwareKeyboard}
      value={value}
    />
  );
}
