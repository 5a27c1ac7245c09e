import { ActionIcon, PasswordInput, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff, IconKeyboard } from '@tabler/icons-react';
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './password.module.css';

// Most people never open it.
const SoftwareKeyboard = lazy(() =>
  import('./SoftwareKeyboard').then(({ SoftwareKeyboard: component }) => ({ default: component })),
);

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Tells password managers what the field is for. */
  readonly autoComplete: 'current-password' | 'new-password' | 'one-time-code' | 'off';
  /** Whether the policy offers to enter the secret by pointing. */
  readonly softwareKeyboard?: boolean | undefined;
  readonly description?: ReactNode;
  readonly error?: ReactNode | undefined;
  /** The contract takes 256 of any secret. */
  readonly maxLength?: number;
};

/** A password or PIN: reminds of upper and lower case, warns of Caps Lock, can be shown, and can be entered by pointing. */
export function PasswordField(props: Props) {
  const { id, label, value, onChange, autoComplete, softwareKeyboard, maxLength = 256 } = props;
  const { t } = useTranslation();
  const [visible, setVisible] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const [keyboard, setKeyboard] = useState<'unused' | 'open' | 'closed'>('unused');
  const noteCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  const reveal = t(visible ? 'secret.hide' : 'secret.show', { field: label });
  return (
    <div className={classes.field}>
      <PasswordInput
        autoCapitalize="none"
        autoComplete={autoComplete}
        autoCorrect="off"
        description={props.description}
        error={props.error}
        id={id}
        label={label}
        maxLength={maxLength}
        onBlur={() => setCapsLock(false)}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={noteCapsLock}
        onKeyUp={noteCapsLock}
        rightSection={
          <Tooltip label={reveal}>
            <ActionIcon aria-label={reveal} onClick={() => setVisible(!visible)} size={40}>
              {visible ? <IconEyeOff aria-hidden="true" size={20} /> : <IconEye aria-hidden="true" size={20} />}
            </ActionIcon>
          </Tooltip>
        }
        rightSectionWidth={44}
        size="md"
        spellCheck={false}
        value={value}
        visible={visible}
      />
      <p aria-live="polite" className={classes.hint} data-warn={capsLock || undefined}>
        {t(capsLock ? 'secret.capsLock' : 'secret.case')}
      </p>
      {softwareKeyboard && (
        <button className={`shomei-link-button ${classes.keyboard}`} onClick={() => setKeyboard('open')} type="button">
          <IconKeyboard aria-hidden="true" size={20} />
          {t('secret.keyboard')}
          <span className="visually-hidden"> ({label})</span>
        </button>
      )}
      {keyboard !== 'unused' && (
        <Suspense>
          <SoftwareKeyboard
            label={label}
            maxLength={maxLength}
            onClose={() => setKeyboard('closed')}
            onConfirm={onChange}
            opened={keyboard === 'open'}
          />
        </Suspense>
      )}
    </div>
  );
}
