import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { PasswordField } from '../../shared/secret/PasswordField';
import classes from './user.module.css';

type Props = {
  /** What the policy asks for again; nothing is shown where it asks for nothing. */
  readonly reproof: Schema<'DeskReproof'> | undefined;
  readonly value: string;
  readonly error: string | undefined;
  readonly softwareKeyboard: boolean;
  readonly onChange: (value: string) => void;
};

/** The confirmation PIN, or the own password, before what matters. */
export function ReproofField({ reproof, value, error, softwareKeyboard, onChange }: Props) {
  const { t } = useTranslation('user');
  if (!reproof) return null;
  return (
    <div className={classes.field}>
      <PasswordField
        autoComplete={reproof === 'PASSWORD' ? 'current-password' : 'off'}
        description={t('hint.reproof')}
        error={error}
        id="reproof"
        label={t(`reproof.${reproof}`)}
        onChange={onChange}
        softwareKeyboard={softwareKeyboard}
        value={value}
      />
    </div>
  );
}
