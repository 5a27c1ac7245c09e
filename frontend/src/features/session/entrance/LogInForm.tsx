import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconLogin2 } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../../shared/secret/PasswordField';
import type { Entrance, LogInMethod } from '../api';
import classes from '../session.module.css';
import { LogInFailure } from './LogInFailure';
import { lengthFault, proves, secretNameOf } from './methods';
import { rememberedId, rememberId } from './rememberedId';
import type { Enter } from './useEnter';

type Props = {
  readonly entrance: Entrance;
  readonly enter: Enter;
  readonly methods: readonly LogInMethod[];
  /** Where a certificate says who it is, no ID is asked for (SC-042). */
  readonly withId: boolean;
  /** What else can be done with the certificate, beside the log-in. */
  readonly beside?: ReactNode;
};

/** ID and password or PIN, or the secret alone beside a certificate. */
export function LogInForm({ entrance, enter, methods, withId, beside }: Props) {
  const { t } = useTranslation('session');
  const mayRemember = withId && entrance.rememberLoginId;
  const [loginId, setLoginId] = useState(() => (mayRemember ? rememberedId() : ''));
  const [remember, setRemember] = useState(loginId !== '');
  const [secret, setSecret] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const secretName = secretNameOf(methods);
  const label = t(`secret.${secretName}`);
  const idMissing = withId && loginId.trim() === '';
  const fault = lengthFault(secret, methods);
  const focus = (id: string) => form.current?.querySelector<HTMLInputElement>(`#${id}`)?.focus();

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (enter.logIn.isPending) return;
    if (idMissing) return focus('loginId');
    if (fault) return focus('password');
    // The tick counts when it is sent with, not when it is made.
    if (mayRemember) rememberId(remember ? loginId.trim() : undefined);
    const inside = await enter.with({ ...(withId && { loginId: loginId.trim() }), password: secret });
    if (inside) return;
    setSecret('');
    setTried(false);
    focus('password');
  };

  return (
    <form className={classes.form} noValidate onSubmit={send} ref={form}>
      {enter.logIn.isError && <LogInFailure error={enter.logIn.error} />}
      {withId && (
        <TextInput
          autoCapitalize="none"
          autoComplete="username"
          autoCorrect="off"
          error={tried && idMissing && t('form.idMissing')}
          id="loginId"
          label={t('form.id')}
          maxLength={128}
          onChange={(event) => setLoginId(event.currentTarget.value)}
          spellCheck={false}
          value={loginId}
        />
      )}
      <PasswordField
        autoComplete="current-password"
        error={
          tried &&
          fault &&
          (fault.fault === 'missing'
            ? t('form.secretMissing', { secret: label })
            : t('form.secretLength', { secret: label, min: fault.min, max: fault.max }))
        }
        id="password"
        label={label}
        onChange={setSecret}
        softwareKeyboard={entrance.softwareKeyboard}
        value={secret}
      />
      {mayRemember && (
        <Checkbox
          checked={remember}
          description={t('form.rememberNote')}
          label={t('form.remember')}
          onChange={(event) => setRemember(event.currentTarget.checked)}
        />
      )}
      <div className={classes.actions}>
        <Button
          leftSection={<IconLogin2 aria-hidden="true" size={22} />}
          loading={enter.logIn.isPending}
          size="lg"
          type="submit"
        >
          {t('welcome.logIn')}
        </Button>
        {beside}
      </div>
      <p className={classes.note}>
        {t('form.lockNote', { secret: label })}
        {methods.some((method) => proves(method, 'OTP')) && ` ${t('form.otpNote')}`}
      </p>
    </form>
  );
}
