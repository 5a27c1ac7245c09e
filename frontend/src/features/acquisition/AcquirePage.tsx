import { Button, Group, TextInput } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import { PasswordField } from '../../shared/secret/PasswordField';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { ErrorSummary, type FieldFault } from '../../shared/ui/ErrorSummary';
import { ButtonLink } from '../../shared/ui/links';
import { MessageId } from '../../shared/ui/MessageId';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import classes from './acquisition.module.css';
import { useAcquire } from './api';
import { holdSecret } from './secretInHand';

type Props = { readonly softwareKeyboard: boolean; readonly tenant?: string | undefined };

const FIELDS = ['loginId', 'password', 'acquisitionPassword'] as const;

/** The log-in ID, the password and the acquisition password: all three, and nobody is told which of them was wrong (SC-031, AT-02). */
export function AcquirePage({ softwareKeyboard, tenant }: Props) {
  const { t } = useTranslation(['acquisition', 'common']);
  const router = useRouter();
  const acquire = useAcquire();
  const [values, setValues] = useState({ loginId: '', password: '', acquisitionPassword: '' });
  const [attempt, setAttempt] = useState(0);
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }));
  const missing = FIELDS.filter((field) => values[field].trim() === '');
  const faults: FieldFault[] =
    attempt === 0 ? [] : missing.map((field) => ({ fieldId: field, message: t(`field.${field}.missing`) }));
  const errorAt = (field: (typeof FIELDS)[number]) => faults.find(({ fieldId }) => fieldId === field)?.message;

  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (missing.length > 0 || acquire.isPending) return;
    acquire.mutateAsync({ ...values, loginId: values.loginId.trim() }).then(
      ({ token }) => {
        holdSecret(token, values.acquisitionPassword);
        // Back leads to the log-in, not to a form that has done its work.
        return router.navigate({ to: '/acquire/$token', params: { token }, replace: true });
      },
      () => {
        set({ password: '', acquisitionPassword: '' });
        setAttempt(0);
      },
    );
  };

  return (
    <Page lead={t('acquire.lead')} title={t('acquire.title')} width="text">
      <Card>
        <form className={classes.form} noValidate onSubmit={send}>
          <ErrorSummary attempt={attempt} faults={faults} />
          {acquire.isError && <Refused error={acquire.error} />}
          <TextInput
            autoCapitalize="none"
            autoComplete="username"
            autoCorrect="off"
            error={errorAt('loginId')}
            id="loginId"
            label={t('field.loginId.name')}
            maxLength={128}
            onChange={(event) => set({ loginId: event.currentTarget.value })}
            spellCheck={false}
            value={values.loginId}
          />
          <PasswordField
            autoComplete="current-password"
            description={t('field.password.hint')}
            error={errorAt('password')}
            id="password"
            label={t('field.password.name')}
            maxLength={128}
            onChange={(password) => set({ password })}
            softwareKeyboard={softwareKeyboard}
            value={values.password}
          />
          <PasswordField
            autoComplete="off"
            description={t('field.acquisitionPassword.hint')}
            error={errorAt('acquisitionPassword')}
            id="acquisitionPassword"
            label={t('field.acquisitionPassword.name')}
            maxLength={64}
            onChange={(acquisitionPassword) => set({ acquisitionPassword })}
            softwareKeyboard={softwareKeyboard}
            value={values.acquisitionPassword}
          />
          <Group gap="sm">
            <Button
              leftSection={<IconCertificate aria-hidden="true" size={22} />}
              loading={acquire.isPending}
              size="lg"
              type="submit"
            >
              {t('acquire.do')}
            </Button>
            <ButtonLink search={tenant ? { tenant } : {}} size="lg" to="/login" variant="default">
              {t('common:cancel')}
            </ButtonLink>
          </Group>
          <p className={classes.note}>{t('acquire.lockNote')}</p>
        </form>
      </Card>
    </Page>
  );
}

function titleOf(code: string) {
  return code === 'secret-locked' ? 'locked' : code === 'certificate-acquired' ? 'exists' : 'graceOver';
}

function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation('acquisition');
  if (isProblem(error, 'acquisition-failed')) {
    return (
      <Callout role="alert" title={t('refused.failed')} tone="bad">
        <p>{t('refused.failedNext')}</p>
        <MessageId code={error.code} />
      </Callout>
    );
  }
  if (isProblem(error, 'certificate-acquired', 'secret-locked', 'acquisition-not-offered')) {
    return (
      <Callout
        role="alert"
        title={t(`refused.${titleOf(error.code)}`)}
        tone={error.code === 'secret-locked' ? 'bad' : 'warn'}
      >
        {error.errors.map(({ code, message }) => (
          <p key={`${code}${message}`}>{message}</p>
        ))}
        {error.errors.length === 0 && <p>{error.detail ?? error.title}</p>}
        <MessageId code={error.code} />
      </Callout>
    );
  }
  return <ProblemPanel error={error} />;
}
